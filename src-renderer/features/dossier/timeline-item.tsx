import { Box, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { TimelineEntry } from '../../../src-main/contract/dossiers.ts'
import { civilDate, dateOfInstant, timeOfInstant } from '../../../src-main/domain/civil-date.ts'
import { useT } from '../../app/i18n.ts'
import { formatDate, formatMoment } from '../../ui/format.ts'
import { useCauses } from '../overdue/use-desk.ts'
import { CorrectionText } from './correction-text.tsx'
import { EntryLink } from './entry-link.tsx'

/** One entry: what happened, when, entered when and by whom, and whether it was set right later. */
export function TimelineItem({
  entry,
  all,
  last,
}: {
  entry: TimelineEntry
  all: readonly TimelineEntry[]
  last: boolean
}) {
  const t = useT('dossier')
  const revoked = entry.revokedBy !== null
  return (
    <Box component="li" id={`entry-${entry.seq}`} tabIndex={-1} sx={ITEM}>
      <Box aria-hidden sx={{ position: 'relative', display: 'flex', justifyContent: 'center' }}>
        {!last && <Box sx={RAIL} />}
        <Box sx={{ ...DOT, bgcolor: revoked ? 'background.paper' : DOT_COLOUR[entry.kind] }} />
      </Box>
      <Box sx={{ pb: last ? 0 : 1.75, minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
          <Typography
            component={revoked ? 'del' : 'span'}
            sx={{ fontWeight: 600, ...(revoked ? { color: 'text.secondary' } : {}) }}
          >
            <What entry={entry} />
          </Typography>
          <Happened entry={entry} all={all} />
          {entry.lateEntry && !entry.imported && <Mark>{t('timeline.late')}</Mark>}
          {entry.imported && <Mark quiet>{t('timeline.imported')}</Mark>}
        </Box>
        {entry.dueMoved !== null && <DueMoved moved={entry.dueMoved} />}
        {entry.receipt !== null && <Receipt receipt={entry.receipt} />}
        <Details details={entry.details} />
        {entry.document !== '' && (
          <Box sx={{ fontSize: 13 }}>{t('timeline.document', { number: entry.document })}</Box>
        )}
        {entry.correction !== null && <CorrectionText correction={entry.correction} all={all} />}
        {entry.note !== '' && (
          <Box sx={{ fontSize: 13, overflowWrap: 'anywhere' }}>
            {entry.kind === 'corrected' ? t('timeline.reason', { reason: entry.note }) : entry.note}
          </Box>
        )}
        {entry.revokedBy !== null && (
          <Box sx={{ fontSize: 13, color: 'standing.late.fg' }}>
            {t('timeline.revoked')} <EntryLink seq={entry.revokedBy} />
          </Box>
        )}
        <Box sx={{ fontSize: 12, color: 'text.secondary' }}>
          {t('timeline.number', { seq: entry.seq })} · {t('timeline.entered')} {formatMoment(entry.enteredAt)}
          {entry.authorName !== '' && ` · ${entry.authorName}`}
        </Box>
      </Box>
    </Box>
  )
}

function What({ entry }: { entry: TimelineEntry }) {
  const common = useT('common')
  const t = useT('dossier')
  return (
    <>
      {common(`event.${entry.kind}`)}
      {entry.pause !== null && `: ${common(`pause.${entry.pause}`)}`}
      {entry.runsOn && `, ${t('timeline.runsOn')}`}
      {entry.holderName !== null && `: ${entry.holderName}`}
    </>
  )
}

/** A due date that moved: before, after, and by what. */
function DueMoved({ moved }: { moved: NonNullable<TimelineEntry['dueMoved']> }) {
  const t = useT('dossier')
  return (
    <Box sx={{ fontSize: 13 }}>
      {formatDate(moved.from)} → <b>{formatDate(moved.to)}</b> ({t(`moved.${moved.cause}`)})
    </Box>
  )
}

/** What stood on a printed receipt. */
function Receipt({ receipt }: { receipt: NonNullable<TimelineEntry['receipt']> }) {
  const t = useT('dossier')
  const { number, firstDueOn, dueOn } = receipt
  const parts = [
    t('timeline.receipt.number', { number }),
    ...(firstDueOn === null ? [] : [t('timeline.receipt.first', { date: formatDate(firstDueOn) })]),
    dueOn === null ? t('timeline.receipt.later') : t('timeline.receipt.due', { date: formatDate(dueOn) }),
  ]
  return <Box sx={{ fontSize: 13 }}>{parts.join(', ')}</Box>
}

/** The day of happening; for a re-dated entry the day first written, struck through, and the right one. */
function Happened({ entry, all }: { entry: TimelineEntry; all: readonly TimelineEntry[] }) {
  const written =
    entry.happenedAt !== null && dateOfInstant(entry.happenedAt) === entry.happenedOn
      ? `${formatDate(entry.happenedOn)} ${timeOfInstant(entry.happenedAt)}`
      : formatDate(entry.happenedOn)
  const right = all.find(({ seq }) => seq === entry.redatedBy)?.correction?.redatedTo ?? null
  if (right === null) return <Box component={entry.revokedBy === null ? 'span' : 'del'}>{written}</Box>
  return (
    <Box component="span">
      <del>{written}</del> {formatDate(right)} <EntryLink seq={entry.redatedBy ?? 0} />
    </Box>
  )
}

function Mark({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  const tone = quiet ? 'paused' : 'soon'
  return (
    <Box
      component="span"
      sx={{
        fontSize: 12,
        px: 0.75,
        borderRadius: '4px',
        color: `standing.${tone}.fg`,
        bgcolor: `standing.${tone}.bg`,
      }}
    >
      {children}
    </Box>
  )
}

/** What an entry tells besides its note, each with its name. */
function Details({ details }: Pick<TimelineEntry, 'details'>) {
  const common = useT('common')
  const { nameOf } = useCauses()
  if (details.length === 0) return null
  const valueOf = ({ key, value, as }: TimelineEntry['details'][number]): string => {
    if (key === 'cause') return nameOf(value)
    if (as === 'text') return value
    if (as === 'date') return formatDate(civilDate(value))
    return common(`detailWord.${key}.${value}`, { defaultValue: value })
  }
  return (
    <Box sx={{ fontSize: 13, overflowWrap: 'anywhere' }}>
      {details.map((detail) => `${common(`detail.${detail.key}`)}: ${valueOf(detail)}`).join(' · ')}
    </Box>
  )
}

const DOT_COLOUR: Record<TimelineEntry['kind'], string> = {
  arrived: 'text.secondary',
  'completion-asked': 'standing.soon.fg',
  completed: 'text.secondary',
  declined: 'text.secondary',
  retracted: 'text.secondary',
  passed: 'primary.main',
  'handed-over': 'primary.main',
  'handover-confirmed': 'primary.main',
  'handover-missing': 'standing.late.fg',
  'tax-notice': 'primary.main',
  'form-printed': 'primary.main',
  'apology-drafted': 'standing.soon.fg',
  'apology-approved': 'standing.soon.fg',
  'apology-rejected': 'standing.soon.fg',
  'late-cause': 'standing.late.fg',
  noted: 'text.secondary',
  reminded: 'text.secondary',
  accepted: 'primary.main',
  taken: 'primary.main',
  paused: 'standing.soon.fg',
  resumed: 'primary.main',
  'due-moved': 'standing.soon.fg',
  'receipt-printed': 'primary.main',
  'result-ready': 'standing.early.fg',
  returned: 'standing.early.fg',
  refused: 'text.secondary',
  withdrawn: 'text.secondary',
  stopped: 'text.secondary',
  corrected: 'standing.soon.fg',
}
const ITEM = {
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  gap: 1,
  borderRadius: 1,
  '&:focus': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: 2 },
}
const DOT = {
  width: 10,
  height: 10,
  borderRadius: '50%',
  mt: '6px',
  zIndex: 1,
  border: 1,
  borderColor: 'text.secondary',
}
const RAIL = { position: 'absolute', top: 10, bottom: -8, width: '1px', bgcolor: 'divider' }
