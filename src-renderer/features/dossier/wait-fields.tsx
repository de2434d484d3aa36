import { Box } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { Control } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { FormSelect } from '../../ui/form-select.tsx'
import { FormText } from '../../ui/form-text.tsx'
import { FormTypeAhead } from '../../ui/form-type-ahead.tsx'
import { AGENCY_CLOCKS, type PauseForm, POSTING_DAYS, TERM_UNITS, type WaitKind } from './pause-form.ts'

type FormControl = Control<PauseForm, unknown, unknown>

/** What each kind of wait has to say besides its day, document and reason. */
export function WaitFields({ control, kind }: { control: FormControl; kind: WaitKind }) {
  switch (kind) {
    case 'supplement':
      return <SupplementFields control={control} />
    case 'payment':
      return null
    case 'agency':
      return <AgencyFields control={control} />
    case 'posting':
      return <PostingFields control={control} />
  }
}

function SupplementFields({ control }: { control: FormControl }) {
  const t = useT('dossier')
  return (
    <>
      <FormText
        control={control}
        name="items"
        label={t('pause.items')}
        hint={t('pause.itemsHint')}
        multiline
        minRows={3}
        maxRows={8}
      />
      <FormText
        control={control}
        name="contact"
        label={t('pause.contact')}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
    </>
  )
}

function AgencyFields({ control }: { control: FormControl }) {
  const t = useT('dossier')
  return (
    <>
      <AgencyName control={control} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '110px 1fr', gap: 1.5 }}>
        <FormText
          control={control}
          name="within"
          label={t('pause.within')}
          slotProps={{ htmlInput: { autoComplete: 'off', inputMode: 'numeric' } }}
        />
        <FormSelect
          control={control}
          name="unit"
          label={t('pause.unit')}
          options={TERM_UNITS.map((value) => ({ value, words: t(`pause.units.${value}`) }))}
        />
      </Box>
      <FormSelect
        control={control}
        name="clock"
        label={t('pause.clock')}
        required
        fullWidth
        options={AGENCY_CLOCKS.map((value) => ({ value, words: t(`pause.clocks.${value}`) }))}
      />
    </>
  )
}

function PostingFields({ control }: { control: FormControl }) {
  const t = useT('dossier')
  return (
    <>
      <AgencyName control={control} />
      <FormSelect
        control={control}
        name="posting"
        label={t('pause.postingDays')}
        required
        options={POSTING_DAYS.map((value) => ({ value, words: t('pause.days', { days: value }) }))}
      />
    </>
  )
}

function AgencyName({ control }: { control: FormControl }) {
  const t = useT('dossier')
  const asked = useQuery(useOrpc().dossiers.agencies.queryOptions())
  return (
    <FormTypeAhead
      control={control}
      name="agency"
      label={t('pause.agencyName')}
      suggestions={asked.data ?? []}
    />
  )
}
