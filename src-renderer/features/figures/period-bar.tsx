import { Box, IconButton, MenuItem, Select, ToggleButton, ToggleButtonGroup, Tooltip } from '@mui/material'
import EarlierIcon from '@mui/icons-material/ChevronLeft'
import LaterIcon from '@mui/icons-material/ChevronRight'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import {
  PERIOD_KINDS,
  type PeriodKind,
  type PresetPeriod,
  periodsInYear,
} from '../../../src-main/domain/period.ts'
import {
  monthOf,
  neighbour,
  type PeriodChoice,
  periodOfChoice,
  withKind,
  yearsOffered,
} from './period-choice.ts'
import { usePeriodWords } from './period-words.ts'
import { RangeChoice } from './range-choice.tsx'

interface Props<Choice> {
  choice: Choice
  today: CivilDate
  onChange: (choice: PeriodChoice) => void
}

/** Chooses the period: a kind, then which one of which year, or any two days. */
export function PeriodBar({ choice, today, onChange }: Props<PeriodChoice>) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <KindChoice choice={choice} today={today} onChange={onChange} />
      {choice.type === 'range' ? (
        <RangeChoice choice={choice} onChange={onChange} />
      ) : (
        <PresetChoice choice={choice} today={today} onChange={onChange} />
      )}
    </Box>
  )
}

function KindChoice({ choice, today, onChange }: Props<PeriodChoice>) {
  const t = useT('figures')
  const choose = (kind: PeriodKind | 'range') => {
    if (kind === 'range') return onChange({ type: 'range', ...(periodOfChoice(choice) ?? nothing) })
    const preset = choice.type === 'preset' ? choice : monthOf(choice.to ?? today)
    onChange({ type: 'preset', ...withKind(preset, kind) })
  }
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('period.kind')}
      value={choice.type === 'range' ? 'range' : choice.kind}
      onChange={(_, kind: PeriodKind | 'range' | null) => kind !== null && choose(kind)}
    >
      {PERIOD_KINDS.map((kind) => (
        <ToggleButton key={kind} value={kind}>
          {t(`kind.${kind}`)}
        </ToggleButton>
      ))}
      <ToggleButton value="range">{t('kind.range')}</ToggleButton>
    </ToggleButtonGroup>
  )
}

const nothing = { from: null, to: null }

function PresetChoice({ choice, today, onChange }: Props<{ type: 'preset' } & PresetPeriod>) {
  const t = useT('figures')
  const words = usePeriodWords()
  const change = (part: Partial<PresetPeriod>) => onChange({ ...choice, ...part })
  const count = periodsInYear(choice.kind)
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <Step label={t('period.earlier')} to={neighbour(choice, -1)} onChange={change}>
          <EarlierIcon />
        </Step>
        {count > 1 && (
          <Select
            value={choice.index}
            onChange={({ target }) => change({ index: Number(target.value) })}
            inputProps={{ 'aria-label': t('period.which') }}
            sx={{ minWidth: 110 }}
          >
            {Array.from({ length: count }, (_, at) => (
              <MenuItem key={at + 1} value={at + 1}>
                {words.ofYear(choice.kind, at + 1)}
              </MenuItem>
            ))}
          </Select>
        )}
        <Select
          value={choice.year}
          onChange={({ target }) => change({ year: Number(target.value) })}
          inputProps={{ 'aria-label': t('period.yearLabel') }}
        >
          {yearsOffered(today, choice.year).map((year) => (
            <MenuItem key={year} value={year}>
              {t('period.year', { year })}
            </MenuItem>
          ))}
        </Select>
        <Step label={t('period.later')} to={neighbour(choice, 1)} onChange={change}>
          <LaterIcon />
        </Step>
      </Box>
      <Select
        value={choice.rule}
        onChange={({ target }) => change({ rule: target.value })}
        inputProps={{ 'aria-label': t('rule.label') }}
      >
        <MenuItem value="calendar">{t('rule.calendar')}</MenuItem>
        <MenuItem value="reporting">{t('rule.reporting')}</MenuItem>
      </Select>
    </>
  )
}

function Step({
  label,
  to,
  onChange,
  children,
}: {
  label: string
  to: PresetPeriod | null
  onChange: (period: PresetPeriod) => void
  children: ReactNode
}) {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton
          size="small"
          aria-label={label}
          disabled={to === null}
          onClick={() => to !== null && onChange(to)}
        >
          {children}
        </IconButton>
      </span>
    </Tooltip>
  )
}
