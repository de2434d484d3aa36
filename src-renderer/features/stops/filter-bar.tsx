import SearchIcon from '@mui/icons-material/SearchOutlined'
import { Box, InputAdornment, TextField } from '@mui/material'
import { useEffect, useEffectEvent, useState } from 'react'
import { STOP_STATES, type StopFilter } from '../../../src-main/contract/stops.ts'
import { useT } from '../../app/i18n.ts'
import { Choice } from '../../ui/choice.tsx'

/** Typing has paused for this long. */
const PAUSE_MS = 250

/** Which orders are shown: by state, and by what is typed. */
export function FilterBar({
  filter,
  onChange,
}: {
  filter: StopFilter
  onChange: (filter: StopFilter) => void
}) {
  const t = useT('stops')
  const [typed, setTyped] = useState(filter.search)
  const settle = useEffectEvent((search: string) => {
    if (search !== filter.search) onChange({ ...filter, search })
  })
  useEffect(() => {
    const timer = setTimeout(() => settle(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 1.5, flexWrap: 'wrap' }}>
      <Choice
        label={t('state.label')}
        options={STOP_STATES.map((value) => ({ value, words: t(`state.${value}`) }))}
        value={filter.state}
        onChange={(state) => onChange({ ...filter, state })}
      />
      <TextField
        size="small"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        placeholder={t('search')}
        sx={{ width: 380 }}
        slotProps={{
          htmlInput: { 'aria-label': t('search'), maxLength: 200, autoComplete: 'off' },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" aria-hidden />
              </InputAdornment>
            ),
          },
        }}
      />
    </Box>
  )
}
