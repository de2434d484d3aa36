import SaveIcon from '@mui/icons-material/FileDownloadOutlined'
import ReopenIcon from '@mui/icons-material/LockOpenOutlined'
import VerifyIcon from '@mui/icons-material/VerifiedOutlined'
import { Box, Button } from '@mui/material'
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
import { DifferencesTable } from './differences-table.tsx'
import { ReopenDialog } from './reopen-dialog.tsx'
import { VerdictAlert } from './verdict-alert.tsx'

/** One closed period: what it says of itself, whether it is intact, and what differs since. */
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
  const { number, from, to, version } = closing
  const orpc = useOrpc()
  const office = useOffice()
  const navigate = useNavigate()
  const differences = useQuery(orpc.closing.differences.queryOptions({ input: { number } }))
  const verify = useMutation(orpc.closing.verify.mutationOptions())
  useShortcut('escape', ({ target }) => {
    if (!isEditable(target) && document.querySelector('[role="dialog"]') === null)
      void navigate('/figures/closing')
  })
  return (
    <Box sx={SCREEN}>
      <PageHeader
        title={`${t('number', { number })}: ${t('range', { from: formatDate(from), to: formatDate(to) })}`}
        subtitle={`${t('column.version')} ${version} · ${t(`kind.${closing.kind}`)}`}
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
      <DifferencesTable
        differences={differences.data}
        loading={differences.isPending}
        save={(language) => office.closing.exportDifferences({ number, language })}
        words={{
          title: t('differences.title'),
          none: t('differences.none'),
          noneHint: t('differences.noneHint'),
          count: t('differences.count', {
            count: differences.data?.total ?? 0,
            amount: formatNumber(differences.data?.total ?? 0),
          }),
        }}
      />
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
  const { number, reopened } = closing
  return (
    <>
      <ErrorAlert error={save.error} sx={{ py: 0 }} />
      <Button component={Link} to="/figures/closing" title="Esc">
        {t('toList')}
      </Button>
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
        variant="contained"
        startIcon={<VerifyIcon />}
        loading={verifying}
        loadingPosition="start"
        onClick={onVerify}
      >
        {t('verify.button')}
      </Button>
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
const FACTS = {
  flex: 'none',
  m: 0,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 4,
  rowGap: 1,
} as const
