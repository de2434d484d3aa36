import { Box, Skeleton } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { DuePreview } from '../../../src-main/contract/reception.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { DayViews } from '../../ui/day-strip-views.tsx'
import { useFieldWords, officeErrorOf } from '../../ui/errors.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatWeekday } from '../../ui/format.ts'
import { useTermWords } from './procedure-field.tsx'
import { RemoteField } from './remote-field.tsx'
import type { Chosen } from './use-reception.ts'

/** A same-day dossier accepted after the cut-off hour is due another day: the preview follows the clock. */
const AGAIN_MS = 30_000

/** The due date as soon as the procedure is chosen, large; what belongs to it; the days counted. */
export function DuePanel({ chosen, children }: { chosen: Chosen; children: ReactNode }) {
  const t = useT('reception')
  const { procedure } = chosen
  const { due, stale, error } = useDue(chosen)
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1, flex: 'none', mb: 1.5 }}>
        <Box role="status" aria-busy={stale} sx={HEAD}>
          {due === undefined ? <NotYet chosen={chosen} error={error} /> : <Due due={due} />}
        </Box>
        <RemoteField extra={due?.remoteExtra} />
        {children}
      </Box>
      {due !== undefined && (
        <Box sx={DAYS}>
          <DayViews
            days={due.days}
            due={due.dueOn}
            basis={procedure?.basis ?? ''}
            heading={t('days.title')}
          />
        </Box>
      )}
    </>
  )
}

/** The preview; while it is asked for again for the same procedure, the last one stays in sight. */
function useDue({ procedure, moment, remote }: Chosen): {
  due: DuePreview | undefined
  stale: boolean
  error: Error | null
} {
  const orpc = useOrpc()
  const ready = procedure !== null && moment !== undefined
  const asked = useQuery(
    orpc.reception.preview.queryOptions({
      input: { procedureId: procedure?.id ?? 0, acceptedAt: moment ?? null, remote },
      enabled: ready,
      staleTime: 0,
      refetchInterval: AGAIN_MS,
    }),
  )
  const [last, setLast] = useState<{ procedureId: number; due: DuePreview } | null>(null)
  const now = ready ? asked.data : undefined
  if (now !== undefined && procedure !== null && last?.due !== now) {
    setLast({ procedureId: procedure.id, due: now })
  }
  const waiting = ready && asked.isPending && last?.procedureId === procedure.id
  return {
    due: now ?? (waiting ? last.due : undefined),
    stale: waiting,
    error: ready ? asked.error : null,
  }
}

function Due({ due }: { due: DuePreview }) {
  const t = useT('reception')
  const term = useTermWords()
  const { appointments } = due
  return (
    <>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
        {t(appointments === null ? 'due' : 'dueExpected')} · {term(due)}
      </Box>
      <Box
        sx={{ fontSize: 26, fontWeight: 600, lineHeight: 1.2, letterSpacing: '-0.01em' }}
        data-testid="due"
      >
        {formatDate(due.dueOn)}
      </Box>
      <Box sx={{ fontSize: 15, fontWeight: 500 }}>
        {t('dueAt', { weekday: formatWeekday(due.dueOn), hour: due.hour })}
      </Box>
      {(appointments !== null || due.provisional) && (
        <Box sx={PROVISIONAL}>
          {appointments !== null && t('appointment.expected')}{' '}
          {due.provisional && t(appointments === null ? 'provisionalWhy' : 'appointment.alsoCalendar')}
        </Box>
      )}
      {appointments !== null && <TwoAppointments appointments={appointments} />}
    </>
  )
}

/** The first appointment is a promise; the second waits for the proof of payment, and the whole term with it. */
function TwoAppointments({ appointments }: { appointments: NonNullable<DuePreview['appointments']> }) {
  const t = useT('reception')
  return (
    <Box component="dl" sx={APPOINTMENTS}>
      <div>
        <dt>{t('appointment.first')}</dt>
        <dd>
          <b>{formatDate(appointments.first)}</b>
        </dd>
      </div>
      <div>
        <dt>{t('appointment.second')}</dt>
        <dd>{t('appointment.unknown', { count: appointments.secondTerm })}</dd>
      </div>
    </Box>
  )
}

function NotYet({ chosen, error }: { chosen: Chosen; error: Error | null }) {
  const t = useT('reception')
  const words = useFieldWords()
  if (error !== null) {
    const field = officeErrorOf(error)?.fields[0]
    return field === undefined ? <ErrorAlert error={error} /> : <Quiet>{words(field.code)}</Quiet>
  }
  if (chosen.procedure === null) return <Quiet>{t('chooseProcedure')}</Quiet>
  if (chosen.moment === undefined) return <Quiet>{t('moment.fill')}</Quiet>
  return <Skeleton variant="rounded" height={76} />
}

function Quiet({ children }: { children: ReactNode }) {
  return <Box sx={{ color: 'text.secondary', fontSize: 13.5 }}>{children}</Box>
}

/** However much stands above, two weeks stay in sight; the panel then scrolls. */
const DAYS = { minHeight: 292, display: 'flex', flexDirection: 'column' }
const HEAD = { minHeight: 76, pl: 1.5, borderLeft: 3, borderColor: 'primary.main' }
const PROVISIONAL = {
  mt: 0.75,
  px: 1,
  py: 0.5,
  borderRadius: 1,
  fontSize: 12.5,
  lineHeight: 1.35,
  color: 'standing.soon.fg',
  bgcolor: 'standing.soon.bg',
}
const APPOINTMENTS = {
  m: 0,
  mt: 0.75,
  fontSize: 12.5,
  lineHeight: 1.35,
  '& dt, & dd': { display: 'inline', m: 0 },
  '& dt': { color: 'text.secondary' },
  '& dt::after': { content: '": "' },
}
