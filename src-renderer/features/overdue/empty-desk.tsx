import { Button } from '@mui/material'
import { useNavigate } from 'react-router'
import { useT } from '../../app/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { dossiersPath } from '../dossiers/list-address.ts'
import { WHOLE_LIST, isCut } from './desk-address.ts'
import type { AddressedDesk } from './use-desk.ts'

/** Nothing on the list of the desk: what to do next. */
export function EmptyDesk({ desk }: { desk: AddressedDesk }) {
  const t = useT('overdue')
  const navigate = useNavigate()
  const { filter } = desk.query
  const toLate = (
    <Button variant="outlined" onClick={() => desk.filterBy(WHOLE_LIST)}>
      {t('empty.backToLate')}
    </Button>
  )
  if (isCut(filter)) {
    const clear = () => desk.filterBy({ ...WHOLE_LIST, list: filter.list })
    return (
      <EmptyState
        title={t('empty.foundNone')}
        hint={t('empty.foundNoneHint')}
        action={
          <Button variant="outlined" onClick={clear}>
            {t('empty.clear')}
          </Button>
        }
      />
    )
  }
  if (filter.list === 'at-risk')
    return <EmptyState title={t('empty.noRisk')} hint={t('empty.noRiskHint')} action={toLate} />
  if (filter.list === 'drafted')
    return <EmptyState title={t('empty.noDrafts')} hint={t('empty.noDraftsHint')} action={toLate} />
  if (filter.list !== 'late')
    return <EmptyState title={t('empty.nothingDue')} hint={t('empty.nothingDueHint')} action={toLate} />
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
