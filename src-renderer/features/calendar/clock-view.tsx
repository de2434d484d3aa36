import { zodResolver } from '@hookform/resolvers/zod'
import { Box, Button, FormControlLabel, FormHelperText, Radio, RadioGroup, Typography } from '@mui/material'
import { Controller, useForm } from 'react-hook-form'
import { z } from 'zod'
import { clockSettingsSchema } from '../../../src-main/contract/calendar.ts'
import { timeSchema } from '../../../src-main/contract/common.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { useFieldWords } from '../../ui/errors.ts'
import { FormText } from '../../ui/form-text.tsx'
import { readTime } from '../../ui/office-fields.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { type Conventions, sameConventions } from './draft.ts'
import { useDraft } from './use-draft.ts'

const typedTime = z.string().transform(readTime).pipe(timeSchema)
/** The conventions as people type them, one field an hour; `7h30` is understood. */
const typedSchema = z
  .object({
    morningFrom: typedTime,
    morningTo: typedTime,
    afternoonFrom: typedTime,
    afternoonTo: typedTime,
    sameDayCutOff: typedTime,
    offDayReception: z.enum(['strict', 'next-working-day']),
  })
  .transform(({ morningFrom, morningTo, afternoonFrom, afternoonTo, ...rest }): Conventions => ({
    ...rest,
    hours: { morning: [morningFrom, morningTo], afternoon: [afternoonFrom, afternoonTo] },
  }))
  .pipe(clockSettingsSchema)

const typedOf = ({ hours, ...rest }: Conventions) => ({
  ...rest,
  morningFrom: hours.morning[0],
  morningTo: hours.morning[1],
  afternoonFrom: hours.afternoon[0],
  afternoonTo: hours.afternoon[1],
})

/** Office hours and the conventions of counting, to be put into the draft. */
export function ClockView({ clock, onEffects }: { clock: Conventions; onEffects: () => void }) {
  const { state } = useDraft()
  const shown = state.clock ?? clock
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'flex', gap: 3, alignItems: 'start' }}>
      <Box sx={{ flex: '1 1 560px', maxWidth: 760 }}>
        {/* The draft may be undone beside the form, or the conventions changed in another window. */}
        <ClockForm key={JSON.stringify(shown)} shown={shown} inUse={clock} />
      </Box>
      <Box sx={{ flex: '0 1 340px' }}>
        <DraftPanel onEffects={onEffects} />
      </Box>
    </Box>
  )
}

function ClockForm({ shown, inUse }: { shown: Conventions; inUse: Conventions }) {
  const t = useT('calendar')
  const toast = useToast()
  const words = useFieldWords()
  const may = useRights()
  const { draft } = useDraft()
  const form = useForm({
    resolver: zodResolver(typedSchema),
    defaultValues: typedOf(shown),
    mode: 'onTouched',
  })
  const { errors, isDirty } = form.formState
  // The schema reports the order of the hours at a field that is none of the form's.
  const outOfOrder = 'hours' in errors
  const submit = form.handleSubmit((conventions) => {
    const same = sameConventions(conventions, inUse)
    draft.setClock(same ? null : conventions)
    toast(t(same ? 'clock.same' : 'clock.inDraft'), { severity: 'info' })
  })
  const hour = (name: 'morningFrom' | 'morningTo' | 'afternoonFrom' | 'afternoonTo') => (
    <FormText control={form.control} name={name} label={t(`clock.${name}`)} required />
  )
  return (
    <Section title={t('clock.title')} subtitle={t('clock.subtitle')}>
      <Box
        component="form"
        noValidate
        inert={!may('rules')}
        onSubmit={(event) => void submit(event)}
        sx={{ display: 'grid', gap: 2.25, pt: 0.5 }}
      >
        <Box role="group" aria-label={t('clock.hours')}>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 1.5 }}>
            {hour('morningFrom')}
            {hour('morningTo')}
            {hour('afternoonFrom')}
            {hour('afternoonTo')}
          </Box>
          <FormHelperText error={outOfOrder} role={outOfOrder ? 'alert' : undefined}>
            {outOfOrder ? words('hours-not-in-order') : t('clock.hoursHint')}
          </FormHelperText>
        </Box>
        <FormText
          control={form.control}
          name="sameDayCutOff"
          label={t('clock.cutOff')}
          hint={t('clock.cutOffHint')}
          required
        />
        <Controller
          control={form.control}
          name="offDayReception"
          render={({ field }) => (
            <Box>
              <Typography variant="h3" component="p" id="off-day-reception">
                {t('clock.offDay')}
              </Typography>
              <RadioGroup {...field} aria-labelledby="off-day-reception">
                {(['strict', 'next-working-day'] as const).map((value) => (
                  <FormControlLabel
                    key={value}
                    value={value}
                    control={<Radio size="small" />}
                    label={
                      <>
                        {t(`clock.${value}`)}
                        <Typography
                          variant="caption"
                          component="span"
                          sx={{ display: 'block', color: 'text.secondary' }}
                        >
                          {t(`clock.${value}Hint`)}
                        </Typography>
                      </>
                    }
                    sx={{ alignItems: 'flex-start', mt: 0.75, '& .MuiRadio-root': { pt: 0.25 } }}
                  />
                ))}
              </RadioGroup>
            </Box>
          )}
        />
        {may('rules') && (
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button type="submit" variant="contained" disabled={!isDirty}>
              {t('clock.save')}
            </Button>
            {!sameConventions(shown, inUse) && (
              <Button onClick={() => draft.setClock(null)}>{t('clock.reset')}</Button>
            )}
          </Box>
        )}
      </Box>
    </Section>
  )
}
