import { useT } from '../../app/i18n.ts'
import type { Grouping } from './period-choice.ts'
import { columnNumber, FIGURE_COLUMNS, FORMULAS, GROUP_STARTS } from './columns.ts'

/** The columns of each group that stand under it directly; "in the period" has a line of its own. */
const RECEIVED_IN_PERIOD = ['receivedOnline', 'receivedDirectPostal'] as const
const RESOLVED = ['resolved', 'resolvedEarly', 'resolvedOnTime', 'resolvedLate'] as const
const PENDING = ['pending', 'pendingInTime', 'pendingOverdue'] as const

/** The head of Biểu II.06a: groups, columns, and their numbers. */
export function TableHead({ by }: { by: Grouping }) {
  const t = useT('figures')
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={3}>
          {t('head.number')}
        </th>
        <th scope="col" rowSpan={3}>
          {t(`head.${by}`)}
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
          <th
            key={column}
            scope="col"
            rowSpan={2}
            className={GROUP_STARTS.includes(column) ? 'group' : undefined}
          >
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
        {FIGURE_COLUMNS.map((column) => (
          <td key={column} className={GROUP_STARTS.includes(column) ? 'group' : undefined}>
            {FORMULAS[column]?.replaceAll('+', '\u200b+') ?? `(${columnNumber(column)})`}
          </td>
        ))}
      </tr>
    </thead>
  )
}
