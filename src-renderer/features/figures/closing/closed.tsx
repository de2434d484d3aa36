import SaveIcon from '@mui/icons-material/FileDownloadOutlined'
import ReopenIcon from '@mui/icons-material/LockOpenOutlined'
import VerifyIcon from '@mui/icons-material/VerifiedOutlined'
import { Box, Button, Link as PlainLink } from '@mui/material'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { ClosingRow } from '../../../../src-main/contract/closing.ts'
import { useT } from '../../../app/i18n.ts'
import { useOffice, useOrpc } from '../../../app/office.tsx'
import { useRights } from '../../../app/rights.ts'
import { downloadFile } from '../../../ui/download.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorAlert } from '../../../ui/error-alert.tsx'
import { formatDate, formatMoment, formatNumber } from '../../../ui/format.ts'
import { PageHeader } from '../../../ui/page-header.tsx'
import { isEditable, useShortcut } from '../../../ui/use-shortcut.ts'
import { BreakdownChoice, PartTabs, VIEW_PANEL_ID, viewTabId } from '../choices.tsx'
import { ExportButton } from '../export/export-button.tsx'
import { tablePath } from '../figures-address.ts'
import { CLOSED_VIEWS, useClosedAddress } from './closed-address.ts'
import { ClosedTables } from './closed-tables.tsx'
import { DifferencesTable, countingOtherwise } from './differences-table.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { VerdictAlert } from './verdict-alert.tsx'

/** One closed period: what it says of itself, its tables, whether it is intact, and what differs since. */
export function ClosedScreen() {
  const { number: text = '' } = useParams()
  const t = useT('closing')
  const closings = useQuery(useOrpc().closing.list.queryOptions())
  const closing = closings.data?.find(({ number }) => String(number) === text)
  if (closing !== undefined) return <Closed key={closing.number} closing={closing} />
  if (closings.data === undefined) return <ErrorAlert error={closings.error} />
  return (
    <EmptyState
      title={t('notFound')}
      hint={t('notFoundHint')}
      action={
        <Button component={Link} to="/figures/closing" variant="outlined">
          {t('toList')}
        </Button>
      }
    />
  )
}

function Closed({ closing }: { closing: ClosingRow }) {
  const t = useT('closing')
  const views = useT('figure-views')
  const { number, from, to, version, method, known } = closing
  const orpc = useOrpc()
  const { view, by, change } = useClosedAddress()
  const office = useOffice()
  const navigate = useNavigate()
  const differences = useQuery(orpc.closing.differences.queryOptions({ input: { number } }))
  const differing = countingOtherwise(differences.data)
  const differ =
    differing === 0 ? t('differences.title') : `${t('differences.title')} (${formatNumber(differing)})`
  const verify = useMutation(orpc.closing.verify.mutationOptions())
  useShortcut('escape', ({ target }) => {
    if (!isEditable(target) && document.querySelector('[role="dialog"]') === null)
      void navigate('/figures/closing')
  })
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={`${t('number', { number })}: ${t('range', { from: formatDate(from), to: formatDate(to) })}`}
        subtitle={
          <>
            <PlainLink component={Link} to="/figures/closing" title="Esc" underline="always">
              {t('toList')}
            </PlainLink>
            {` · ${t('column.version')} ${version} · ${t(`kind.${closing.kind}`)}`}
          </>
        }
        actions={
          <Actions
            closing={closing}
            verifying={verify.isPending}
            onVerify={() => verify.mutate({ number })}
          />
        }
      />
      <Facts closing={closing} />
      <ErrorAlert error={verify.error ?? differences.error} />
      {verify.data !== undefined && <VerdictAlert verdict={verify.data} />}
      <Box sx={BAR}>
        <PartTabs
          value={view}
          parts={CLOSED_VIEWS.map((name) => ({
            name,
            words: name === 'differences' ? differ : views(`view.${name}`),
          }))}
          onChange={(next) => change({ view: next })}
        />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, pb: '3px' }}>
          <Button size="small" component={Link} to={tablePath({ from, to, method, known, by })}>
            {t('then.open')}
          </Button>
          {view === 'table' && <BreakdownChoice by={by} onChange={(next) => change({ by: next })} />}
        </Box>
      </Box>
      <Box
        role="tabpanel"
        id={VIEW_PANEL_ID}
        aria-labelledby={viewTabId(view)}
        sx={view === 'differences' ? LIST : PANEL}
      >
        {view === 'differences' ? (
          <DifferencesTable
            differences={differences.data}
            loading={differences.isPending}
            save={(language) => office.closing.exportDifferences({ number, language })}
            words={{
              title: t('differences.title'),
              none: t('differences.none'),
              noneHint: t('differences.noneHint'),
              count: t('differences.count', { count: differing, amount: formatNumber(differing) }),
            }}
          />
        ) : (
          <ClosedTables closing={closing} view={view} by={by} />
        )}
      </Box>
    </Box>
  )
}

function Actions({
  closing,
  verifying,
  onVerify,
}: {
  closing: ClosingRow
  verifying: boolean
  onVerify: () => void
}) {
  const t = useT('closing')
  const may = useRights()
  const [reopening, setReopening] = useState(false)
  const save = useMutation(useOrpc().closing.file.mutationOptions({ onSuccess: downloadFile }))
  const { number, from, to, method, reopened } = closing
  return (
    <>
      <ErrorAlert error={save.error} sx={{ py: 0 }} />
      {may('export') && (
        <Button
          variant="outlined"
          startIcon={<SaveIcon />}
          loading={save.isPending}
          loadingPosition="start"
          onClick={() => save.mutate({ number })}
        >
          {t('file')}
        </Button>
      )}
      {may('approve') && reopened === null && (
        <Button variant="outlined" startIcon={<ReopenIcon />} onClick={() => setReopening(true)}>
          {t('reopen.button')}
        </Button>
      )}
      <Button
        variant="outlined"
        startIcon={<VerifyIcon />}
        loading={verifying}
        loadingPosition="start"
        onClick={onVerify}
      >
        {t('verify.button')}
      </Button>
      <ExportButton period={{ from, to }} by="procedure" method={method} closing={number} />
      {reopening && <ReopenDialog closing={closing} onClose={() => setReopening(false)} />}
    </>
  )
}

/** Who closed it and when, what it counts, its hash, and who opened it again. */
function Facts({ closing }: { closing: ClosingRow }) {
  const t = useT('closing')
  const { closedAt, closedBy, dossiers, pending, known, method, hash, reopened } = closing
  const facts = [
    { name: 'closed', value: t('fact.by', { at: formatMoment(closedAt), name: closedBy }) },
    { name: 'dossiers', value: formatNumber(dossiers) },
    { name: 'pending', value: formatNumber(pending) },
    { name: 'known', value: formatNumber(known) },
    { name: 'method', value: t(`method.${method}`) },
    { name: 'hash', value: hash },
    ...(reopened === null
      ? []
      : [
          {
            name: 'reopened' as const,
            value: `${t('fact.by', { at: formatMoment(reopened.at), name: reopened.by })}: ${reopened.reason}`,
          },
        ]),
  ] as const
  return (
    <Box component="dl" sx={FACTS}>
      {facts.map(({ name, value }) => (
        <Box key={name} sx={{ minWidth: 0 }}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: 12.5 }}>
            {t(`fact.${name}`)}
          </Box>
          <Box
            component="dd"
            data-testid={`closing-${name}`}
            sx={{ m: 0, overflowWrap: 'anywhere', fontSize: name === 'hash' ? 12 : 14 }}
          >
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

const SCREEN = { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1.5 } as const
const BAR = {
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 2,
  borderBottom: 1,
  borderColor: 'divider',
} as const
const PANEL = { flex: 'none', display: 'flex', flexDirection: 'column' } as const
const LIST = { ...PANEL, flex: 1, minHeight: 240 } as const
const FACTS = {
  flex: 'none',
  m: 0,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 4,
  rowGap: 1,
} as const
