import { Box, ButtonBase } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { DeskFilter, DeskOverview } from '../../../src-main/contract/desk.ts'
import { LEG_HOLDERS } from '../../../src-main/domain/legs.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { formatNumber } from '../../ui/format.ts'
import { useFilterOptions } from '../dossiers/filter-options.ts'
import { type AddressedDesk, useCauses } from './use-desk.ts'

interface Line {
  key: string
  words: string
  count: number
  /** Said behind the number. */
  detail?: string
  filter: Partial<DeskFilter>
  pressed: boolean
}

/** The late dossiers by holder, procedure, cause, days late and whose days they are. Each line cuts the list. */
export function Groups({ overview, desk }: { overview: DeskOverview; desk: AddressedDesk }) {
  const t = useT('overdue')
  return (
    <Box
      role="group"
      aria-label={t('group.label')}
      sx={{
        display: 'grid',
        gridTemplateColumns: '1fr 1.25fr 1.25fr 0.85fr 1fr',
        gap: 1,
        mb: 1,
        '& > *': { minWidth: 0 },
      }}
    >
      <Group title={t('group.holder')} lines={useHolders(overview, desk)} desk={desk} />
      <Group title={t('group.procedure')} lines={useProcedures(overview, desk)} desk={desk} />
      <Group title={t('group.cause')} lines={useCauseLines(overview, desk)} desk={desk} />
      <Group title={t('group.band')} lines={useBands(overview, desk)} desk={desk} />
      <Whose desk={desk} />
    </Box>
  )
}

function useHolders({ late }: DeskOverview, desk: AddressedDesk): Line[] {
  const t = useT('overdue')
  const { holderId: names } = useFilterOptions()
  const chosen = desk.query.filter.holder
  return late.byHolder.map(({ key, n }) => {
    const holder = key ?? 'nobody'
    const name = names.find(({ value }) => value === key)?.label ?? ''
    return {
      ...{ key: String(holder), words: key === null ? t('group.nobody') : name, count: n },
      ...{ filter: { holder }, pressed: chosen === holder },
    }
  })
}

function useProcedures({ late }: DeskOverview, desk: AddressedDesk): Line[] {
  const { procedureId: names } = useFilterOptions()
  const chosen = desk.query.filter.procedureId
  return late.byProcedure.map(({ key, n }) => ({
    ...{ key: String(key), words: names.find(({ value }) => value === key)?.label ?? '', count: n },
    ...{ filter: { procedureId: key }, pressed: chosen === key },
  }))
}

function useCauseLines({ late }: DeskOverview, desk: AddressedDesk): Line[] {
  const t = useT('overdue')
  const { nameOf } = useCauses()
  const chosen = desk.query.filter.cause
  return late.byCause.map(({ key, n }) => ({
    ...{ key, words: key === '' ? t('group.noCause') : nameOf(key), count: n },
    ...{ filter: { cause: key }, pressed: chosen === key },
  }))
}

function useBands({ late }: DeskOverview, desk: AddressedDesk): Line[] {
  const t = useT('overdue')
  const chosen = desk.query.filter.band
  return late.byBand.map(({ key, n }) => ({
    ...{ key, words: t(`band.${key}`), count: n },
    ...{ filter: { band: key }, pressed: chosen === key },
  }))
}

/** Counted from every late dossier's history, in the worker: it comes a moment later. */
function Whose({ desk }: { desk: AddressedDesk }) {
  const t = useT('overdue')
  const common = useT('common')
  const found = useQuery(useOrpc().desk.whose.queryOptions()).data
  const chosen = desk.query.filter.whose
  const lines = LEG_HOLDERS.map((who) => ({
    ...{ key: who, words: common(`whose.${who}`), count: found?.dossiers[who] ?? 0 },
    ...{ detail: t('group.days', { count: found?.days[who] ?? 0 }) },
    ...{ filter: { whose: who }, pressed: chosen === who },
  }))
  return (
    <Group title={t('group.whose')} lines={found === undefined ? [] : lines} desk={desk}>
      {found === undefined && <Box sx={{ px: 1, fontSize: 12.5 }}>{t('group.counting')}</Box>}
    </Group>
  )
}

function Group({
  title,
  lines,
  desk,
  children,
}: {
  title: string
  lines: readonly Line[]
  desk: AddressedDesk
  children?: React.ReactNode
}) {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', pb: 0.5 }}>
      <Box sx={{ px: 1, pt: 0.5, fontSize: 12, fontWeight: 600, color: 'text.secondary' }}>{title}</Box>
      <Box sx={{ height: 72, overflowY: 'auto' }}>
        {lines.map(({ key, words, count, detail, filter, pressed }) => (
          <ButtonBase
            key={key}
            aria-pressed={pressed}
            onClick={() => desk.filterBy({ list: 'late', ...(pressed ? cleared(filter) : filter) })}
            sx={{ ...LINE, ...(pressed ? { bgcolor: 'selected' } : {}) }}
          >
            <Box component="span" title={words} sx={CUT}>
              {words}
            </Box>
            {detail !== undefined && (
              <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
                {detail}
              </Box>
            )}
            <b>{formatNumber(count)}</b>
          </ButtonBase>
        ))}
        {children}
      </Box>
    </Box>
  )
}

/** The same parts, none of them cut by any more. */
function cleared(filter: Partial<DeskFilter>): Partial<DeskFilter> {
  return Object.fromEntries(Object.keys(filter).map((part) => [part, null]))
}

const CUT = {
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const
const LINE = {
  display: 'flex',
  gap: 1,
  width: '100%',
  fontFamily: 'inherit',
  justifyContent: 'flex-start',
  textAlign: 'left',
  px: 1,
  minHeight: 24,
  fontSize: 12.5,
  fontVariantNumeric: 'tabular-nums',
  '&:hover': { bgcolor: 'action.hover' },
  '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '-2px' },
} as const
