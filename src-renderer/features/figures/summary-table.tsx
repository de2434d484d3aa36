import { Box } from '@mui/material'
import { useT } from '../../app/i18n.ts'
import type { Summary } from '../../../src-main/contract/figures.ts'
import { FIGURE_COLUMNS, GROUP_STARTS } from './columns.ts'
import { usePeriodWords } from './period-words.ts'
import { TableHead } from './table-head.tsx'
import { TableRows } from './table-rows.tsx'

/** Biểu II.06a on the screen. Fits a window of 1280 px without scrolling sideways; the head stays. */
export function SummaryTable({ summary, fading }: { summary: Summary; fading: boolean }) {
  const t = useT('figures')
  const words = usePeriodWords()
  return (
    <Box
      component="table"
      aria-label={`${t('form')}. ${words.range(summary)}`}
      aria-busy={fading}
      data-testid="figures-table"
      data-period={`${summary.from}/${summary.to}`}
      data-by={summary.by}
      sx={LOOK}
      style={{ opacity: fading ? 0.55 : 1 }}
    >
      <colgroup>
        <col style={{ width: 42 }} />
        <col />
        {FIGURE_COLUMNS.map((column) => (
          <col key={column} style={{ width: GROUP_STARTS.includes(column) ? 82 : 68 }} />
        ))}
      </colgroup>
      <TableHead by={summary.by} />
      <TableRows summary={summary} />
    </Box>
  )
}

/** The screen's own padding, which the head must cover when it stays at the top. */
const SCREEN_PADDING = 20

const LOOK = {
  width: '100%',
  flex: 'none',
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  fontSize: 13,
  fontVariantNumeric: 'tabular-nums',
  transition: 'opacity 120ms',
  '& th, & td': {
    px: 1,
    py: 0.75,
    borderBottom: 1,
    borderColor: 'divider',
    textAlign: 'right',
    fontWeight: 400,
    overflowWrap: 'anywhere',
  },
  '& tbody tr:last-child > *': { borderBottom: 0 },
  '& .group': { borderLeft: 1, borderColor: 'divider' },
  '& thead': { position: 'sticky', top: -SCREEN_PADDING, zIndex: 2 },
  '& thead th': {
    bgcolor: 'background.paper',
    fontSize: 12,
    fontWeight: 600,
    lineHeight: 1.3,
    color: 'text.secondary',
    textAlign: 'center',
    verticalAlign: 'middle',
    px: 0.75,
    overflowWrap: 'normal',
  },
  '& .numbers td': {
    bgcolor: 'background.paper',
    py: 0.25,
    px: 0.25,
    fontSize: 11,
    lineHeight: 1.25,
    color: 'text.secondary',
    textAlign: 'center',
    overflowWrap: 'normal',
    borderBottom: 2,
    borderColor: 'divider',
  },
  '& tbody th': { textAlign: 'left', overflowWrap: 'break-word' },
  '& tbody .number': { textAlign: 'center', color: 'text.secondary' },
  '& tbody .sum': { fontWeight: 600 },
  '& tbody tr[data-row="total"] > *': { fontWeight: 600, bgcolor: 'selected' },
  '& tbody tr:hover > *': { bgcolor: 'action.hover' },
  '& tbody tr[data-row="total"]:hover > *': { bgcolor: 'selected' },
}
