import { Box, Button } from '@mui/material'
import { useNavigate } from 'react-router'
import type { DossierFilter } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { useRights } from '../../app/rights.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { NO_FILTER, activeParts } from './list-address.ts'
import { useListAddress } from './use-list-address.ts'

type FilterBy = (change: Partial<DossierFilter>) => void

/** Why there is no row, and what to do next. */
export function EmptyQueue() {
  const { query, filterBy } = useListAddress('all')
  const { filter } = query
  const filtered = filter.search !== '' || activeParts(filter).length > 0
  return filtered ? (
    <NothingFound filter={filter} onChange={filterBy} />
  ) : (
    <NothingThere filter={filter} onChange={filterBy} />
  )
}

function NothingFound({ filter, onChange }: { filter: DossierFilter; onChange: FilterBy }) {
  const t = useT('dossiers')
  const elsewhere = filter.queue !== 'all'
  return (
    <EmptyState
      title={t('empty.foundNone')}
      hint={t(elsewhere ? 'empty.foundNoneHere' : 'empty.foundNoneHint')}
      action={
        <Box sx={{ display: 'flex', gap: 1 }}>
          {elsewhere && (
            <Button variant="outlined" onClick={() => onChange({ queue: 'all' })}>
              {t('empty.searchAll')}
            </Button>
          )}
          <Button variant="outlined" onClick={() => onChange({ ...NO_FILTER, search: '' })}>
            {t('empty.clear')}
          </Button>
        </Box>
      }
    />
  )
}

function NothingThere({ filter: { queue }, onChange }: { filter: DossierFilter; onChange: FilterBy }) {
  const t = useT('dossiers')
  const navigate = useNavigate()
  const { user } = useStatus()
  const may = useRights()
  if (queue === 'mine' && user === null) {
    return <EmptyState title={t('empty.nobody')} hint={t('empty.nobodyHint')} />
  }
  const action =
    queue === 'all' ? (
      <Box sx={{ display: 'flex', gap: 1 }}>
        {may('receive') && (
          <Button variant="contained" onClick={() => void navigate('/reception')}>
            {t('empty.receive')}
          </Button>
        )}
        {may('import') && (
          <Button variant="outlined" onClick={() => void navigate('/import')}>
            {t('empty.import')}
          </Button>
        )}
      </Box>
    ) : (
      <Button variant="outlined" onClick={() => onChange({ queue: 'all' })}>
        {t('empty.seeAll')}
      </Button>
    )
  return <EmptyState title={t(`empty.${queue}`)} hint={t(`empty.${queue}Hint`)} action={action} />
}
