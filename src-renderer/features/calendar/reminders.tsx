import { Alert, Box, Link as PlainLink } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { Reminder } from '../../../src-main/contract/calendar.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'

/**
 * What the head should think of: calendars not confirmed. A quiet line for each; nothing when there is none.
 * @param shownYear the year on the screen, which says itself that it is not confirmed: only the dossiers due in it are
 * told, without a way there.
 * @param onOpen shows another year; without it the line leads to the calendar by its address.
 */
export function CalendarReminders({
  shownYear,
  onOpen,
}: {
  shownYear?: number
  onOpen?: (year: number) => void
}) {
  const t = useT('calendar')
  const all = useQuery(useOrpc().calendar.reminders.queryOptions()).data ?? []
  const reminders = all.filter(({ kind, year }) => kind !== 'next-year-unconfirmed' || year !== shownYear)
  if (reminders.length === 0) return null
  return (
    <Box data-testid="calendar-reminders" sx={{ flex: 'none', display: 'grid', gap: 0.5 }}>
      {reminders.map((reminder) => (
        <Alert key={`${reminder.kind} ${reminder.year}`} severity="warning" sx={STRIP}>
          <Words reminder={reminder} />{' '}
          {reminder.year !== shownYear && (
            <PlainLink
              component={Link}
              to={`/calendar?year=${reminder.year}`}
              onClick={(event) => {
                if (onOpen === undefined) return
                event.preventDefault()
                onOpen(reminder.year)
              }}
              underline="always"
              sx={{ color: 'inherit', fontWeight: 500 }}
            >
              {t('reminder.open', { year: reminder.year })}
            </PlainLink>
          )}
        </Alert>
      ))}
    </Box>
  )
}

const STRIP = { py: 0, px: 1.25, fontSize: 12.5, '& .MuiAlert-icon': { mr: 1, fontSize: 18 } }

function Words({ reminder }: { reminder: Reminder }) {
  const t = useT('calendar')
  return reminder.kind === 'next-year-unconfirmed'
    ? t('reminder.next-year-unconfirmed', { year: reminder.year })
    : t('reminder.due-in-unconfirmed-year', { year: reminder.year, count: reminder.dossiers })
}
