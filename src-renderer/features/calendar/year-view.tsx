import { Alert, Box } from '@mui/material'
import { useMemo, useState } from 'react'
import type { CalendarDay } from '../../../src-main/domain/calendar.ts'
import type { CivilDate } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { useRights } from '../../app/rights.ts'
import { DayCard } from './day-card.tsx'
import { DayDialog } from './day-dialog.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { standingRows, withDraft, yearOf } from './draft.ts'
import { Legend } from './legend.tsx'
import { CalendarReminders } from './reminders.tsx'
import { RowsList } from './rows-list.tsx'
import { useDraft } from './use-draft.ts'
import { doubtOf } from './year-days.ts'
import { YearGrid } from './year-grid.tsx'

/** A year at a glance on the left; on the right the day looked at, the draft and the days off one by one. */
export function YearView({
  year,
  rows,
  cursor,
  onMove,
  onYear,
  onEffects,
}: {
  year: number
  /** `undefined` while being asked for. */
  rows: readonly CalendarDay[] | undefined
  cursor: CivilDate
  onMove: (date: CivilDate) => void
  onYear: (year: number) => void
  onEffects: () => void
}) {
  const { draft, state } = useDraft()
  const may = useRights()
  const [look, setLook] = useState<CivilDate | null>(null)
  const [editing, setEditing] = useState<CivilDate | null>(null)
  const [grab, setGrab] = useState(0)
  const standing = useMemo(() => standingRows(rows ?? []), [rows])
  const shown = useMemo(() => withDraft(rows ?? [], state, year), [rows, state, year])
  const marks = useMemo(
    () => ({ rows: standingRows(shown), draft: new Map(state.days.map((day) => [day.date, day])) }),
    [shown, state.days],
  )
  const seen = look ?? cursor
  const edit = (date: CivilDate) => {
    if (may('rules') && yearOf(date) === year) setEditing(date)
  }
  const close = () => {
    setEditing(null)
    setGrab((count) => count + 1)
  }
  return (
    <Box sx={LAYOUT}>
      <Box sx={{ minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <YearGrid
          year={year}
          marks={marks}
          cursor={cursor}
          grab={grab}
          onMove={onMove}
          onLook={setLook}
          onEdit={(date) => {
            onMove(date)
            edit(date)
          }}
        />
        <Legend draft={state.days.length > 0} />
      </Box>
      <Box sx={SIDE}>
        <DayCard
          date={seen}
          row={marks.rows.get(seen) ?? null}
          draft={marks.draft.get(seen)}
          onEdit={() => edit(cursor)}
        />
        {rows !== undefined && <Unconfirmed year={year} rows={shown} />}
        <CalendarReminders shownYear={year} onOpen={onYear} />
        <DraftPanel onEffects={onEffects} />
        <RowsList
          year={year}
          rows={shown}
          onGo={(date) => {
            onMove(date)
            setGrab((count) => count + 1)
          }}
        />
      </Box>
      {/* What the day is now must be known first: it is compared with. */}
      {editing !== null && rows !== undefined && (
        <DayDialog
          date={editing}
          before={standing.get(editing) ?? null}
          now={marks.rows.get(editing) ?? null}
          onClose={close}
          onSet={(row) => {
            draft.setDay(editing, row, standing.get(editing) ?? null)
            close()
          }}
        />
      )}
    </Box>
  )
}

const LAYOUT = {
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr) 306px', xl: 'minmax(0, 1fr) 460px' },
  gap: { xs: 2, xl: 4 },
}
const SIDE = {
  minHeight: 0,
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: 1.25,
  pr: 0.5,
  pl: '3px',
  pt: '3px',
}

function Unconfirmed({ year, rows }: { year: number; rows: readonly CalendarDay[] }) {
  const t = useT('calendar')
  const doubt = useMemo(() => doubtOf(year, rows), [year, rows])
  if (doubt === null) return null
  const count = rows.filter(({ status }) => status === 'unannounced').length
  return (
    <Alert
      severity="warning"
      data-testid="calendar-unconfirmed"
      sx={{ flex: 'none', py: 0, px: 1.25, fontSize: 12.5 }}
    >
      <b>{t('unconfirmed.title', { year })}.</b> {t(`unconfirmed.${doubt}`, { count })}
    </Alert>
  )
}
