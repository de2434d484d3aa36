import { useT } from '../../app/i18n.ts'
import type { FigureTable } from '../../../src-main/contract/figures.ts'
import type { Column } from '../../../src-main/domain/figure-class.ts'
import { type Breakdown, LATE_BREAKDOWNS, OFFICIAL_COLUMNS } from '../../../src-main/domain/figure-tables.ts'
import { FORMULAS, columnNumber, startsGroup } from './columns.ts'

/** The head of a table. */
export function TableHead({ by, table }: { by: Breakdown; table: Pick<FigureTable, 'daysLate'> }) {
  if (LATE_BREAKDOWNS.has(by)) return <LateHead by={by} days={table.daysLate !== undefined} />
  return by === 'month' ? <MonthHead /> : <OfficialHead by={by} />
}

/** The columns of each group that stand under it directly; "in the period" has a line of its own. */
const RECEIVED_IN_PERIOD = ['receivedOnline', 'receivedDirectPostal'] as const
const RESOLVED = ['resolved', 'resolvedEarly', 'resolvedOnTime', 'resolvedLate'] as const
const PENDING = ['pending', 'pendingInTime', 'pendingOverdue'] as const

/** The head of Biểu II.06a: groups, columns, and their numbers. */
function OfficialHead({ by }: { by: Breakdown }) {
  const t = useT('figures')
  const views = useT('figure-views')
  const groupOf = (column: Column) => (startsGroup(by, column) ? 'group' : undefined)
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={3}>
          {t('head.number')}
        </th>
        <th scope="col" rowSpan={3}>
          {views(`rowHead.${by}`)}
        </th>
        <th scope="colgroup" colSpan={4} className="group">
          {t('head.received')}
        </th>
        <th scope="colgroup" colSpan={4} className="group">
          {t('head.resolvedGroup')}
        </th>
        <th scope="colgroup" colSpan={3} className="group">
          {t('head.pendingGroup')}
        </th>
      </tr>
      <tr>
        <th scope="col" rowSpan={2} className="group">
          {t('column.receivedTotal')}
        </th>
        <th scope="colgroup" colSpan={2}>
          {t('head.inPeriod')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('column.carriedOver')}
        </th>
        {[...RESOLVED, ...PENDING].map((column) => (
          <th key={column} scope="col" rowSpan={2} className={groupOf(column)}>
            {t(`column.${column}`)}
          </th>
        ))}
      </tr>
      <tr>
        {RECEIVED_IN_PERIOD.map((column) => (
          <th key={column} scope="col">
            {t(`column.${column}`)}
          </th>
        ))}
      </tr>
      <tr className="numbers">
        <td>(1)</td>
        <td>(2)</td>
        {OFFICIAL_COLUMNS.map((column) => (
          <td key={column} className={groupOf(column)}>
            {FORMULAS[column]?.replaceAll('+', '\u200b+') ?? `(${columnNumber(column)})`}
          </td>
        ))}
      </tr>
    </thead>
  )
}

/** Opening balance, in, out, closing balance. */
function MonthHead() {
  const t = useT('figures')
  const views = useT('figure-views')
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('head.number')}
        </th>
        <th scope="col" rowSpan={2}>
          {views('rowHead.month')}
        </th>
        <th scope="col" rowSpan={2} className="group">
          {views('group.opening')}
        </th>
        <th scope="colgroup" colSpan={3} className="group">
          {views('group.in')}
        </th>
        <th scope="colgroup" colSpan={4} className="group">
          {views('group.out')}
        </th>
        <th scope="colgroup" colSpan={3} className="group">
          {views('group.closing')}
        </th>
      </tr>
      <tr>
        <th scope="col" className="group">
          {views('head.sum')}
        </th>
        {RECEIVED_IN_PERIOD.map((column) => (
          <th key={column} scope="col">
            {t(`column.${column}`)}
          </th>
        ))}
        {[...RESOLVED, ...PENDING].map((column) => (
          <th key={column} scope="col" className={startsGroup('month', column) ? 'group' : undefined}>
            {t(`column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** Late dossiers: those resolved and those pending. */
function LateHead({ by, days }: { by: Breakdown; days: boolean }) {
  const t = useT('figures')
  const views = useT('figure-views')
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          {t('head.number')}
        </th>
        <th scope="col" rowSpan={2}>
          {views(`rowHead.${by}`)}
        </th>
        <th scope="colgroup" colSpan={3} className="group">
          {views('group.late')}
        </th>
        {days && (
          <th scope="col" rowSpan={2} className="group">
            {views('head.daysLate')}
          </th>
        )}
      </tr>
      <tr>
        <th scope="col" className="group">
          {views('head.lateSum')} (10)+(13)
        </th>
        <th scope="col">{views('head.lateResolved')} (10)</th>
        <th scope="col">{views('head.latePending')} (13)</th>
      </tr>
    </thead>
  )
}
