import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { type ReactNode, useMemo } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { type CatalogueVersion, versionInputSchema } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'
import { useFieldWords } from '../../ui/errors.ts'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { FormTypeAhead } from '../../ui/form-type-ahead.tsx'
import { type TypedVersion, type VersionForm, keyOf, phaseFaultOf } from './version-form.ts'

const { unit, supplementRule } = versionInputSchema.shape
const useVersion = () => useFormContext<VersionForm, unknown, TypedVersion>()

/** Names, codes and terms of a version. The key of a procedure is the same for all its versions. */
export function ContentFields({
  base,
  versions,
}: {
  base: CatalogueVersion | null
  versions: readonly CatalogueVersion[]
}) {
  const t = useT('procedures')
  const { control, getValues, setValue } = useVersion()
  const fields = useMemo(() => [...new Set(versions.map(({ field }) => field))], [versions])
  const suggestKey = () => {
    if (getValues('version.key').trim() === '')
      setValue('version.key', keyOf(getValues('version.nameVi')), { shouldValidate: true })
  }
  return (
    <Box sx={GRID}>
      <Cell span={12}>
        <Box onBlur={suggestKey}>
          <FormText control={control} name="version.nameVi" label={t('field.nameVi')} required />
        </Box>
      </Cell>
      <Cell span={12}>
        <FormText control={control} name="version.nameEn" label={t('field.nameEn')} />
      </Cell>
      <Cell span={5}>
        <FormText
          control={control}
          name="version.key"
          label={t('field.key')}
          sx={{ '& input[readonly]': { color: 'text.secondary' } }}
          hint={t('form.keyHint')}
          required
          slotProps={{
            htmlInput:
              base === null ? { spellCheck: false, autoComplete: 'off' } : { readOnly: true, tabIndex: -1 },
          }}
        />
      </Cell>
      <Cell span={3}>
        <FormText control={control} name="version.nationalCode" label={t('field.nationalCode')} />
      </Cell>
      <Cell span={4}>
        <FormTypeAhead
          control={control}
          name="version.field"
          label={`${t('field.field')} *`}
          suggestions={fields}
        />
      </Cell>
      <Cell span={2}>
        <FormText
          control={control}
          name="version.term"
          label={t('field.term')}
          hint={t('form.termHint')}
          required
          slotProps={DIGITS}
        />
      </Cell>
      <Cell span={3}>
        <FormSelect
          control={control}
          name="version.unit"
          label={t('field.unit')}
          options={unit.options.map((value) => ({ value, words: t(`unit.${value}`) }))}
        />
      </Cell>
      <Cell span={3}>
        <FormText
          control={control}
          name="version.remoteExtra"
          label={t('field.remoteExtra')}
          slotProps={DIGITS}
        />
      </Cell>
      <Cell span={4}>
        <Phases />
      </Cell>
      <Cell span={8}>
        <FormSelect
          control={control}
          name="version.supplementRule"
          label={t('field.supplementRule')}
          options={supplementRule.options.map((value) => ({ value, words: t(`supplementLong.${value}`) }))}
        />
      </Cell>
      <Cell span={4}>
        <FeeLeg />
      </Cell>
    </Box>
  )
}

function Phases() {
  const t = useT('procedures')
  const words = useFieldWords()
  const { control } = useVersion()
  const [term, unit, first, second] = useWatch({
    control,
    name: ['version.term', 'version.unit', 'version.phases.first', 'version.phases.second'],
  })
  // Said as it is typed: it depends on four fields, and is right as soon as one of them is.
  const error = words(phaseFaultOf({ term, unit, phases: { first, second } }) ?? undefined)
  return (
    <Box role="group" aria-label={t('field.phases')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
        <FormText control={control} name="version.phases.first" label={t('field.first')} slotProps={DIGITS} />
        <FormText
          control={control}
          name="version.phases.second"
          label={t('field.second')}
          slotProps={DIGITS}
        />
      </Box>
      <Typography
        variant="caption"
        {...(error === undefined ? {} : { role: 'alert' })}
        sx={{
          display: 'block',
          px: 1.75,
          pt: '3px',
          color: error === undefined ? 'text.secondary' : 'error.main',
        }}
      >
        {error ?? t('form.phasesHint')}
      </Typography>
    </Box>
  )
}

function FeeLeg() {
  const t = useT('procedures')
  const { control } = useVersion()
  const {
    field: { ref, value, onChange, ...field },
  } = useController({ control, name: 'version.hasFeeLeg' })
  return (
    <FormControlLabel
      control={
        <Checkbox
          {...field}
          size="small"
          checked={value}
          onChange={(_, checked) => onChange(checked)}
          slotProps={{ input: { ref } }}
        />
      }
      label={t('field.hasFeeLeg')}
    />
  )
}

function Cell({ span, children }: { span: number; children: ReactNode }) {
  return <Box sx={{ gridColumn: `span ${span}`, minWidth: 0 }}>{children}</Box>
}

const DIGITS = { htmlInput: { inputMode: 'decimal', autoComplete: 'off' } } as const
const GRID = {
  display: 'grid',
  gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
  gap: 1.5,
  alignItems: 'start',
}
