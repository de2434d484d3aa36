import { Alert, Box, LinearProgress, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import type { ClosingRow } from '../../../../src-main/contract/closing.ts'
import { type Breakdown, LATE_BREAKDOWNS } from '../../../../src-main/domain/figure-tables.ts'
import { useT } from '../../../app/i18n.ts'
import { useOrpc } from '../../../app/office.tsx'
import { ErrorAlert } from '../../../ui/error-alert.tsx'
import { noteOf } from '../columns.ts'
import { FigureGrid } from '../figure-grid.tsx'
import { Memo, MethodNotes } from '../notes.tsx'
import { Shares } from '../shares.tsx'
import { NOTES_LOOK } from '../table-look.ts'
import { TimesTable } from '../times-view.tsx'

/** The tables of a closing as they were kept, nothing counted anew; each number opens its dossiers as known then. */
export function ClosedTables({
  closing: { number, from, to, method, known },
  view,
  by,
}: {
  closing: ClosingRow
  view: 'table' | 'times'
  by: Breakdown
}) {
  const t = useT('closing')
  const figures = useT('figures')
  const views = useT('figure-views')
  const kept = useQuery(useOrpc().closing.tables.queryOptions({ input: { number } }))
  if (kept.data === null) return <Alert severity="error">{t('then.hurt')}</Alert>
  if (kept.data === undefined) {
    return kept.error === null ? (
      <LinearProgress aria-label={figures('counting')} sx={{ height: 3 }} />
    ) : (
      <ErrorAlert error={kept.error} />
    )
  }
  const { tables, times } = kept.data
  const query = { from, to, method, known }
  if (view === 'times') return <TimesTable times={times} query={query} />
  const table = tables.find((one) => one.by === by)
  const official = tables.find((one) => one.by === 'field')
  if (table === undefined) return <Alert severity="info">{t('then.noTable')}</Alert>
  const shown = { period: { from, to }, method, known, by, table }
  const note = noteOf(by)
  return (
    <>
      {note !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 1000, mb: 1 }}>
          {views(`tableNote.${note}`)}
        </Typography>
      )}
      <FigureGrid shown={shown} at={null} fading={false} />
      <Box sx={NOTES_LOOK}>
        {official !== undefined && <Shares counts={official.total} query={query} />}
        {!LATE_BREAKDOWNS.has(by) && <Memo shown={shown} />}
        <MethodNotes counted={{ from, countedTo: to, method }} />
      </Box>
    </>
  )
}
