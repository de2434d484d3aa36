import SearchIcon from '@mui/icons-material/SearchOutlined'
import { Box, InputAdornment, InputBase } from '@mui/material'
import { type FormEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { OfficeClient } from '../../src-main/contract/index.ts'
import { useErrorWords } from '../ui/errors.ts'
import { useToast } from '../ui/toast.tsx'
import { useShortcut } from '../ui/use-shortcut.ts'
import { useT } from './i18n.ts'
import { useOffice } from './office.tsx'

/** A code is never longer; a longer text is searched for at once. */
const LONGEST_CODE = 60

/**
 * The one search field. Ctrl+K or F2 brings the focus here. Enter opens the dossier with exactly that code
 * (a scanner types one), otherwise the list of what was found.
 */
export function SearchField() {
  const t = useT('common')
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const search = useSearch()
  useShortcut('ctrl+k f2', () => {
    input.current?.focus()
    input.current?.select()
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const asked = text.trim()
    if (asked === '') return
    if (await search(asked)) {
      setText('')
      input.current?.blur()
    } else {
      input.current?.select()
    }
  }
  return (
    <Box component="form" role="search" onSubmit={(event) => void submit(event)} sx={{ flex: '0 1 520px' }}>
      <InputBase
        inputRef={input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) setText('')
        }}
        placeholder={t('search.placeholder')}
        inputProps={{ 'aria-label': t('search.label'), maxLength: 200, enterKeyHint: 'search' }}
        startAdornment={
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        }
        endAdornment={<Keys />}
        sx={FIELD}
      />
    </Box>
  )
}

const FIELD = {
  width: '100%',
  height: 34,
  px: 1.25,
  borderRadius: 1,
  border: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  '&.Mui-focused': { borderColor: 'primary.main', boxShadow: '0 0 0 1px var(--mui-palette-primary-main)' },
  '& input:focus-visible': { outline: 'none' },
  '& input::placeholder': { color: 'text.secondary', opacity: 1 },
}

function Keys() {
  return (
    <Box
      component="kbd"
      aria-hidden
      sx={{
        font: 'inherit',
        fontSize: 11,
        color: 'text.secondary',
        border: 1,
        borderColor: 'divider',
        borderRadius: '4px',
        px: 0.75,
        whiteSpace: 'nowrap',
      }}
    >
      Ctrl K
    </Box>
  )
}

/** Where the dossier with that code is, or the application with that number; `null` when there is neither. */
async function addressOf(office: OfficeClient, code: string): Promise<string | null> {
  const id = await office.dossiers.findByCode({ code })
  if (id !== null) return `/dossiers/${id}`
  const arrival = await office.arrivals.findByReference({ reference: code })
  return arrival === null ? null : `/arrivals/${arrival}`
}

/** Opens what was asked for. Answers whether it was one dossier. */
function useSearch(): (text: string) => Promise<boolean> {
  const office = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const words = useErrorWords()
  return async (text) => {
    try {
      const exact = text.length > LONGEST_CODE ? null : await addressOf(office, text)
      await navigate(exact ?? `/dossiers?queue=all&q=${encodeURIComponent(text)}`)
      return exact !== null
    } catch (error) {
      toast(words(error), { severity: 'error' })
      return false
    }
  }
}
