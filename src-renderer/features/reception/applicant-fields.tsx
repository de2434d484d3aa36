import { Autocomplete, Box, TextField } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { Applicant } from '../../../src-main/contract/reception.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { isComposing } from '../../ui/enter-moves.ts'
import { useFieldWords } from '../../ui/errors.ts'
import { formatDate } from '../../ui/format.ts'
import { isEnough, isNumber, wholeNumber } from './applicant.ts'
import type { ReceptionForm } from './reception-form.ts'
import { usePerson } from './use-person.ts'

/** Typing has paused for this long. */
const PAUSE_MS = 90

type Name = 'applicantName' | 'idNumber' | 'phone'

/**
 * A field of the person that also finds people of earlier dossiers: by number, phone or name. The arrows choose, Enter takes;
 * a whole number needs no choosing. Into the name a number may be typed as well: it goes to its own field.
 */
export function ApplicantField({ name }: { name: Name }) {
  const t = useT('common')
  const words = useFieldWords()
  const person = usePerson()
  const { control, setValue, setFocus, getValues } = useFormContext<ReceptionForm>()
  const {
    field: { ref, value, onChange, onBlur },
    fieldState: { error },
  } = useController({ control, name: `particulars.${name}` })
  // Only what is typed here is looked for, not what was filled in.
  const [typed, setTyped] = useState('')
  const { people, masked } = usePeople(typed === value ? typed : '')
  const complete = () => {
    const whole = wholeNumber(value, name)
    // Whoever was chosen from the list stands there already.
    if (whole === null || typed !== value || getValues(`particulars.${name}`) !== value) return
    setTyped('')
    if (name === 'applicantName') {
      setValue(`particulars.${whole.field}`, whole.number, { shouldDirty: true, shouldValidate: true })
      onChange('')
      requestAnimationFrame(() => setFocus('particulars.applicantName'))
    } else if (getValues('particulars.applicantName') !== '') return
    else onChange(whole.number)
    void person.complete(whole)
  }
  // By a number one looks for somebody; a name is mostly a new one that begins like others.
  const leads = isNumber(value) && (name === 'applicantName' || getValues('particulars.applicantName') === '')
  const hasMoved = useRef(false)
  const choose = (applicant: Applicant) => {
    setTyped('')
    person.choose(applicant, masked)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') hasMoved.current = true
    if (event.key !== 'Enter' || isComposing(event) || event.ctrlKey || event.metaKey) return
    const [first] = people
    if (leads && first !== undefined && !hasMoved.current) return choose(first)
    if (name !== 'applicantName' || !isNumber(value) || wholeNumber(value, name) !== null) return
    // A part of a number is no name: what it finds is waited for.
    event.preventDefault()
    if (people.length === 0) event.stopPropagation()
  }
  return (
    <Autocomplete<Applicant, false, true, true>
      freeSolo
      options={people}
      value={value}
      inputValue={value}
      onInputChange={(_, text, reason) => {
        if (reason !== 'input') return
        onChange(text)
        setTyped(text)
        hasMoved.current = false
      }}
      onChange={(_, chosen) => {
        if (typeof chosen !== 'string') choose(chosen)
      }}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.applicantName)}
      getOptionKey={(option) => (typeof option === 'string' ? option : option.dossierId)}
      isOptionEqualToValue={() => false}
      filterOptions={(all) => all}
      autoHighlight={leads}
      disableClearable
      handleHomeEndKeys={false}
      slotProps={{ listbox: { sx: { fontSize: 13.5, maxHeight: 380, py: 0.5 } }, popper: POPPER }}
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important', py: '4px !important' }}>
          <Option applicant={option} />
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t(`particular.${name}`)}
          required={name === 'applicantName'}
          inputRef={ref}
          onBlur={() => {
            onBlur()
            complete()
          }}
          onKeyDown={onKeyDown}
          error={error !== undefined}
          helperText={words(error?.message)}
          slotProps={{
            ...params.slotProps,
            htmlInput: {
              ...params.slotProps.htmlInput,
              autoComplete: 'off',
              spellCheck: false,
              ...(name === 'applicantName' ? {} : { inputMode: 'numeric' }),
            },
          }}
        />
      )}
    />
  )
}

function Option({ applicant }: { applicant: Applicant }) {
  const t = useT('reception')
  const { applicantName, idNumber, phone, address, representative, acceptedOn } = applicant
  const rest = [address, representative && t('applicant.represented', { name: representative })]
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1.5 }}>
        <Box component="b" sx={{ fontWeight: 600, flex: 1, minWidth: 0 }}>
          {applicantName}
        </Box>
        <span>{idNumber}</span>
        <span>{phone}</span>
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, fontSize: 12.5, color: 'text.secondary' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>{rest.filter(Boolean).join(' · ')}</Box>
        <span>{t('applicant.last', { date: formatDate(acceptedOn) })}</span>
      </Box>
    </>
  )
}

/** People found by what is typed, once typing has paused. */
function usePeople(typed: string): { people: readonly Applicant[]; masked: boolean } {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  const enabled = settled !== '' && settled === typed && isEnough(settled)
  const options = useOrpc().reception.findApplicants.queryOptions({ input: { typed: settled }, enabled })
  const found = useQuery(options).data
  return enabled && found !== undefined ? found : NOBODY
}

const NOBODY = { people: [], masked: false }
const POPPER = { placement: 'bottom-start', style: { width: 560 } } as const
