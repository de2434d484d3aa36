import {
  Box,
  ListSubheader,
  MenuItem,
  Select,
  Tab,
  Tabs,
  ToggleButton,
  ToggleButtonGroup,
} from '@mui/material'
import { METHODS, type Method } from '../../../src-main/domain/figure-class.ts'
import { BREAKDOWNS, type Breakdown, LATE_BREAKDOWNS } from '../../../src-main/domain/figure-tables.ts'
import { useT } from '../../app/i18n.ts'
import type { View } from './figures-address.ts'

/** Ids of the tab of a part and of what it shows. */
export const viewTabId = (view: string): string => `figures-${view}`
export const VIEW_PANEL_ID = 'figures-view'

/** The parts of the screen. Arrows move between them. */
export function ViewTabs({
  view,
  views,
  onChange,
}: {
  view: View
  views: readonly View[]
  onChange: (view: View) => void
}) {
  const t = useT('figure-views')
  return (
    <PartTabs
      value={view}
      parts={views.map((name) => ({ name, words: t(`view.${name}`) }))}
      onChange={onChange}
    />
  )
}

/** The parts of a screen of figures, with words of their own. */
export function PartTabs<Name extends string>({
  value,
  parts,
  onChange,
}: {
  value: Name
  parts: readonly { name: Name; words: string }[]
  onChange: (name: Name) => void
}) {
  const t = useT('figure-views')
  return (
    <Tabs value={value} onChange={(_, next: Name) => onChange(next)} aria-label={t('view.label')} sx={TABS}>
      {parts.map(({ name, words }) => (
        <Tab key={name} value={name} id={viewTabId(name)} aria-controls={VIEW_PANEL_ID} label={words} />
      ))}
    </Tabs>
  )
}

const TABS = {
  minHeight: 38,
  flex: 'none',
  '& .MuiTab-root': {
    minHeight: 38,
    minWidth: 0,
    px: '10px',
    py: 0,
    fontSize: 13,
    color: 'text.secondary',
    '&.Mui-selected': { color: 'text.primary', fontWeight: 600 },
    '&.Mui-focusVisible': { outlineOffset: -2 },
  },
} as const

const GROUPS = {
  official: BREAKDOWNS.filter((by) => by === 'field' || by === 'procedure'),
  more: BREAKDOWNS.filter((by) => by !== 'field' && by !== 'procedure' && !LATE_BREAKDOWNS.has(by)),
  late: BREAKDOWNS.filter((by) => LATE_BREAKDOWNS.has(by)),
} as const

/** What the table has a line for each of. */
export function BreakdownChoice({ by, onChange }: { by: Breakdown; onChange: (by: Breakdown) => void }) {
  const t = useT('figure-views')
  return (
    <Select
      value={by}
      onChange={({ target }) => onChange(target.value)}
      inputProps={{ 'aria-label': t('breakdown.label') }}
      sx={{ minWidth: 220 }}
    >
      {(['official', 'more', 'late'] as const).flatMap((group) => [
        <ListSubheader key={group} sx={{ lineHeight: 2.4 }}>
          {t(`breakdown.${group}`)}
        </ListSubheader>,
        ...GROUPS[group].map((name) => (
          <MenuItem key={name} value={name}>
            {t(`breakdown.${name}`)}
          </MenuItem>
        )),
      ])}
    </Select>
  )
}

/** Which due date is compared with. */
export function MethodChoice({ method, onChange }: { method: Method; onChange: (method: Method) => void }) {
  const t = useT('figure-views')
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 13 }}>
      <Box component="span" id="figures-method-label" sx={{ color: 'text.secondary' }}>
        {t('method.label')}
      </Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-labelledby="figures-method-label"
        value={method}
        onChange={(_, next: Method | null) => next !== null && onChange(next)}
      >
        {METHODS.map((name) => (
          <ToggleButton key={name} value={name}>
            {t(`method.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  )
}
