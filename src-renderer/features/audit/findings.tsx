import { Alert, Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { Link as RouterLink } from 'react-router'
import { MENDED_BY_REBUILD } from '../../../src-main/domain/audit-findings.ts'
import { parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { en, vi } from '../../locales/index.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import type { Verdict } from './verify-section.tsx'

type Finding = Verdict['findings'][number]

/** What a check found, one by one; where derived rows differ, they can be made again. */
export function Findings({ verdict }: { verdict: Verdict }) {
  const t = useT('audit')
  const { findings, found } = verdict
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box
        tabIndex={0}
        role="region"
        aria-label={t('verify.findings')}
        sx={{ maxHeight: 260, overflow: 'auto' }}
      >
        <Table size="small" stickyHeader aria-label={t('verify.findings')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('verify.kind')}</TableCell>
              <TableCell>{t('verify.where')}</TableCell>
              <TableCell>{t('verify.stored')}</TableCell>
              <TableCell>{t('verify.expected')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {findings.map((finding, index) => (
              <TableRow key={index}>
                <TableCell>{t(`finding.${finding.kind}`)}</TableCell>
                <TableCell>
                  <Where finding={finding} />
                </TableCell>
                <TableCell>{shown(finding.stored)}</TableCell>
                <TableCell>{shown(finding.expected)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      {found > findings.length && (
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {t('verify.more', { n: formatNumber(found - findings.length) })}
        </Box>
      )}
      {findings.some(({ kind }) => MENDED_BY_REBUILD.includes(kind)) && <Rebuild />}
    </Box>
  )
}

function shown(value: string): string {
  const date = parseCivilDate(value)
  return date === null ? value : formatDate(date)
}

function Where({ finding: { link, dossierId, code, what } }: { finding: Finding }) {
  const t = useT('audit')
  const { table } = { vi, en }[useLanguage()].audit
  const place = Object.entries(table).find(([name]) => name === what)?.[1] ?? what
  return (
    <>
      {[link === null ? '' : t('verify.link', { n: formatNumber(link) }), place].filter(Boolean).join(', ')}{' '}
      {dossierId !== null && (
        <Link component={RouterLink} underline="always" to={`/dossiers/${dossierId}`}>
          {code ?? dossierId}
        </Link>
      )}
    </>
  )
}

function Rebuild() {
  const t = useT('audit')
  const may = useRights()
  const rebuild = useMutation(useOrpc().audit.rebuildRows.mutationOptions())
  if (rebuild.data !== undefined) {
    return <Alert severity="success">{t('verify.rebuilt', { n: formatNumber(rebuild.data.dossiers) })}</Alert>
  }
  return (
    <>
      <ErrorAlert error={rebuild.error} />
      <Alert
        severity="info"
        action={
          may('backup') && (
            <Button size="small" loading={rebuild.isPending} onClick={() => rebuild.mutate(undefined)}>
              {t('verify.rebuild')}
            </Button>
          )
        }
      >
        {t('verify.rebuildHint')}
      </Alert>
    </>
  )
}
