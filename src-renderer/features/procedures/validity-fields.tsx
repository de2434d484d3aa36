import { Alert, Box } from '@mui/material'
import { useEffect, useRef } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { type CatalogueVersion, versionInputSchema } from '../../../src-main/contract/procedures.ts'
import { planVersion } from '../../../src-main/domain/catalogue.ts'
import { useT } from '../../app/i18n.ts'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { formatDate } from '../../ui/format.ts'
import type { TypedVersion, VersionForm } from './version-form.ts'
import { useVersionWords } from './words.ts'

const STATUSES = versionInputSchema.shape.status.options

/** From when to when, on what it stands, why it is added, and which version ends for it. */
export function ValidityFields({
  base,
  versions,
}: {
  base: CatalogueVersion | null
  versions: readonly CatalogueVersion[]
}) {
  const t = useT('procedures')
  const { control } = useFormContext<VersionForm, unknown, TypedVersion>()
  return (
    <Box sx={GRID}>
      <Box sx={{ gridColumn: 'span 3' }}>
        <DayField name="version.validFrom" autoFocus />
      </Box>
      <Box sx={{ gridColumn: 'span 4' }}>
        <DayField name="version.validTo" />
      </Box>
      <Box sx={{ gridColumn: 'span 5' }}>
        <FormSelect
          control={control}
          name="version.status"
          label={t('field.status')}
          options={STATUSES.map((value) => ({ value, words: t(`statusLong.${value}`) }))}
        />
      </Box>
      <Box sx={{ gridColumn: 'span 12' }}>
        <ClosingNote versions={versions} />
      </Box>
      <Box sx={{ gridColumn: 'span 12' }}>
        <FormText
          control={control}
          name="version.basis"
          label={t('field.basis')}
          hint={base === null ? t('form.basisHint') : t('form.oldBasis', { basis: base.basis })}
          required
        />
      </Box>
      <Box sx={{ gridColumn: 'span 12' }}>
        <FormText
          control={control}
          name="reason"
          label={t('field.reason')}
          hint={t('form.reasonHint')}
          required
        />
      </Box>
    </Box>
  )
}

function DayField({
  name,
  autoFocus = false,
}: {
  name: 'version.validFrom' | 'version.validTo'
  autoFocus?: boolean
}) {
  const t = useT('procedures')
  const { control, trigger, getFieldState } = useFormContext<VersionForm, unknown, TypedVersion>()
  const {
    field: { value, onChange, onBlur, ref },
    fieldState: { error },
  } = useController({ control, name })
  const first = name === 'version.validFrom'
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What is typed goes to the parts of the date; the input behind them takes nothing.
    ref({ focus: () => box.current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus() })
  }, [ref])
  return (
    <Box ref={box}>
      <CivilDateField
        label={t(first ? 'field.validFrom' : 'field.validTo')}
        value={value}
        onChange={(day) => {
          onChange(day)
          // Whether the end lies before the beginning depends on both.
          if (first && getFieldState('version.validTo').error) void trigger('version.validTo')
        }}
        onBlur={onBlur}
        required={first}
        autoFocus={autoFocus}
        {...(first ? {} : { hint: t('form.validToHint') })}
        errorCode={error?.message}
      />
    </Box>
  )
}

/** What saving will do to the versions that stand, before it is done. */
function ClosingNote({ versions }: { versions: readonly CatalogueVersion[] }) {
  const t = useT('procedures')
  const words = useVersionWords()
  const { control } = useFormContext<VersionForm, unknown, TypedVersion>()
  const [key, validFrom, validTo] = useWatch({
    control,
    name: ['version.key', 'version.validFrom', 'version.validTo'],
  })
  const sound = validFrom !== null && (validTo === null || validFrom <= validTo)
  const plan = sound ? planVersion({ key: key.trim(), validFrom, validTo }, versions) : null
  const note = () => {
    if (plan === null) return t('form.waiting')
    if (!plan.fits) return t('form.overlaps', { validity: words.validity(plan.beside) })
    if (plan.closes === null) return t('form.closesNothing')
    return t('form.closes', {
      from: formatDate(plan.closes.version.validFrom),
      to: formatDate(plan.closes.validTo),
    })
  }
  return (
    <Alert severity={plan?.fits === false ? 'error' : 'info'} role="status" sx={{ py: 0.25, fontSize: 13 }}>
      {note()}
    </Alert>
  )
}

const GRID = {
  display: 'grid',
  gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
  gap: 1.5,
  alignItems: 'start',
}
