/**
 * The particulars of the office as a form, shared by first start and settings.
 */
import { Box } from '@mui/material'
import { type Control, type FieldPath, type FieldValues, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { officeParticularsSchema } from '../../src-main/contract/office.ts'
import type { CivilDate } from '../../src-main/domain/civil-date.ts'
import { AGENCY_CODE, dossierCode } from '../../src-main/domain/dossier-code.ts'
import { useT } from '../app/i18n.ts'
import { FormText } from './form-text.tsx'

/**
 * The particulars as people type them: the identifier in small letters and the hour as `17h` or `17h30` are
 * understood.
 */
export const typedParticularsSchema = officeParticularsSchema.extend({
  agencyCode: z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(officeParticularsSchema.shape.agencyCode),
  closingTime: z.string().transform(readTime).pipe(officeParticularsSchema.shape.closingTime),
})

/** An office about which nothing is known yet. */
export const NO_PARTICULARS = { name: '', parentAgency: '', agencyCode: '', place: '', closingTime: '17:00' }

/** `17h`, `17h30`, `7.30` and `17:00` as `HH:MM`; anything else as it is. */
export function readTime(text: string): string {
  const match = /^(\d{1,2})\s*[h:.g]?\s*(\d{2})?$/i.exec(text.trim())
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}` : text.trim()
}

/** The names of the five fields in the form they stand in. */
export interface OfficeFieldNames<Values extends FieldValues> {
  name: FieldPath<Values>
  parentAgency: FieldPath<Values>
  agencyCode: FieldPath<Values>
  place: FieldPath<Values>
  closingTime: FieldPath<Values>
}

/** The five fields, with an example of a dossier code that follows the identifier as it is typed. */
export function OfficeFields<Values extends FieldValues, Context, Output>({
  control,
  names,
  today,
  autoFocus = false,
}: {
  control: Control<Values, Context, Output>
  names: OfficeFieldNames<Values>
  today: CivilDate
  autoFocus?: boolean
}) {
  const t = useT('settings')
  const typed: unknown = useWatch({ control, name: names.agencyCode })
  const example = exampleCode(typeof typed === 'string' ? typed : '', today)
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'start' }}
    >
      <Box sx={{ gridColumn: '1 / -1' }}>
        <FormText
          control={control}
          name={names.parentAgency}
          label={t('office.parentAgency')}
          hint={t('office.parentAgencyHint')}
          required
          autoFocus={autoFocus}
        />
      </Box>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <FormText
          control={control}
          name={names.name}
          label={t('office.name')}
          hint={t('office.nameHint')}
          required
        />
      </Box>
      <FormText control={control} name={names.place} label={t('office.place')} hint={t('office.placeHint')} />
      <FormText
        control={control}
        name={names.closingTime}
        label={t('office.closingTime')}
        hint={t('office.closingTimeHint')}
        required
      />
      <Box sx={{ gridColumn: '1 / -1' }}>
        <FormText
          control={control}
          name={names.agencyCode}
          label={t('office.agencyCode')}
          hint={
            example === null ? t('office.agencyCodeHint') : t('office.agencyCodeExample', { code: example })
          }
          required
          slotProps={{ htmlInput: { autoCapitalize: 'characters', spellCheck: false, autoComplete: 'off' } }}
        />
      </Box>
    </Box>
  )
}

function exampleCode(typed: string, today: CivilDate): string | null {
  const agency = typed.trim().toUpperCase()
  return AGENCY_CODE.test(agency) ? dossierCode(agency, today, 1) : null
}
