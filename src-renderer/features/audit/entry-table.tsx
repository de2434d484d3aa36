import WarningIcon from '@mui/icons-material/WarningAmberOutlined'
import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { Link as RouterLink } from 'react-router'
import type { AuditFilter, AuditRow } from '../../../src-main/contract/audit.ts'
import { factsInWords, whoInWords } from '../../../src-main/contract/audit-facts.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { en, vi } from '../../locales/index.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatMoment, formatNumber } from '../../ui/format.ts'
import { useAudit } from './use-audit.ts'

const COLUMNS = ['n', 'at', 'who', 'kind', 'facts'] as const
const WIDTHS = { n: 84, at: 142, who: 172, kind: 196, facts: undefined } as const

/** What should not have happened. */
const ALARMS: readonly AuditRow['kind'][] = ['clock-set-back', 'changed-outside', 'rows-rebuilt']

/** The entries fetched so far, newest first, each in words. */
export function EntryTable({ filter }: { filter: AuditFilter }) {
  const t = useT('audit')
  const { rows, error, searching, more, at, fetchMore } = useAudit(filter)
  return (
    <Box
      tabIndex={0}
      role="region"
      aria-label={t('list.label')}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <ErrorAlert error={error} />
      <Table
        size="small"
        stickyHeader
        aria-label={t('list.label')}
        sx={{ tableLayout: 'fixed', minWidth: 860 }}
      >
        <TableHead>
          <TableRow>
            {COLUMNS.map((name) => (
              <TableCell key={name} align={name === 'n' ? 'right' : 'left'} sx={{ width: WIDTHS[name] }}>
                {t(`columns.${name}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <EntryLine key={row.n} row={row} />
          ))}
        </TableBody>
      </Table>
      {rows.length === 0 && !searching && error === null && (
        <EmptyState title={t('list.none')} hint={t('subtitle')} />
      )}
      <Box role="status" sx={{ p: 1.5, textAlign: 'center', fontSize: 13, color: 'text.secondary' }}>
        {searching ? (
          t('list.searching', { n: at === null ? '…' : formatNumber(at) })
        ) : more ? (
          <Button onClick={fetchMore}>{t('list.more')}</Button>
        ) : (
          rows.length > 0 && t('list.end')
        )}
      </Box>
    </Box>
  )
}

function EntryLine({ row }: { row: AuditRow }) {
  const words = { vi, en }[useLanguage()].audit
  const { dossier } = row
  return (
    <TableRow hover>
      <TableCell align="right" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {formatNumber(row.n)}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {formatMoment(row.at)}
      </TableCell>
      <TableCell>{whoInWords(row, words.list)}</TableCell>
      <TableCell sx={{ fontWeight: row.source === 'office' ? 500 : 400 }}>
        {ALARMS.includes(row.kind) && (
          <WarningIcon color="warning" sx={{ fontSize: 18, verticalAlign: 'text-bottom', mr: 0.75 }} />
        )}
        {words.kinds[row.kind]}
      </TableCell>
      <TableCell sx={{ overflowWrap: 'anywhere', color: 'text.secondary' }}>
        {dossier !== null && (
          <Link
            component={RouterLink}
            underline="always"
            to={`/dossiers/${dossier.id}`}
            sx={{ whiteSpace: 'nowrap', mr: 1 }}
          >
            {dossier.code}
          </Link>
        )}
        {factsInWords(row, words).join(' · ')}
      </TableCell>
    </TableRow>
  )
}
