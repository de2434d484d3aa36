import { Box } from '@mui/material'
import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { type PeriodChoice, periodOfChoice } from './period-choice.ts'

type Range = Extract<PeriodChoice, { type: 'range' }>

/** Any two days. The period changes when both are there and in order; until then the last one stands. */
export function RangeChoice({ choice, onChange }: { choice: Range; onChange: (choice: Range) => void }) {
  const t = useT('figures')
  const [{ from, to }, type] = useTyped(choice, onChange)
  const reversed = from !== null && to !== null && from > to
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', '& > *': { width: 200 } }}>
      <CivilDateField
        label={t('period.from')}
        value={from}
        required
        onChange={(date) => type({ from: date, to })}
      />
      <CivilDateField
        label={t('period.to')}
        value={to}
        required
        errorCode={reversed ? 'from-after-to' : undefined}
        onChange={(date) => type({ from, to: date })}
      />
    </Box>
  )
}

interface Days {
  from: CivilDate | null
  to: CivilDate | null
}

/**
 * What is being typed. The address follows a moment later, so it must not overwrite what was typed meanwhile:
 * only a period that did not come from here does.
 */
function useTyped(choice: Range, onChange: (choice: Range) => void): [Days, (days: Days) => void] {
  const key = keyOf(choice)
  const [typed, setTyped] = useState({ seen: key, sent: [key], from: choice.from, to: choice.to })
  if (typed.seen !== key) {
    setTyped(
      typed.sent.includes(key)
        ? { ...typed, seen: key }
        : { seen: key, sent: [key], from: choice.from, to: choice.to },
    )
  }
  const type = (days: Days) => {
    const next: Range = { type: 'range', ...days }
    setTyped((last) => ({ ...last, sent: [...last.sent, keyOf(next)], ...days }))
    if (periodOfChoice(next) !== null) onChange(next)
  }
  return [typed, type]
}

function keyOf({ from, to }: Days): string {
  return `${from ?? ''}/${to ?? ''}`
}
