import FilterIcon from '@mui/icons-material/FilterListOutlined'
import { Box, Button, Checkbox, FormControlLabel, Popover } from '@mui/material'
import { useId, useState } from 'react'
import type { DossierFilter } from '../../../src-main/contract/dossier-list.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { CivilDateField } from '../../ui/civil-date-field.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import type { FilterOptions } from './filter-options.ts'
import { NO_FILTER, activeParts } from './list-address.ts'
import { PickFilter } from './pick-filter.tsx'

type FilterBy = (change: Partial<DossierFilter>) => void

/** The button that opens the filters. What is chosen there acts at once; the chips below show it. */
export function FilterPanel({
  filter,
  options,
  onChange,
}: {
  filter: DossierFilter
  options: FilterOptions
  onChange: FilterBy
}) {
  const t = useT('dossiers')
  const common = useT('common')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [button, setButton] = useState<HTMLElement | null>(null)
  const panelId = useId()
  const active = activeParts(filter).length
  useShortcut('alt+f', () => setAnchor((open) => (open === null ? button : null)))
  return (
    <>
      <Button
        ref={setButton}
        variant="outlined"
        startIcon={<FilterIcon />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : panelId}
        title="Alt+F"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {active === 0 ? t('filter.open') : t('filter.openCount', { count: active })}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        transitionDuration={80}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: {
            id: panelId,
            role: 'dialog',
            'aria-label': t('filter.title'),
            sx: { mt: 0.5, width: 560 },
          },
        }}
      >
        <Box sx={{ p: 2, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
          <Picks filter={filter} options={options} onChange={onChange} />
          <Days filter={filter} onChange={onChange} />
        </Box>
        <Box sx={{ px: 2, pb: 1.5, display: 'flex', justifyContent: 'space-between' }}>
          <Button disabled={active === 0} onClick={() => onChange(NO_FILTER)}>
            {common('button.clear')}
          </Button>
          <Button onClick={() => setAnchor(null)}>{common('button.close')}</Button>
        </Box>
      </Popover>
    </>
  )
}

function Picks({ filter, options, onChange }: Parameters<typeof FilterPanel>[0]) {
  const t = useT('common')
  return (
    <>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <PickFilter
          label={t('column.procedureName')}
          options={options.procedureId}
          value={filter.procedureId}
          onChange={(procedureId) => onChange({ procedureId })}
        />
      </Box>
      <PickFilter
        label={t('column.holderName')}
        options={options.holderId}
        value={filter.holderId}
        onChange={(holderId) => onChange({ holderId, unheld: false })}
      />
      <PickFilter
        label={t('column.commune')}
        options={options.commune}
        value={filter.commune}
        onChange={(commune) => onChange({ commune })}
      />
      <PickFilter
        label={t('column.state')}
        options={options.state}
        value={filter.state}
        onChange={(state) => onChange({ state })}
      />
      <PickFilter
        label={t('column.channel')}
        options={options.channel}
        value={filter.channel}
        onChange={(channel) => onChange({ channel })}
      />
      <PickFilter
        label={t('column.apology')}
        options={options.apology}
        value={filter.apology}
        onChange={(apology) => onChange({ apology })}
      />
      <PickFilter
        label={t('column.step')}
        options={options.stepRole}
        value={filter.stepRole ?? null}
        onChange={(stepRole) => onChange({ stepRole })}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={filter.behind ?? false}
            onChange={(_, behind) => onChange({ behind })}
            size="small"
          />
        }
        label={t('queue.behind')}
      />
    </>
  )
}

function Days({ filter, onChange }: { filter: DossierFilter; onChange: FilterBy }) {
  const t = useT('dossiers')
  const wrong = (from: CivilDate | null, to: CivilDate | null) =>
    from !== null && to !== null && from > to ? 'from-after-to' : undefined
  return (
    <>
      <CivilDateField
        label={t('filter.acceptedFrom')}
        value={filter.acceptedFrom}
        onChange={(acceptedFrom) => onChange({ acceptedFrom })}
      />
      <CivilDateField
        label={t('filter.acceptedTo')}
        value={filter.acceptedTo}
        errorCode={wrong(filter.acceptedFrom, filter.acceptedTo)}
        onChange={(acceptedTo) => onChange({ acceptedTo })}
      />
      <CivilDateField
        label={t('filter.dueFrom')}
        value={filter.dueFrom}
        onChange={(dueFrom) => onChange({ dueFrom })}
      />
      <CivilDateField
        label={t('filter.dueTo')}
        value={filter.dueTo}
        errorCode={wrong(filter.dueFrom, filter.dueTo)}
        onChange={(dueTo) => onChange({ dueTo })}
      />
    </>
  )
}
