import {
  Alert,
  Box,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
} from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { REPORT_FORMATS, type ReportFormat } from '../../../../src-main/contract/figures.ts'
import { METHODS, type Method } from '../../../../src-main/domain/figure-class.ts'
import type { Period } from '../../../../src-main/domain/period.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { downloadFile } from '../../../ui/download.ts'
import { ErrorAlert } from '../../../ui/error-alert.tsx'
import { officeErrorOf } from '../../../ui/errors.ts'
import { ProgressLine } from '../../../ui/progress-line.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { Grouping } from '../period-choice.ts'
import { usePeriodWords } from '../period-words.ts'
import { BeforeExport } from './before-export.tsx'

interface ExportProps {
  period: Period
  by: Grouping
  method: Method
  /** Number of the closing whose figures leave as they were closed; `null`: those known now. */
  closing: number | null
  onClose: () => void
}

/** In which form the report of a period leaves, and how far its making is; it can be stopped. */
export function ExportDialog({ period, by, method: first, closing, onClose }: ExportProps) {
  const t = useT('figure-report')
  const common = useT('common')
  const words = usePeriodWords()
  const titleId = useId()
  const [format, setFormat] = useState<ReportFormat>('xlsx')
  const [method, setMethod] = useState(first)
  const [withTables, setWithTables] = useState(true)
  const [withList, setWithList] = useState(false)
  const { file, stop, stopped } = useReport(onClose)
  const running = file.isPending
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
      // A report under way is stopped first; what it wrote would be lost to sight otherwise.
      onClose={running ? undefined : onClose}
    >
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!running) file.mutate({ ...period, by, method, format, withTables, withList, closing })
        }}
      >
        <DialogTitle id={titleId}>{t('export.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Box sx={{ fontWeight: 600 }}>{words.range(period)}</Box>
          {closing === null ? (
            <BeforeExport period={period} method={method} onShow={onClose} />
          ) : (
            <Box>{t('export.asClosed', { number: closing, method: t(`export.methods.${method}`) })}</Box>
          )}
          <Part label={t('export.format')} hint={t(`export.formatHints.${format}`)}>
            <Choice
              label={t('export.format')}
              value={format}
              onChange={setFormat}
              options={REPORT_FORMATS.map((value) => ({ value, words: t(`export.formats.${value}`) }))}
            />
          </Part>
          {closing === null && (
            <Part label={t('export.method')}>
              <Choice
                label={t('export.method')}
                value={method}
                onChange={setMethod}
                options={METHODS.map((value) => ({ value, words: t(`export.methods.${value}`) }))}
              />
            </Part>
          )}
          <Part label={t('export.content')}>
            <Tick
              label={t('export.withTables')}
              hint={t('export.withTablesHint')}
              checked={withTables}
              disabled={running}
              onChange={setWithTables}
            />
            <Tick
              label={t('export.withList')}
              hint={t('export.withListHint')}
              checked={withList}
              disabled={running}
              onChange={setWithList}
            />
          </Part>
          {running && <ProgressLine operation="figures-export" />}
          {stopped ? (
            <Alert severity="info">{t('export.stopped')}</Alert>
          ) : (
            <ErrorAlert error={running ? null : file.error} />
          )}
        </DialogContent>
        <DialogActions>
          {running ? (
            <Button
              autoFocus
              disabled={stop.isPending || stop.isSuccess}
              onClick={() => stop.mutate(undefined)}
            >
              {t(stop.isIdle ? 'export.stop' : 'export.stopping')}
            </Button>
          ) : (
            <Button onClick={onClose}>{common('button.cancel')}</Button>
          )}
          <Button type="submit" autoFocus variant="contained" loading={running}>
            {t('export.start')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}

/** The making of the file, and stopping it. */
function useReport(onDone: () => void) {
  const t = useT('figure-report')
  const orpc = useOrpc()
  const toast = useToast()
  const stop = useMutation(orpc.figures.cancelExport.mutationOptions())
  const file = useMutation(
    orpc.figures.exportSummary.mutationOptions({
      onMutate: () => stop.reset(),
      onSuccess: (made) => {
        downloadFile(made)
        toast(t('export.done', { name: made.name }))
        onDone()
      },
    }),
  )
  return { file, stop, stopped: !file.isPending && officeErrorOf(file.error)?.code === 'cancelled' }
}

function Part({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend" sx={{ fontSize: 13, mb: 0.75 }}>
        {label}
      </FormLabel>
      {children}
      {hint !== undefined && <FormHelperText sx={{ mx: 0 }}>{hint}</FormHelperText>}
    </FormControl>
  )
}

function Tick({
  label,
  hint,
  checked,
  disabled,
  onChange,
}: {
  label: string
  hint: string
  checked: boolean
  disabled: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <Box>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            size="small"
            checked={checked}
            disabled={disabled}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { 'aria-describedby': id } }}
          />
        }
      />
      <FormHelperText id={id} sx={{ ml: 3.75, mt: -0.5 }}>
        {hint}
      </FormHelperText>
    </Box>
  )
}
