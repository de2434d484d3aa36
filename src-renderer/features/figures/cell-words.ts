import type { TFunction } from 'i18next'
import { skipToken, useQuery } from '@tanstack/react-query'
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import { monthsOf } from '../../../src-main/domain/period.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { useKnowledge } from './knowledge.ts'
import { choiceOfPeriod } from './period-choice.ts'
import { usePeriodWords } from './period-words.ts'
import { useRowWords } from './row-words.ts'
import { formatDate } from '../../ui/format.ts'

/** A cell of the figures in words: period, row and column; empty for none. */
export function useCellWords(cell: FigureCell | null): string {
  const t = useT('figure-views')
  const periods = usePeriodWords()
  const words = useRowWords()
  const label = useRowLabel(cell)
  const knowledge = useKnowledge(cell)
  if (cell === null) return ''
  const { from, to, by, key, method } = cell
  const period = periods.ofChoice(choiceOfPeriod(cell)) ?? `${formatDate(from)} – ${formatDate(to)}`
  const said = { period, column: t(`column.${cell.column}`) }
  const month = by === 'month' ? monthsOf({ from, to }).find((one) => one.from === key) : undefined
  const row = key === null ? null : words(by, { key, label, ...(month ? { of: month.to } : {}) })
  const cut = row === null ? t('cell.chip', said) : t('cell.chipRow', { ...said, row })
  return [
    cell.due == null ? cut : `${cut}, ${dueWords(cell.due, t)}`,
    ...(method === 'extended' ? [t('cell.extended')] : []),
    ...(knowledge === null ? [] : [knowledge.short]),
  ].join(', ')
}

/** The days the due dates of a list lie in. */
function dueWords({ from, to }: NonNullable<FigureCell['due']>, t: TFunction<'figure-views'>): string {
  const days = { from: formatDate(from), to: formatDate(to) }
  if (from === null || to === null) return from === null ? t('cell.due.to', days) : t('cell.due.from', days)
  return from === to ? t('cell.due.one', days) : t('cell.due.both', days)
}

/** The name of a row that its key does not tell: a commune or a person. Empty for all others, and until it is known. */
function useRowLabel(cell: FigureCell | null): string {
  const asked = cell !== null && cell.key !== null && (cell.by === 'commune' || cell.by === 'officer')
  const { from, to, method, known, by } = cell ?? {}
  const table = useQuery(
    useOrpc().figures.table.queryOptions({
      input:
        asked && from !== undefined && to !== undefined && by !== undefined
          ? { from, to, method, known, by }
          : skipToken,
    }),
  )
  return asked ? (table.data?.rows.find(({ key }) => key === cell.key)?.label ?? '') : ''
}
