import { Box } from '@mui/material'
import type { TFunction } from 'i18next'
import type { Standing } from '../../../src-main/contract/dossier-list.ts'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { formatDate, formatMoment, formatWeekday } from '../../ui/format.ts'
import { useDaysWords } from './days-words.ts'

/** The term from acceptance to due date: how much is used, how much is left, and what to know about the date. */
export function TermBar({ page }: { page: DossierPage }) {
  const t = useT('dossier')
  const days = useDaysWords()
  const language = useLanguage()
  const { row, term, daysUsed, daysWhole: whole } = page
  const share = whole <= 0 || row.standing === 'late' ? 1 : Math.min(1, daysUsed / whole)
  const used = term.unit === 'working-day' ? 'term.used' : 'term.usedCalendar'
  const notes = useNotes(page)
  return (
    <Box component="section" aria-label={t('term.label')} sx={{ mb: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2, fontSize: 13 }}>
        <Box>
          {t('term.accepted')}{' '}
          <b>{page.acceptedAt === null ? formatDate(row.acceptedOn) : formatMoment(page.acceptedAt)}</b>
        </Box>
        <Box sx={{ fontWeight: 600 }}>
          {whole > 0 ? t(used, { used: daysUsed, whole }) : t('term.sameDay')}
        </Box>
        <Box>
          {t(`term.${dueWords(page)}`)} {formatWeekday(row.dueOn, language)} <b>{formatDate(row.dueOn)}</b>
        </Box>
      </Box>
      <Box aria-hidden sx={{ height: 8, borderRadius: 4, bgcolor: 'divider', my: 0.75, overflow: 'hidden' }}>
        <Box
          sx={{
            height: '100%',
            width: `${share * 100}%`,
            bgcolor: COLOUR[row.standing] ?? 'primary.main',
            printColorAdjust: 'exact',
          }}
        />
      </Box>
      <Box sx={{ fontSize: 12.5, color: 'text.secondary' }}>
        {t('term.statutory', {
          term: term.term === 0 ? t('term.sameDay') : days(term.term, term.unit),
        })}
        {term.basis !== '' && ` · ${t('term.basis', { basis: term.basis })}`}
      </Box>
      {notes.map((note) => (
        <Box key={note} sx={NOTE}>
          {note}
        </Box>
      ))}
    </Box>
  )
}

/** Of two appointments the second is not known before payment is proved. */
function waitsForProof({ appointments, row }: DossierPage): boolean {
  return appointments !== null && appointments.second === null && row.endedOn === null
}

function dueWords(page: DossierPage): 'due' | 'dueBeforeStop' | 'dueExpected' {
  if (page.stopped !== null) return 'dueBeforeStop'
  return waitsForProof(page) ? 'dueExpected' : 'due'
}

function useNotes(page: DossierPage): string[] {
  const { row, computedDueOn, dueSource, provisional, stopped, waitsLate, waitsRunning, waitsFor, term } =
    page
  const t = useT('dossier')
  const common = useT('common')
  const days = useDaysWords()
  const stop =
    stopped === null
      ? []
      : [
          t('term.stopped', {
            since: formatDate(stopped.since),
            why: common(`state.${row.state}`),
            left: days(stopped.remaining, term.unit),
          }),
        ]
  const asked = waitsFor === null ? [] : [askedWords(waitsFor, t)].filter((line) => line !== '')
  const late =
    waitsLate === null
      ? []
      : [
          t('term.waitsLate', {
            due: formatDate(row.dueOn),
            since: formatDate(waitsLate.since),
            why: common(`state.${row.state}`),
          }),
        ]
  const running =
    waitsRunning === null
      ? []
      : [
          t('term.waitsRunning', {
            since: formatDate(waitsRunning.since),
            why: common(`state.${row.state}`),
          }),
        ]
  return [
    ...stop,
    ...late,
    ...running,
    ...asked,
    ...(waitsForProof(page) ? [t('term.untilProof')] : []),
    ...(computedDueOn === row.dueOn
      ? []
      : [
          t(dueSource === 'printed' ? 'term.differs' : 'term.calendarMoved', {
            due: formatDate(row.dueOn),
            computed: formatDate(computedDueOn),
          }),
        ]),
    ...(provisional ? [t('term.provisional')] : []),
  ]
}

/** Which agency is asked, and until when it may take: `Hỏi UBND xã, phải trả lời trước hết ngày 13/03/2026`. */
function askedWords(
  { agency, answerBy, posting }: NonNullable<DossierPage['waitsFor']>,
  t: TFunction<'dossier'>,
): string {
  const until = answerBy === null ? '' : formatDate(answerBy)
  if (posting !== null) return t('term.posting', { days: posting, agency: agency || '…', until })
  const who = agency === '' ? '' : t('term.asked', { agency })
  return [who, until === '' ? '' : t('term.answerBy', { until })].filter((part) => part !== '').join(' ')
}

const COLOUR: Partial<Record<Standing, string>> = {
  'due-soon': 'standing.soon.fg',
  'due-today': 'standing.soon.fg',
  late: 'standing.late.fg',
  paused: 'standing.paused.fg',
  'ended-early': 'standing.early.fg',
  'ended-on-time': 'standing.onTime.fg',
  'ended-late': 'standing.late.fg',
}
const NOTE = {
  mt: 0.75,
  px: 1.25,
  py: 0.5,
  width: 'fit-content',
  borderRadius: 1,
  fontSize: 13,
  color: 'standing.soon.fg',
  bgcolor: 'standing.soon.bg',
}
