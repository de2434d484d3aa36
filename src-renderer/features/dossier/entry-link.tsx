import { Link } from '@mui/material'
import { useT } from '../../app/i18n.ts'

/** Goes to another entry of the timeline. */
export function EntryLink({ seq }: { seq: number }) {
  const t = useT('dossier')
  return (
    <Link
      component="button"
      type="button"
      onClick={() => {
        const entry = document.getElementById(`entry-${seq}`)
        entry?.scrollIntoView({ block: 'nearest' })
        entry?.focus()
      }}
      sx={{ fontSize: 'inherit', verticalAlign: 'baseline', textDecoration: 'underline' }}
    >
      {t('timeline.number', { seq })}
    </Link>
  )
}
