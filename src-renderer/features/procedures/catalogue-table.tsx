import {
  Box,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material'
import { type KeyboardEvent, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { formatDate } from '../../ui/format.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type CatalogueFilter, type FieldRows, withGaps } from './rows.ts'
import { GapRow, VersionRow } from './version-row.tsx'

const COLUMNS = ['name', 'term', 'remote', 'fee', 'supplement', 'validity', 'status', 'dossiers'] as const
const RIGHT: readonly string[] = ['remote', 'dossiers']

/**
 * The procedures by field. Arrows go from row to row, Enter shows a version, right and left show and hide the other
 * versions of a procedure.
 */
export function CatalogueTable({
  fields,
  filter,
  onOpen,
}: {
  fields: readonly FieldRows[]
  filter: CatalogueFilter
  onOpen: (id: number) => void
}) {
  const t = useT('procedures')
  // Who asks for all versions sees them; else only those that are opened.
  const all = filter.on === null && !filter.unsure
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const isExpanded = (key: string) => toggled.has(`${key} ${all}`) !== all
  const show = (key: string, open: boolean) =>
    setToggled((before) => {
      const next = new Set(before)
      if (open === all) next.delete(`${key} ${all}`)
      else next.add(`${key} ${all}`)
      return next
    })
  if (fields.length === 0) return <Nothing filter={filter} />
  return (
    <TableContainer sx={FRAME} onKeyDown={moveAmongRows}>
      <Table size="small" stickyHeader aria-label={t('table')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} align={RIGHT.includes(column) ? 'right' : 'left'} sx={HEAD}>
                {t(`column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        {fields.map(({ field, procedures }) => (
          <TableBody key={field}>
            <TableRow>
              <TableCell component="th" scope="rowgroup" colSpan={COLUMNS.length} sx={FIELD}>
                {field}
                <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 1 }}>
                  {t('fieldCount', { count: procedures.length })}
                </Typography>
              </TableCell>
            </TableRow>
            {procedures.flatMap(({ lead, others }) => [
              <VersionRow
                key={lead.id}
                version={lead}
                onOpen={onOpen}
                others={{
                  count: others.length,
                  shown: isExpanded(lead.key),
                  show: (open) => show(lead.key, open),
                }}
              />,
              ...(isExpanded(lead.key)
                ? withGaps(others, [lead, ...others]).map((row) =>
                    'gap' in row ? (
                      <GapRow key={`${lead.key} ${row.gap.from}`} gap={row.gap} columns={COLUMNS.length} />
                    ) : (
                      <VersionRow key={row.version.id} version={row.version} onOpen={onOpen} />
                    ),
                  )
                : []),
            ])}
          </TableBody>
        ))}
      </Table>
      <Box sx={{ height: 8 }} />
    </TableContainer>
  )
}

function Nothing({ filter: { on, search, unsure } }: { filter: CatalogueFilter }) {
  const t = useT('procedures')
  if (on === null || search.trim() !== '' || unsure)
    return <EmptyState title={t('empty.title')} hint={t('empty.hint')} />
  return <EmptyState title={t('gaps.emptyTitle', { date: formatDate(on) })} hint={t('gaps.emptyHint')} />
}

function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.nativeEvent.isComposing || !(event.target instanceof Element)) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-version]')]
  const row = event.target.closest('tr')
  const at = rows.findIndex((link) => link.closest('tr') === row)
  const next = rows[at + step]
  if (at === -1 || next === undefined) return
  event.preventDefault()
  next.focus()
}

const FRAME = {
  flex: 1,
  minHeight: 160,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
}
const HEAD = {
  fontWeight: 600,
  fontSize: 12.5,
  lineHeight: 1.25,
  py: '5px',
  color: 'text.secondary',
  bgcolor: 'background.paper',
}
const FIELD = { fontSize: 14, fontWeight: 600, bgcolor: 'rail', py: '5px' }
