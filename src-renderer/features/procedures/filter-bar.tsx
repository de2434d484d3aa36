import ClearIcon from '@mui/icons-material/CloseOutlined'
import SearchIcon from '@mui/icons-material/SearchOutlined'
import WarnIcon from '@mui/icons-material/WarningAmberOutlined'
import { Box, IconButton, InputAdornment, TextField, ToggleButton } from '@mui/material'
import { useRef } from 'react'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { Choice } from '../../ui/choice.tsx'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import type { CatalogueFilter } from './rows.ts'

/** Search, day in force, and what is still to be checked. `/` brings the focus to the search. */
export function FilterBar({
  filter,
  unsure,
  onChange,
}: {
  filter: CatalogueFilter
  /** How many versions of the chosen time are still to be checked. */
  unsure: number
  onChange: (change: Partial<CatalogueFilter>) => void
}) {
  const t = useT('procedures')
  const { today } = useStatus()
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', () => input.current?.select())
  return (
    <Box
      role="search"
      aria-label={t('filter.label')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', mb: 1.25, flex: 'none' }}
    >
      <TextField
        inputRef={input}
        value={filter.search}
        onChange={(event) => onChange({ search: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) onChange({ search: '' })
        }}
        placeholder={t('filter.placeholder')}
        fullWidth={false}
        sx={{
          flex: '1 1 240px',
          maxWidth: 420,
          '& input': { fontSize: 13.5, py: '7.5px' },
          '& input::placeholder': { color: 'text.secondary', opacity: 1 },
        }}
        slotProps={{
          htmlInput: { 'aria-label': t('filter.search'), maxLength: 200 },
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
            endAdornment: filter.search !== '' && (
              <IconButton
                size="small"
                edge="end"
                aria-label={t('filter.clear')}
                onClick={() => onChange({ search: '' })}
              >
                <ClearIcon sx={{ fontSize: 16 }} />
              </IconButton>
            ),
          },
        }}
      />
      <Choice
        label={t('filter.time')}
        value={filter.on === null ? 'all' : 'on'}
        options={[
          { value: 'on', words: t('filter.on') },
          { value: 'all', words: t('filter.all') },
        ]}
        onChange={(chosen) => onChange({ on: chosen === 'all' ? null : today })}
      />
      {filter.on !== null && (
        <Box sx={{ width: 170 }}>
          <CivilDateField
            label={t('filter.day')}
            value={filter.on}
            required
            onChange={(on) => {
              // A half-typed day leaves the last one standing.
              if (on !== null) onChange({ on })
            }}
          />
        </Box>
      )}
      <ToggleButton
        value="unsure"
        size="small"
        selected={filter.unsure}
        onChange={() => onChange({ unsure: !filter.unsure })}
        sx={{ gap: 0.75 }}
      >
        <WarnIcon aria-hidden sx={{ fontSize: 16 }} />
        {t('filter.unsure', { number: unsure })}
      </ToggleButton>
    </Box>
  )
}
