import { Box, GlobalStyles } from '@mui/material'
import { createPortal } from 'react-dom'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatNumber } from '../../ui/format.ts'
import type { Summary } from '../../../src-main/contract/figures.ts'
import { FIGURE_COLUMNS, GROUP_STARTS } from './columns.ts'
import { MEMO_LINES, METHOD_POINTS, useIdentityWords } from './notes.tsx'
import { usePeriodWords } from './period-words.ts'
import { PAGE, SHEET } from './print-look.ts'
import { sharesOf, useShareWords } from './shares.tsx'
import { TableHead } from './table-head.tsx'
import { TableRows } from './table-rows.tsx'
import { usePrinting } from './use-printing.ts'

/** Rows above which the sheet is set smaller, so that it stays on one page. */
const MANY_ROWS = 14

/** Biểu II.06a on paper: A4 landscape, the head of the office, the table, the notes, two signatures. */
export function PrintSheet({ summary, name }: { summary: Summary; name: string | null }) {
  if (!usePrinting()) return null
  return createPortal(
    <>
      <GlobalStyles styles={PAGE} />
      <Box className="paper" sx={SHEET} data-small={summary.rows.length > MANY_ROWS}>
        <SheetHead summary={summary} name={name} />
        <table>
          <colgroup>
            <col style={{ width: '3.5%' }} />
            <col />
            {FIGURE_COLUMNS.map((column) => (
              <col key={column} style={{ width: GROUP_STARTS.includes(column) ? '6.6%' : '5.4%' }} />
            ))}
          </colgroup>
          <TableHead by={summary.by} />
          <TableRows summary={summary} />
        </table>
        <SheetNotes summary={summary} />
        <Signatures />
      </Box>
    </>,
    document.body,
  )
}

function SheetHead({ summary, name }: { summary: Summary; name: string | null }) {
  const t = useT('figures')
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
          <b>{t('paper.form')}</b>
          <div>{t('paper.basis')}</div>
        </div>
      </div>
      <h1>{t('paper.title')}</h1>
      <p className="period">
        {name !== null && `${name}. `}
        {words.range(summary)}
        {summary.unfinished && ` (${t('paper.unfinished')})`}
      </p>
      <p className="unit">{t('paper.unit')}</p>
    </>
  )
}

function SheetNotes({ summary }: { summary: Summary }) {
  const t = useT('figures')
  const share = useShareWords('paper')
  const identity = useIdentityWords(summary)
  const memo = MEMO_LINES.map((line) => `${t(`memo.${line}`)}: ${formatNumber(summary.total[line])}`)
  const checks = summary.identities.map(
    (check) => `${identity(check)} – ${t(check.holds ? 'identity.holds' : 'identity.fails')}`,
  )
  return (
    <div className="notes">
      <p>
        <b>{t('share.title')}:</b> {sharesOf(summary.total).map(share).join('; ')}.
      </p>
      <p>
        <b>{t('memo.title')}:</b> {memo.join('; ')}.
      </p>
      <p>
        <b>{t('identity.title')}:</b> {checks.join('; ')}.
      </p>
      <p>
        <b>{t('method.title')}:</b> {METHOD_POINTS.map((point) => t(`method.${point}`)).join(' ')}
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
