import ClearIcon from '@mui/icons-material/CloseOutlined'
import SearchIcon from '@mui/icons-material/SearchOutlined'
import { IconButton, InputAdornment, InputBase } from '@mui/material'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { useShortcut } from '../../ui/use-shortcut.ts'

/** Rest after the last letter before the office is asked. */
const REST_MS = 200

/**
 * Searches within a list while one types. Nothing is asked while an input method is composing a letter. `/`
 * brings the focus here; Enter searches at once, arrow down goes on to the list, Escape clears.
 */
export function SearchBox({
  value,
  label,
  placeholder,
  onSearch,
  onLeave,
}: {
  value: string
  /** Where another list than one of dossiers is searched. */
  label?: string
  placeholder?: string
  onSearch: (text: string) => void
  /** The keyboard goes on to the list. */
  onLeave: () => void
}) {
  const t = useT('dossiers')
  const hint = placeholder ?? t('search.placeholder')
  const input = useRef<HTMLInputElement>(null)
  const { text, type, compose, flush } = useTyped(value, onSearch)
  useShortcut('/', () => input.current?.select())
  return (
    <InputBase
      inputRef={input}
      value={text}
      onChange={(event) => type(event.target.value)}
      onCompositionStart={() => compose(true)}
      onCompositionEnd={() => compose(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && text !== '') flush('')
        else if (event.key === 'Enter') flush(text)
        else if (event.key === 'ArrowDown') {
          event.preventDefault()
          onLeave()
        }
      }}
      placeholder={hint}
      inputProps={{ 'aria-label': label ?? t('search.label'), maxLength: 200, title: hint }}
      startAdornment={
        <InputAdornment position="start">
          <SearchIcon fontSize="small" />
        </InputAdornment>
      }
      endAdornment={
        text !== '' && (
          <IconButton
            size="small"
            edge="end"
            aria-label={t('search.clear')}
            onClick={() => {
              flush('')
              input.current?.focus()
            }}
          >
            <ClearIcon sx={{ fontSize: 16 }} />
          </IconButton>
        )
      }
      sx={FIELD}
    />
  )
}

const FIELD = {
  flex: '1 1 300px',
  maxWidth: 520,
  height: 34,
  px: 1.25,
  fontSize: 13,
  borderRadius: 1,
  border: 1,
  borderColor: 'divider',
  bgcolor: 'background.paper',
  '&.Mui-focused': { borderColor: 'primary.main', boxShadow: '0 0 0 1px var(--mui-palette-primary-main)' },
  '& input': { textOverflow: 'ellipsis' },
  '& input:focus-visible': { outline: 'none' },
  '& input::placeholder': { color: 'text.secondary', opacity: 1 },
} as const

/** What is typed, and what of it has been handed on. */
function useTyped(value: string, onSearch: (text: string) => void) {
  const [text, setText] = useState(value)
  const [handed, setHanded] = useState(value)
  const [last, setLast] = useState(value)
  const [composing, setComposing] = useState(false)
  if (value !== last) {
    setLast(value)
    // Not our own text coming back: the address was changed from outside (back, a link).
    if (value !== handed) {
      setText(value)
      setHanded(value)
    }
  }
  const hand = (next: string) => {
    setText(next)
    if (next.trim() === handed) return
    setHanded(next.trim())
    onSearch(next.trim())
  }
  const rested = useEffectEvent(() => hand(text))
  useEffect(() => {
    if (composing || text.trim() === handed) return
    const timer = setTimeout(() => rested(), REST_MS)
    return () => clearTimeout(timer)
  }, [text, handed, composing])
  return { text, type: setText, compose: setComposing, flush: hand }
}
