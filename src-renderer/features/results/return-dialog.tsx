import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import type { ResultRow } from '../../../src-main/contract/results.ts'
import { RETURN_WAYS } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { FormTypeAhead } from '../../ui/form-type-ahead.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { returnField, type ReturnForm, returnFormSchema } from './return-form.ts'

/** Hands several results out to one person: all of them, or none. */
export function ReturnDialog({
  rows,
  onClose,
  onDone,
}: {
  rows: readonly ResultRow[]
  onClose: () => void
  onDone: () => void
}) {
  const t = useT('results')
  const dossier = useT('dossier')
  const common = useT('common')
  const toast = useToast()
  const { today } = useStatus()
  const returning = useMutation(useOrpc().results.returnAll.mutationOptions())
  const names = [...new Set(rows.map(({ applicantName }) => applicantName))]
  // Of several applicants nobody knows who has come.
  const onlyOne = names.length === 1 ? names[0] : undefined
  const defaultValues: ReturnForm = {
    ...{ on: today, to: onlyOne ?? '', way: rows[0]?.returnWay ?? 'counter', tracking: '', note: '' },
  }
  const form = useForm({ resolver: zodResolver(returnFormSchema), defaultValues })
  const { control } = form
  const way = useWatch({ control, name: 'way' })
  const submit = form.handleSubmit(async (typed) => {
    try {
      const dossiers = rows.map(({ id, version }) => ({ id, version }))
      const { count } = await returning.mutateAsync({ ...typed, dossiers })
      toast(t('hand.done', { count }))
      onDone()
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, returnField)
    }
  })
  const atField = (officeErrorOf(returning.error)?.fields ?? []).some(
    ({ field }) => returnField(field) !== null,
  )
  const plain = { htmlInput: { autoComplete: 'off' } }
  return (
    <FormDialog
      title={t('hand.title', { count: rows.length })}
      confirmLabel={t('hand.confirm')}
      width="xs"
      busy={returning.isPending}
      error={atField ? null : returning.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Box component="ul" aria-label={t('title')} sx={LIST}>
        {rows.map(({ id, code, applicantName }) => (
          <li key={id}>
            {code} · {applicantName}
          </li>
        ))}
      </Box>
      <FormTypeAhead
        control={control}
        name="to"
        label={dossier('step.to')}
        suggestions={names}
        autoFocus={onlyOne === undefined}
      />
      <FormDate
        control={control}
        name="on"
        label={dossier('step.day')}
        required
        autoFocus={onlyOne !== undefined}
        max={today}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: way === 'post' ? '1fr 1fr' : '1fr', gap: 1.5 }}>
        <FormSelect
          control={control}
          name="way"
          label={dossier('step.way')}
          required
          options={RETURN_WAYS.map((value) => ({ value, words: common(`returnWay.${value}`) }))}
        />
        {way === 'post' && (
          <FormText
            control={control}
            name="tracking"
            label={dossier('step.tracking')}
            required
            slotProps={plain}
          />
        )}
      </Box>
      <FormText control={control} name="note" label={common('particular.note')} slotProps={plain} />
    </FormDialog>
  )
}

const LIST = { m: 0, pl: 2.5, fontSize: 13, maxHeight: 140, overflow: 'auto' }
