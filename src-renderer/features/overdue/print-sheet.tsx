import { createPortal } from 'react-dom'
import type { DossierRow } from '../../../src-main/contract/dossiers.ts'
import { useT } from '../../app/i18n.ts'
import { useStatus } from '../../app/office.tsx'
import { formatDate, formatNumber } from '../../ui/format.ts'
import { COLUMN_WIDTHS, printRules } from './print-look.ts'
import { daysLateOf } from './sums.ts'

/** *Danh sách hồ sơ trễ hạn* on paper: head of the office, motto, every row, sum, two signatures. */
export function PrintSheet({ rows, filters }: { rows: readonly DossierRow[]; filters: readonly string[] }) {
  const t = useT('overdue')
  const { today } = useStatus()
  return createPortal(
    <div className="late-sheet">
      <style>{printRules(t('paper.page'))}</style>
      <SheetHead />
      <h1>{t('paper.title')}</h1>
      <p className="asOf">{t('asOf', { date: formatDate(today) })}</p>
      {filters.length > 0 && <p className="filters">({filters.join('; ')})</p>}
      <SheetTable rows={rows} />
      <p className="sum">
        <b>{t('paper.total', { count: rows.length, number: formatNumber(rows.length) })}</b>
      </p>
      <div className="signatures">
        {(['author', 'head'] as const).map((who) => (
          <div key={who}>
            <b className="upper">{t(`paper.${who}`)}</b>
            <i>{t('paper.sign')}</i>
          </div>
        ))}
      </div>
    </div>,
    document.body,
  )
}

function SheetHead() {
  const t = useT('overdue')
  const { office, today } = useStatus()
  const [year = '', month = '', day = ''] = today.split('-')
  const place = office?.place ?? ''
  return (
    <header>
      <div>
        <div className="upper">{office?.parentAgency}</div>
        <b className="upper">{office?.name}</b>
        <div className="rule" />
      </div>
      <div>
        <b>{t('paper.country')}</b>
        <div>
          <b>{t('paper.motto')}</b>
        </div>
        <div className="rule long" />
        <div className="place">
          {place !== '' && `${place}, `}
          {t('paper.date', { day, month, year })}
        </div>
      </div>
    </header>
  )
}

function SheetTable({ rows }: { rows: readonly DossierRow[] }) {
  const t = useT('overdue')
  const common = useT('common')
  const heads = [
    t('paper.number'),
    common('column.code'),
    common('column.applicantName'),
    common('column.commune'),
    common('column.procedureName'),
    common('column.acceptedOn'),
    common('column.dueOn'),
    common('column.state'),
    common('column.holderName'),
    `${t('daysLate')} (${t('unit')})`,
    t('paper.note'),
  ]
  return (
    <table>
      <colgroup>
        {COLUMN_WIDTHS.map((width, index) => (
          <col key={index} style={{ width: `${width}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id}>
            <td className="middle">{index + 1}</td>
            <td>{row.code}</td>
            <td>{row.applicantName}</td>
            <td>{row.commune}</td>
            <td>{row.procedureName}</td>
            <td className="middle">{formatDate(row.acceptedOn)}</td>
            <td className="middle">{formatDate(row.dueOn)}</td>
            <td>{common(`state.${row.state}`)}</td>
            <td>{row.holderName}</td>
            <td className="number">{formatNumber(daysLateOf(row))}</td>
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
