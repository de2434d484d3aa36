import { Box, Chip, Link as PlainLink, Typography } from '@mui/material'
import type { GridColDef } from '@mui/x-data-grid'
import { type ComponentProps, type ReactNode, useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Difference, Differences } from '../../../../src-main/contract/closing.ts'
import { useT } from '../../../app/i18n.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { formatDate, formatMoment, formatNumber } from '../../../ui/format.ts'
import { RowsGrid } from '../../../ui/rows-grid.tsx'
import { SaveListButton } from '../../../ui/save-list-button.tsx'

/** Dossiers that count otherwise: then, now, and what was entered since that made it. Enter opens the dossier. */
export function DifferencesTable({
  differences,
  loading,
  words,
  save,
}: {
  differences: Differences | undefined
  loading: boolean
  words: Record<'title' | 'none' | 'noneHint' | 'count', string>
  /** Has the office make a file of all of them; the screen shows the first so many. */
  save?: ComponentProps<typeof SaveListButton>['save']
}) {
  const t = useT('closing')
  const navigate = useNavigate()
  const columns = useColumns()
  const rows = differences?.rows ?? NO_ROWS
  const { total = 0, causeAlone = 0 } = differences ?? {}
  return (
    <Box sx={PART}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline', minHeight: 34 }}>
        <Typography variant="h2">{words.title}</Typography>
        {total > 0 && (
          <Typography data-testid="differences-count" aria-live="polite" sx={{ fontWeight: 600 }}>
            {causeAlone < total && words.count}
            {causeAlone > 0 && causeAlone < total && '. '}
            {causeAlone > 0 &&
              t('differences.causeAlone', { count: causeAlone, amount: formatNumber(causeAlone) })}
            {rows.length < total && `. ${t('differences.shown', { shown: formatNumber(rows.length) })}`}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {total > 0 && save !== undefined && <SaveListButton save={save} />}
      </Box>
      <RowsGrid<Difference>
        gridKey="differences"
        aria-label={t('differences.list')}
        columns={columns}
        rows={rows}
        loading={loading}
        getRowHeight={autoHeight}
        disableColumnSorting
        empty={<EmptyState title={words.none} hint={words.noneHint} />}
        onOpen={({ id }) => void navigate(`/dossiers/${id}`)}
      />
    </Box>
  )
}

/** How many dossiers count otherwise: those of another cause of lateness alone do not. */
export function countingOtherwise(differences: Differences | undefined): number {
  return differences === undefined ? 0 : differences.total - differences.causeAlone
}

function useColumns(): GridColDef<Difference>[] {
  const t = useT('closing')
  return useMemo(
    () => [
      {
        field: 'code',
        headerName: t('diff.code'),
        width: 226,
        hideable: false,
        renderCell: ({ row, tabIndex }) => (
          <Lines>
            <PlainLink
              component={Link}
              to={`/dossiers/${row.id}`}
              tabIndex={tabIndex}
              sx={{ fontWeight: 500, whiteSpace: 'nowrap' }}
            >
              {row.code}
            </PlainLink>
          </Lines>
        ),
      },
      {
        field: 'before',
        headerName: t('diff.before'),
        width: 180,
        renderCell: ({ row }) => <Counted dossier={row.before} />,
      },
      {
        field: 'after',
        headerName: t('diff.after'),
        width: 180,
        renderCell: ({ row }) => <Counted dossier={row.after} />,
      },
      {
        field: 'fields',
        headerName: t('diff.fields'),
        width: 142,
        renderCell: ({ row }) => <Lines>{row.fields.map((field) => t(`field.${field}`)).join(', ')}</Lines>,
      },
      {
        field: 'events',
        headerName: t('diff.events'),
        flex: 1,
        minWidth: 280,
        renderCell: ({ row }) => <Events events={row.events} />,
      },
    ],
    [t],
  )
}

/** What a dossier counts as: how it stands, by which due date, and where it came from. */
function Counted({ dossier }: { dossier: Difference['before'] }) {
  const t = useT('closing')
  if (dossier === null) return <Lines muted>{t('diff.nothing')}</Lines>
  const { standing, origin, dueOn, endedOn } = dossier
  const days = [
    ...(endedOn === null ? [] : [t('ended', { on: formatDate(endedOn) })]),
    t('due', { on: formatDate(dueOn) }),
  ]
  return (
    <Lines>
      <div>{t(`standing.${standing}`)}</div>
      <Box sx={{ color: 'text.secondary' }}>{days.join(', ')}</Box>
      <Box sx={{ color: 'text.secondary' }}>{t(`origin.${origin}`)}</Box>
    </Lines>
  )
}

function Events({ events }: { events: Difference['events'] }) {
  const t = useT('closing')
  const audit = useT('audit')
  if (events.length === 0) return <Lines muted>{t('diff.rules')}</Lines>
  return (
    <Lines>
      {events.map(({ seq, kind, happenedOn, enteredAt, authorName, lateEntry }) => (
        <Box key={seq} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
          {t('diff.event', {
            ...{ kind: audit(`kinds.${kind}`), on: formatDate(happenedOn) },
            ...{ at: formatMoment(enteredAt), name: authorName },
          })}
          {lateEntry && <Mark>{t('diff.late')}</Mark>}
          {kind === 'corrected' && <Mark>{t('diff.correction')}</Mark>}
        </Box>
      ))}
    </Lines>
  )
}

function Mark({ children }: { children: string }) {
  return <Chip size="small" color="warning" variant="outlined" label={children} sx={{ height: 20 }} />
}

/** The content of a cell that may have several lines. */
function Lines({ children, muted = false }: { children: ReactNode; muted?: boolean }) {
  return (
    <Box
      sx={{
        py: 0.75,
        lineHeight: 1.4,
        whiteSpace: 'normal',
        overflowWrap: 'anywhere',
        ...(muted ? { color: 'text.secondary' } : {}),
      }}
    >
      {children}
    </Box>
  )
}

const autoHeight = () => 'auto' as const
const NO_ROWS: Difference[] = []
const PART = { flex: 1, minHeight: 240, display: 'flex', flexDirection: 'column', gap: 0.75 } as const
