import { zodResolver } from '@hookform/resolvers/zod'
import { Box } from '@mui/material'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { type CivilDate, parseCivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { applyFieldErrors, officeErrorOf } from '../../ui/errors.ts'
import { FormDate } from '../../ui/form-date.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { formatDate } from '../../ui/format.ts'
import { useToast } from '../../ui/toast.tsx'
import { FormDialog } from '../dossier/form-dialog.tsx'
import { type DialogProps, type Subject, useWhat } from './mark-dialogs.tsx'
import { Refusals } from './refusals.tsx'
import { useCauses } from './use-desk.ts'

/** What the clock proposes unless another number is typed. */
const USUAL_DAYS = 3
/** As many new days are shown one by one. */
const MOST_SHOWN = 6

const schema = z
  .object({
    days: z.string().regex(/^([1-9]|[1-5]\d|60)$/, 'not-a-count'),
    dueOn: z.string().nullable(),
    cause: z.string().nullable(),
    reason: z.string(),
  })
  .refine(({ cause, reason }) => (cause ?? '') !== '' || reason.trim() !== '', {
    path: ['reason'],
    error: 'required',
  })

/** Drafts the apology: new day, cause, reason; for the head to decide. */
export function DraftDialog({ subjects, onClose }: DialogProps) {
  const t = useT('overdue')
  const toast = useToast()
  const what = useWhat(subjects)
  const { options } = useCauses()
  const draft = useMutation(useOrpc().desk.draftApology.mutationOptions())
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { days: String(USUAL_DAYS), dueOn: null, cause: '', reason: '' },
  })
  const { control } = form
  const [days, dueOn] = useWatch({ control, name: ['days', 'dueOn'] })
  const day = dueOn === null ? null : parseCivilDate(dueOn)
  const submit = form.handleSubmit(async ({ cause, reason }) => {
    const items = subjects.map(({ id, version }) => ({ id, version }))
    const when = day === null ? { dueOn: null, days: Number(days) } : { dueOn: day, days: null }
    try {
      const { done } = await draft.mutateAsync({ items, ...when, cause: cause ?? '', reason })
      toast(t('draft.done', { count: done }))
      onClose()
    } catch (error) {
      applyFieldErrors(form, error, (path) => FIELDS.find((name) => name === path) ?? null)
    }
  })
  const atField = (officeErrorOf(draft.error)?.fields ?? []).some(({ field }) =>
    FIELDS.some((name) => name === field),
  )
  return (
    <FormDialog
      title={t('draft.title', { what })}
      confirmLabel={t('draft.confirm')}
      width="xs"
      busy={draft.isPending}
      error={atField ? null : draft.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormSelect
        control={control}
        name="cause"
        label={t('draft.cause')}
        options={options}
        emptyWords={t('draft.free')}
        autoFocus
      />
      <FormText control={control} name="reason" label={t('draft.reason')} hint={t('draft.reasonHint')} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5, alignItems: 'start' }}>
        <FormText
          control={control}
          name="days"
          label={t('draft.days')}
          disabled={day !== null}
          slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
        />
        <FormDate control={control} name="dueOn" label={t('draft.day')} />
      </Box>
      <Box sx={{ fontSize: 12.5, color: 'text.secondary', mt: -1 }}>{t('draft.daysHint')}</Box>
      <Proposals subjects={subjects} days={Number(days)} day={day} />
      <Refusals error={draft.error} />
    </FormDialog>
  )
}

const FIELDS = ['days', 'dueOn', 'cause', 'reason'] as const

/** The new day of each dossier, before anything is saved. */
function Proposals({
  subjects,
  days,
  day,
}: {
  subjects: readonly Subject[]
  days: number
  day: CivilDate | null
}) {
  const t = useT('overdue')
  const valid = Number.isInteger(days) && days >= 1 && days <= 60
  const input = { ids: subjects.map(({ id }) => id), days: valid ? days : USUAL_DAYS }
  const proposals = useQuery(
    useOrpc().desk.proposeDates.queryOptions({ input, placeholderData: keepPreviousData }),
  ).data
  if (proposals === undefined) return null
  const late = proposals.some((one) => one.late)
  return (
    <Box>
      <Box
        component="table"
        aria-label={t('draft.preview')}
        sx={{
          ...{ width: '100%', fontSize: 13, borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
          '& th': { textAlign: 'left', fontWeight: 500, color: 'text.secondary', fontSize: 12.5 },
          '& td, & th': { py: '2px', pr: 1 },
        }}
      >
        <thead>
          <tr>
            <th>{t('draft.preview')}</th>
            <th>{t('draft.due')}</th>
            <th>{t('draft.newDue')}</th>
          </tr>
        </thead>
        <tbody>
          {proposals.slice(0, MOST_SHOWN).map(({ id, code, dueOn, newDueOn }) => (
            <tr key={id}>
              <td>{code}</td>
              <td>{formatDate(dueOn)}</td>
              <td>
                <b>{formatDate(day ?? newDueOn)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
      {proposals.length > MOST_SHOWN && (
        <Box sx={{ fontSize: 13 }}>{t('draft.more', { count: proposals.length - MOST_SHOWN })}</Box>
      )}
      <Box sx={{ fontSize: 13, mt: 0.5, color: late ? 'standing.late.fg' : 'text.secondary' }}>
        {t(late ? 'draft.late' : 'draft.inTime')}
      </Box>
    </Box>
  )
}
