import { Box, Skeleton } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DuePreview } from '../../../src-main/contract/reception.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useFieldWords, officeErrorOf } from '../../ui/errors.ts'
import { ErrorAlert } from '../../ui/error-alert.tsx'
import { formatDate, formatWeekday } from '../../ui/format.ts'
import { DaysCounted } from './days-counted.tsx'
import { useTermWords } from './procedure-field.tsx'
import type { Chosen } from './use-reception.ts'

/** A same-day dossier accepted after the cut-off hour is due another day: the preview follows the clock. */
const AGAIN_MS = 30_000

/** The due date as soon as the procedure is chosen, large; what belongs to it; the days counted. */
export function DuePanel({ chosen, children }: { chosen: Chosen; children: ReactNode }) {
  const { procedure, moment } = chosen
  const orpc = useOrpc()
  const ready = procedure !== null && moment !== undefined
  const preview = useQuery(
    orpc.reception.preview.queryOptions({
      input: { procedureId: procedure?.id ?? 0, acceptedAt: moment ?? null },
      enabled: ready,
      staleTime: 0,
      refetchInterval: AGAIN_MS,
    }),
  )
  const due = ready ? preview.data : undefined
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1, flex: 'none' }}>
        <Box role="status" sx={HEAD}>
          {due === undefined ? (
            <NotYet chosen={chosen} error={ready ? preview.error : null} />
          ) : (
            <Due due={due} />
          )}
        </Box>
        {children}
      </Box>
      {due !== undefined && <DaysCounted days={due.days} basis={procedure?.basis ?? ''} />}
    </>
  )
}

function Due({ due }: { due: DuePreview }) {
  const t = useT('reception')
  const term = useTermWords()
  return (
    <>
      <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
        {t('due')} · {term(due)}
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
      {due.provisional && <Box sx={PROVISIONAL}>{t('provisionalWhy')}</Box>}
    </>
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

const HEAD = { minHeight: 76, pl: 1.5, borderLeft: 3, borderColor: 'primary.main' }
const PROVISIONAL = {
  mt: 0.75,
  px: 1,
  py: 0.5,
  borderRadius: 1,
  fontSize: 12.5,
  color: 'standing.soon.fg',
  bgcolor: 'standing.soon.bg',
}
