import { Alert, Box, LinearProgress, Typography } from '@mui/material'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import type { ClosingPreview } from '../../../../src-main/contract/closing.ts'
import type { Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { useRights } from '../../../app/rights.ts'
import { downloadFile } from '../../../ui/download.ts'
import { officeErrorOf } from '../../../ui/errors.ts'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useToast } from '../../../ui/toast.tsx'
import { FormDialog } from '../../dossier/form-dialog.tsx'

/** Closes a period: shows what will be fixed, then fixes exactly that and hands out its file. */
export function CloseDialog({
  period: { from, to },
  method,
  onClose,
}: {
  period: Period
  method: Method
  onClose: () => void
}) {
  const t = useT('closing')
  const toast = useToast()
  const may = useRights()
  const orpc = useOrpc()
  const preview = useQuery({
    ...orpc.closing.preview.queryOptions({ input: { from, to, method } }),
    // What is shown stays until it is closed; what is entered meanwhile is told by the refusal.
    staleTime: Infinity,
    gcTime: 0,
  })
  const save = useMutation(orpc.closing.file.mutationOptions({ onSuccess: downloadFile }))
  const close = useMutation(
    orpc.closing.close.mutationOptions({
      onSuccess: ({ number, version }) => {
        toast(t('close.done', { from: formatDate(from), to: formatDate(to), version }))
        if (may('export')) save.mutate({ number })
        onClose()
      },
      onError: (error) => {
        if (officeErrorOf(error)?.code === 'what-if-outdated') void preview.refetch()
      },
    }),
  )
  const shown = preview.data
  return (
    <FormDialog
      title={t('close.title', { from: formatDate(from), to: formatDate(to) })}
      confirmLabel={t('close.confirm')}
      width="xs"
      busy={close.isPending}
      disabled={shown === undefined || shown.refusal !== null || preview.isFetching}
      error={close.error ?? preview.error}
      onSubmit={() => shown !== undefined && close.mutate({ from, to, method, digest: shown.digest })}
      onClose={onClose}
    >
      {shown === undefined ? (
        <Box sx={{ minHeight: 260 }}>
          {preview.isPending && <LinearProgress aria-label={t('close.counting')} />}
        </Box>
      ) : (
        <Shown preview={shown} method={method} />
      )}
    </FormDialog>
  )
}

function Shown({ preview, method }: { preview: ClosingPreview; method: Method }) {
  const t = useT('closing')
  const { total, dossiers, version, known, identities, refusal } = preview
  const hold = identities.every(({ holds }) => holds)
  const lines = [
    { words: t('close.received'), value: formatNumber(total.receivedTotal) },
    { words: t('close.carriedOver'), value: formatNumber(total.carriedOver), part: true },
    { words: t('close.resolved'), value: formatNumber(total.resolved) },
    { words: t('close.late'), value: formatNumber(total.resolvedLate), part: true },
    { words: t('close.pending'), value: formatNumber(total.pending) },
    { words: t('close.overdue'), value: formatNumber(total.pendingOverdue), part: true },
    { words: t('close.identities'), value: t(hold ? 'close.holds' : 'close.fails') },
    { words: t('close.method'), value: t(`method.${method}`) },
    { words: t('close.version'), value: String(version) },
    { words: t('close.known'), value: formatNumber(known) },
  ]
  return (
    <>
      {refusal !== null && (
        <Alert severity="warning">{t(`refusal.${refusal.code}`, { number: refusal.number ?? '' })}</Alert>
      )}
      <Box component="dl" data-testid="closing-preview" sx={LINES}>
        {lines.map(({ words, value, part }) => (
          <Fragment key={words}>
            <Box component="dt" sx={{ color: 'text.secondary', pl: part === true ? 2 : 0 }}>
              {words}
            </Box>
            <Box component="dd" sx={{ m: 0, textAlign: 'right', fontWeight: part === true ? 400 : 600 }}>
              {value}
            </Box>
          </Fragment>
        ))}
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('close.what', { dossiers: formatNumber(dossiers) })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('close.file')}
      </Typography>
    </>
  )
}

const LINES = {
  m: 0,
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  rowGap: 0.5,
  columnGap: 2,
  fontVariantNumeric: 'tabular-nums',
} as const
