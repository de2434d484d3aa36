import { Box, GlobalStyles } from '@mui/material'
import { createPortal } from 'react-dom'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { Summary } from '../../../src-main/contract/figures.ts'
import { type Breakdown, LATE_BREAKDOWNS, MEMO_COLUMNS } from '../../../src-main/domain/figure-tables.ts'
import { isSum, noteOf, shownColumns } from './columns.ts'
import type { ShownTable } from './figure-grid.tsx'
import { FigureRows } from './figure-rows.tsx'
import { useIdentityWords, useMethodWords } from './notes.tsx'
import { usePeriodWords } from './period-words.ts'
import { PAGE, SHEET } from './print-look.ts'
import { sharesOf, useShareWords } from './shares.tsx'
import { TableHead } from './table-head.tsx'
import { usePrinting } from './use-printing.ts'

/** Rows above which the sheet is set smaller, so that it stays on one page. */
const MANY_ROWS = 14

/** A table on paper: A4 landscape, the head of the office, the table, the notes, two signatures. */
export function PrintSheet({
  summary,
  shown,
  name,
}: {
  /** Of the same period: its shares and checks are printed under the table. */
  summary: Summary
  shown: ShownTable
  name: string | null
}) {
  if (!usePrinting()) return null
  const { by, table } = shown
  return createPortal(
    <>
      <GlobalStyles styles={PAGE} />
      <Box className="paper" sx={SHEET} data-small={table.rows.length > MANY_ROWS}>
        <SheetHead summary={summary} by={by} name={name} />
        <table>
          <colgroup>
            <col style={{ width: '3.5%' }} />
            <col />
            {shownColumns(by).map((column) => (
              <col key={column} style={{ width: isSum(by, column) ? '6.6%' : '5.4%' }} />
            ))}
          </colgroup>
          <TableHead by={by} />
          <FigureRows table={table} by={by} />
        </table>
        <SheetNotes summary={summary} shown={shown} />
        <Signatures />
      </Box>
    </>,
    document.body,
  )
}

function SheetHead({ summary, by, name }: { summary: Summary; by: Breakdown; name: string | null }) {
  const t = useT('figures')
  const views = useT('figure-views')
  const official = by === 'field' || by === 'procedure'
  const words = usePeriodWords()
  const { office } = useStatus()
  return (
    <>
      <div className="head">
        <div>
          <div>{office?.parentAgency}</div>
          <b>{office?.name}</b>
        </div>
        <div>
          {official && <b>{t('paper.form')}</b>}
          {official && <div>{t('paper.basis')}</div>}
        </div>
      </div>
      <h1>{t('paper.title')}</h1>
      {!official && <p className="period">{views(`breakdown.${by}`)}</p>}
      <p className="period">
        {name !== null && `${name}. `}
        {words.range(summary)}
        {summary.unfinished && ` (${t('paper.unfinished')})`}
      </p>
      <p className="unit">{t('paper.unit')}</p>
    </>
  )
}

function SheetNotes({ summary, shown: { by, method, table } }: { summary: Summary; shown: ShownTable }) {
  const t = useT('figures')
  const share = useShareWords()
  const identity = useIdentityWords(summary)
  const views = useT('figure-views')
  const points = useMethodWords(method)
  const note = noteOf(by)
  const memo = MEMO_COLUMNS.map((column) => `${t(`memo.${column}`)}: ${formatNumber(table.total[column])}`)
  const checks = summary.identities.map(
    (check) => `${identity(check)} – ${t(check.holds ? 'identity.holds' : 'identity.fails')}`,
  )
  return (
    <div className="notes">
      <p>
        <b>{t('share.title')}:</b> {sharesOf(summary.total).map(share).join('; ')}.
      </p>
      {!LATE_BREAKDOWNS.has(by) && (
        <p>
          <b>{t('memo.title')}:</b> {memo.join('; ')}.
        </p>
      )}
      <p>
        <b>{t('identity.title')}:</b> {checks.join('; ')}.
      </p>
      <p>
        <b>{t('method.title')}:</b> {points.join(' ')} {note !== null && views(`tableNote.${note}`)}
      </p>
    </div>
  )
}

function Signatures() {
  const t = useT('figures')
  const { office, today } = useStatus()
  const [year, month, day] = today.split('-')
  return (
    <div className="signatures">
      <div>
        <b>{t('paper.preparedBy')}</b>
        <i>{t('paper.sign')}</i>
      </div>
      <div>
        <i>{t('paper.placeAndDate', { place: office?.place ?? '', day, month, year })}</i>
        <b>{t('paper.head')}</b>
        <i>{t('paper.sign')}</i>
      </div>
    </div>
  )
}
