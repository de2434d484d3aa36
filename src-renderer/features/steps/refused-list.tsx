import { Box } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import { officeErrorOf, useFieldWords } from '../../ui/errors.ts'

/** Which of several dossiers stand in the way, and why. Shows nothing for another error. */
export function RefusedList({ error }: { error: unknown }) {
  const t = useT('steps')
  const words = useFieldWords()
  const known = officeErrorOf(error)
  if (known?.code !== 'dossiers-refused') return null
  return (
    <Box component="ul" aria-label={t('refused')} sx={LIST}>
      {known.fields.map(({ field, code, params }) => (
        <li key={field}>
          <b>{String(params['dossier'] || field)}</b> {words(code)}
          {params['holder'] !== undefined && ` (${String(params['holder'])})`}
        </li>
      ))}
    </Box>
  )
}

const LIST = {
  m: 0,
  p: 1.25,
  pl: 3.5,
  maxHeight: 180,
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  fontSize: 13,
  '& li': { py: '2px' },
} as const
