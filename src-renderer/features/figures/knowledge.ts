import { skipToken, useQuery } from '@tanstack/react-query'
import type { FigureCell } from '../../../src-main/contract/dossier-list.ts'
import { useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { formatMoment, formatNumber } from '../../ui/format.ts'

/** What figures as known at an earlier moment are, in words. */
export interface KnowledgeWords {
  /** A sentence, to stand above them. */
  long: string
  /** To stand after the name of a cell. */
  short: string
  /** Number of the closing made with this knowledge, `null` where none was or it is not known yet. */
  closing: number | null
}

/** As of which moment figures are known, in words; `null` for those known now. Until it is looked up: that it is earlier. */
export function useKnowledge(
  query: Pick<FigureCell, 'from' | 'to' | 'method' | 'known'> | null,
): KnowledgeWords | null {
  const t = useT('figure-views')
  const { from, to, method, known = null } = query ?? {}
  const asked = useQuery(
    useOrpc().closing.knowledge.queryOptions({
      input:
        known !== null && from !== undefined && to !== undefined ? { from, to, method, known } : skipToken,
    }),
  )
  if (known === null) return null
  if (asked.data === undefined) return { long: t('known.earlier'), short: t('known.short'), closing: null }
  const { at, since, closing } = asked.data
  if (at === null) return { long: t('known.never'), short: t('known.short'), closing }
  const said = { at: formatMoment(at), count: since, amount: formatNumber(since), number: closing }
  return closing === null
    ? { long: t('known.at', said), short: t('known.shortAt', said), closing }
    : { long: t('known.closing', said), short: t('known.shortClosing', said), closing }
}
