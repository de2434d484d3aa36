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
import { EmptyState } from '../../ui/empty-state.tsx'
import type { FieldRows } from './rows.ts'
import { VersionRow } from './version-row.tsx'

const COLUMNS = ['name', 'term', 'remote', 'fee', 'supplement', 'validity', 'status', 'dossiers'] as const
const RIGHT: readonly string[] = ['remote', 'dossiers']

/**
 * The procedures by field. Arrows go from row to row, Enter shows a version, right and left show and hide the other
 * versions of a procedure.
 */
export function CatalogueTable({
  fields,
  onOpen,
}: {
  fields: readonly FieldRows[]
  onOpen: (id: number) => void
}) {
  const t = useT('procedures')
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string, open: boolean) =>
    setExpanded((before) => {
      const next = new Set(before)
      if (open) next.add(key)
      else next.delete(key)
      return next
    })
  if (fields.length === 0) return <EmptyState title={t('empty.title')} hint={t('empty.hint')} />
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
                  shown: expanded.has(lead.key),
                  show: (open) => toggle(lead.key, open),
                }}
              />,
              ...(expanded.has(lead.key)
                ? others.map((version) => <VersionRow key={version.id} version={version} onOpen={onOpen} />)
                : []),
            ])}
          </TableBody>
        ))}
      </Table>
      <Box sx={{ height: 8 }} />
    </TableContainer>
  )
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
