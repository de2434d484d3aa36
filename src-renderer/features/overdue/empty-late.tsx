import { Button } from '@mui/material'
import { useNavigate } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { dossiersPath, FILTER_PARTS, NO_FILTER } from '../dossiers/list-address.ts'
import { useListAddress } from '../dossiers/use-list-address.ts'

/** No late dossier, or none that fits: what to do next. */
export function EmptyLate() {
  const t = useT('overdue')
  const navigate = useNavigate()
  const { query, filterBy } = useListAddress('late')
  const filtered = query.filter.search !== '' || FILTER_PARTS.some((part) => query.filter[part] !== null)
  if (filtered) {
    return (
      <EmptyState
        title={t('empty.foundNone')}
        hint={t('empty.foundNoneHint')}
        action={
          <Button variant="outlined" onClick={() => filterBy({ ...NO_FILTER, search: '' })}>
            {t('empty.clear')}
          </Button>
        }
      />
    )
  }
  return (
    <EmptyState
      title={t('empty.none')}
      hint={t('empty.noneHint')}
      action={
        <Button variant="outlined" onClick={() => void navigate(dossiersPath({ queue: 'due-soon' }))}>
          {t('empty.soon')}
        </Button>
      }
    />
  )
}
