/**
 * Lists inside the form: a frame with lines, each with fields without frames of their own. By keyboard: Enter in the
 * last line adds one, Alt with an arrow moves a line, Ctrl+Delete takes it away.
 */
import AddIcon from '@mui/icons-material/AddOutlined'
import { Box, Button, Typography } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useT } from '../../app/i18n.ts'

/** The head and frame of a list. */
export function Lines({
  title,
  addWords,
  onAdd,
  heads,
  children,
}: {
  title: string
  addWords: string
  onAdd: () => void
  /** What the fields of a line are, where more than one stands in it; they have labels of their own for the ear. */
  heads?: { columns: string; words: readonly string[] }
  children: ReactNode
}) {
  const t = useT('procedures')
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 0.5 }}>
        <Typography id={id} variant="h3">
          {title}
        </Typography>
        <Button size="small" startIcon={<AddIcon />} onClick={onAdd} sx={{ minHeight: 26, py: 0 }}>
          {addWords}
        </Button>
        <Typography variant="caption" sx={{ color: 'text.secondary', ml: 'auto' }}>
          {t('form.lines')}
        </Typography>
      </Box>
      <Box sx={FRAME}>
        {heads !== undefined && (
          <Box aria-hidden sx={{ ...HEADS, gridTemplateColumns: lineColumns(heads.columns) }}>
            <span />
            {heads.words.map((words) => (
              <span key={words}>{words}</span>
            ))}
          </Box>
        )}
        {children}
      </Box>
    </section>
  )
}

/** The number, the fields, and the three buttons of a line. */
export function lineColumns(fields: string): string {
  return `28px ${fields} 78px`
}

const FRAME = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  '& > * + *': { borderTop: 1, borderColor: 'divider' },
}
const HEADS = {
  display: 'grid',
  color: 'text.secondary',
  fontSize: 12,
  lineHeight: '22px',
  '& > span': { px: 1 },
}
