import { Box, ButtonBase } from '@mui/material'
import { useNavigate } from 'react-router'
import type { DeskFilter, DeskOverview } from '../../../src-main/contract/desk.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { WHOLE_LIST } from './desk-address.ts'
import { type AddressedDesk, useOutlook } from './use-desk.ts'

interface Tile {
  words: string
  /** Said under the number. */
  detail?: string
  /** `null`: still being counted. */
  count: number | null
  /** What the desk shows then; or another list altogether. */
  filter: Partial<DeskFilter> | { to: string }
  tone: 'late' | 'soon' | 'plain'
}

/** The numbers of the morning. Each is a button that shows what it counts. */
export function Tiles({ overview, desk }: { overview: DeskOverview; desk: AddressedDesk }) {
  const t = useT('overdue')
  const outlook = useOutlook()
  const { late, next, drafted, behind, tomorrow } = overview
  const { within } = desk.query.filter
  const day = formatDate(tomorrow).slice(0, 5)
  const dueTomorrow = t('list.due-tomorrow', { date: day })
  const tiles: Tile[] = [
    { words: t('list.late'), count: late.total, filter: {}, tone: 'late' },
    { words: t('tile.notSent'), count: late.withoutApology, filter: { apology: 'not-sent' }, tone: 'late' },
    {
      words: t('tile.sent'),
      ...(late.lateApology > 0 ? { detail: t('tile.lateSent', { count: late.lateApology }) } : {}),
      ...{ count: late.withApology, filter: { apology: 'approved' }, tone: 'plain' },
    },
    { words: t('list.due-today'), count: next.today, filter: { list: 'due-today' }, tone: 'soon' },
    { words: dueTomorrow, count: next.tomorrow, filter: { list: 'due-tomorrow' }, tone: 'soon' },
    {
      words: dueTomorrow,
      detail: t('tile.tomorrowNotSent'),
      count: next.tomorrowNotSent,
      filter: { list: 'due-tomorrow', apology: 'not-sent' },
      tone: 'soon',
    },
    {
      words: t('list.due-soon', { count: within }),
      ...{ count: next.soon, filter: { list: 'due-soon' }, tone: 'plain' },
    },
    {
      words: t('list.at-risk'),
      ...{ count: outlook.data?.atRisk ?? null, filter: { list: 'at-risk' }, tone: 'soon' },
    },
    { words: t('list.drafted'), count: drafted, filter: { list: 'drafted' }, tone: 'plain' },
    { words: t('tile.behind'), count: behind, filter: { to: '/dossiers?queue=behind' }, tone: 'soon' },
  ]
  return (
    <Box role="group" aria-label={t('tile.label')} sx={ROW}>
      {tiles.map((tile) => (
        <TileButton key={`${tile.words}${tile.detail ?? ''}`} tile={tile} desk={desk} />
      ))}
    </Box>
  )
}

function TileButton({ tile, desk }: { tile: Tile; desk: AddressedDesk }) {
  const { words, detail, count, filter, tone } = tile
  const navigate = useNavigate()
  const shown = desk.query.filter
  const elsewhere = 'to' in filter ? filter.to : null
  const asked = { ...WHOLE_LIST, ...('to' in filter ? {} : filter) }
  const pressed = elsewhere === null && shown.list === asked.list && shown.apology === asked.apology
  return (
    <ButtonBase
      {...(elsewhere === null ? { 'aria-pressed': pressed } : { role: 'link' })}
      onClick={() => {
        if (elsewhere === null) desk.filterBy({ ...asked, search: shown.search, within: shown.within })
        else void navigate(elsewhere)
      }}
      sx={{
        ...TILE,
        bgcolor: pressed ? 'selected' : 'background.paper',
        borderColor: pressed ? 'primary.main' : 'divider',
      }}
    >
      <Box
        component="span"
        sx={{
          fontSize: 20,
          fontWeight: 600,
          lineHeight: 1.15,
          fontVariantNumeric: 'tabular-nums',
          color: tone === 'plain' || (count ?? 0) === 0 ? 'text.primary' : `standing.${tone}.fg`,
        }}
      >
        {count === null ? '…' : formatNumber(count)}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: 12, lineHeight: 1.25 }}>
        {words}
        {detail !== undefined && <> · {detail}</>}
      </Box>
    </ButtonBase>
  )
}

const ROW = {
  display: 'grid',
  gridTemplateColumns: '0.7fr 0.92fr 0.83fr 1.02fr 1.02fr 1.48fr 1.13fr 1.16fr 0.8fr 0.9fr',
  gap: 0.75,
  mb: 1,
} as const
const TILE = {
  display: 'flex',
  gap: 0.75,
  alignItems: 'center',
  justifyContent: 'flex-start',
  textAlign: 'left',
  fontFamily: 'inherit',
  border: 1,
  borderRadius: 1,
  px: 0.75,
  py: 0.5,
  minHeight: 44,
  '&:hover': { borderColor: 'primary.main' },
  '&.Mui-focusVisible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: '1px' },
} as const
