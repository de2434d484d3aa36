import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type Control, useController, useForm, useWatch } from 'react-hook-form'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { PAUSE_KINDS, type PauseKind } from '../../../src-main/domain/dossier.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc, useStatus } from '../../app/office.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from './form-dialog.tsx'
import { PauseEffect, type PausePreview } from './pause-effect.tsx'
import { type ClockChange, pauseField, type PauseForm, pauseFormSchema } from './pause-form.ts'
import { useChange, useFocusHeading } from './use-change.ts'

/** Stops the clock or lets it run again, with what that does to the due date shown before it is saved. */
export function PauseDialog({
  page,
  change,
  onClose,
}: {
  page: DossierPage
  change: ClockChange
  onClose: () => void
}) {
  const t = useT('dossier')
  const toast = useToast()
  const { today } = useStatus()
  const focusHeading = useFocusHeading()
  const { target, pause, resume } = useChange(page)
  const kinds = PAUSE_KINDS.filter((kind) => kind !== 'supplement' || !page.supplementAsked)
  const defaultValues: PauseForm = { kind: kinds[0] ?? 'agency', on: today, document: '', note: '' }
  const form = useForm({ resolver: zodResolver(pauseFormSchema(change)), defaultValues })
  const { control } = form
  const [kind, on] = useWatch({ control, name: ['kind', 'on'] })
  const effect = useEffectOf(page, change, kind, on)
  const saving = change === 'pause' ? pause : resume
  const submit = form.handleSubmit(async ({ pause: why, ...typed }) => {
    try {
      if (change === 'pause') await pause.mutateAsync({ ...typed, ...target, pause: why })
      else await resume.mutateAsync({ ...typed, ...target })
      toast(t(change === 'pause' ? 'pause.done' : 'pause.resumed'))
      onClose()
      focusHeading()
    } catch (error) {
      applyFieldErrors(form, error, pauseField)
    }
  })
  const atField = fieldCode(saving.error) !== undefined
  return (
    <FormDialog
      title={t(change === 'pause' ? 'pause.title' : 'pause.resumeTitle', { code: page.row.code })}
      confirmLabel={t(change === 'pause' ? 'pause.confirm' : 'pause.resumeConfirm')}
      width="md"
      busy={saving.isPending}
      error={atField ? null : saving.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Box sx={COLUMNS}>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          {change === 'pause' && (
            <Box>
              <FormSelect
                control={control}
                name="kind"
                label={t('pause.kind')}
                required
                autoFocus
                options={kinds.map((value) => ({ value, words: t(`pause.${value}`) }))}
              />
              {page.supplementAsked && <Box sx={HINT}>{t('pause.supplementOnce')}</Box>}
            </Box>
          )}
          <DayField
            control={control}
            label={t(change === 'pause' ? 'pause.day' : 'pause.resumeDay')}
            min={page.row.acceptedOn}
            max={today}
            autoFocus={change === 'resume'}
            previewCode={fieldCode(effect.error)}
          />
          <FormText
            control={control}
            name="document"
            label={t('pause.document')}
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
          <FormText
            control={control}
            name="note"
            label={t(change === 'pause' ? 'pause.reason' : 'pause.resumeReason')}
            required={change === 'pause'}
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
        </Box>
        <PauseEffect page={page} change={change} on={on} preview={effect.preview} error={effect.error} />
      </Box>
    </FormDialog>
  )
}

/** What the office says the change would do, asked again for each kind and day. */
function useEffectOf(
  { row: { id } }: DossierPage,
  change: ClockChange,
  pause: PauseKind,
  on: CivilDate | null,
): { preview: PausePreview | undefined; error: unknown } {
  const { today } = useStatus()
  const day = on ?? today
  const asked = useQuery(
    useOrpc().dossiers.previewPause.queryOptions({
      input: {
        id,
        change: change === 'pause' ? { kind: 'pause', pause, on: day } : { kind: 'resume', on: day },
      },
      enabled: on !== null,
      staleTime: 0,
      retry: false,
    }),
  )
  return { preview: asked.isError ? undefined : asked.data, error: on === null ? null : asked.error }
}

function DayField({
  control,
  previewCode,
  ...field
}: {
  control: Control<PauseForm, unknown, unknown>
  label: string
  min: CivilDate
  max: CivilDate
  autoFocus: boolean
  previewCode: string | undefined
}) {
  const {
    field: { value, onChange, onBlur, ref },
    fieldState: { error },
  } = useController({ control, name: 'on' })
  return (
    <CivilDateField
      {...field}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      inputRef={ref}
      required
      errorCode={error?.message ?? previewCode}
    />
  )
}

/** Code of the first error that has a field here. */
function fieldCode(error: unknown): string | undefined {
  return officeErrorOf(error)?.fields.find(({ field }) => pauseField(field) !== null)?.code
}

const COLUMNS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.25fr)',
  gap: 3,
  minHeight: 360,
}
const HINT = { mt: 0.5, fontSize: 12.5, color: 'text.secondary' }
