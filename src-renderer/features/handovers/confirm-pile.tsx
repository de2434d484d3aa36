import { zodResolver } from '@hookform/resolvers/zod'
import { Alert, Box, FormControlLabel, Radio, RadioGroup } from '@mui/material'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useController, useForm } from 'react-hook-form'
import { z } from 'zod'
import { text } from '../../../src-main/contract/common.ts'
import type { BatchItem, BatchPage } from '../../../src-main/contract/handovers.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { MomentFields } from '../steps/moment-fields.tsx'
import { momentShape, moveField, readMoment } from '../steps/move-form.ts'
import { RefusedList } from '../steps/refused-list.tsx'

const formSchema = (today: CivilDate) =>
  z
    .object({ ...momentShape, rest: z.enum(['open', 'missing']), note: text(1000) })
    .transform(({ rest, note, ...moment }, context) => {
      const happened = readMoment(moment, today, (field, code) =>
        context.addIssue({ code: 'custom', message: code, path: [field] }),
      )
      return happened === null ? z.NEVER : { ...happened, rest, note }
    })
type PileForm = z.input<ReturnType<typeof formSchema>>

/** Says of a pile what was there; of the rest, that it is missing or still to come. */
export function ConfirmPile({
  page: { row },
  there,
  rest,
  onDone,
  onClose,
}: {
  page: BatchPage
  /** Keys of those that were there. */
  there: readonly number[]
  rest: readonly BatchItem[]
  onDone: () => void
  onClose: () => void
}) {
  const t = useT('handovers')
  const steps = useT('steps')
  const toast = useToast()
  const { today } = useStatus()
  const orpc = useOrpc()
  const queries = useQueryClient()
  const confirm = useMutation(
    orpc.handovers.confirm.mutationOptions({ onSettled: () => queries.invalidateQueries() }),
  )
  const defaultValues: PileForm = { on: today, time: '', rest: 'open', note: '' }
  const form = useForm({ resolver: zodResolver(formSchema(today)), defaultValues })
  const { field: restField } = useController({ control: form.control, name: 'rest' })
  const nothing = there.length === 0 && (rest.length === 0 || restField.value === 'open')
  const submit = form.handleSubmit(async ({ rest: what, ...typed }) => {
    const missing = what === 'missing' ? rest.map(({ id }) => id) : []
    try {
      await confirm.mutateAsync({ batch: row.batch, confirmed: [...there], codes: [], missing, ...typed })
      toast(t('confirmed', { count: there.length }))
      onDone()
    } catch (error) {
      applyFieldErrors(form, error, (path) => {
        const found = moveField(path)
        return found === 'on' || found === 'time' || found === 'note' ? found : null
      })
    }
  })
  const atField = (officeErrorOf(confirm.error)?.fields ?? []).some(({ field }) => moveField(field) !== null)
  return (
    <FormDialog
      title={t('confirmTitle', { number: row.number })}
      confirmLabel={t('confirm')}
      width="xs"
      busy={confirm.isPending}
      disabled={nothing}
      error={atField ? null : confirm.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Alert severity={there.length === 0 ? 'warning' : 'success'}>
        {t('thereCount', { count: there.length })}
      </Alert>
      {rest.length > 0 && (
        <Box>
          <Box id="rest-label" sx={{ fontWeight: 600, fontSize: 13.5 }}>
            {t('restCount', { count: rest.length })}
          </Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary', maxHeight: 90, overflow: 'auto', my: 0.5 }}>
            {rest.map(({ code }) => code).join(', ')}
          </Box>
          <RadioGroup
            aria-labelledby="rest-label"
            value={restField.value}
            onChange={(_, value) => restField.onChange(value)}
          >
            <FormControlLabel value="open" control={<Radio size="small" />} label={t('rest.open')} />
            <FormControlLabel value="missing" control={<Radio size="small" />} label={t('rest.missing')} />
          </RadioGroup>
        </Box>
      )}
      <MomentFields control={form.control} on="on" time="time" />
      <FormText
        control={form.control}
        name="note"
        label={steps('note')}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <RefusedList error={confirm.error} />
    </FormDialog>
  )
}
