import { useQuery } from '@tanstack/react-query'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import { formatDate } from '../../ui/format.ts'
import { civilDate } from '../../../src-main/domain/civil-date.ts'
import { LATE_BANDS } from '../../../src-main/domain/clock.ts'
import { CHANNELS, ONLINE_LEVELS } from '../../../src-main/domain/dossier.ts'
import { type Breakdown, NONE } from '../../../src-main/domain/figure-tables.ts'
import { LEG_HOLDERS } from '../../../src-main/domain/legs.ts'
import { choiceOfPeriod } from './period-choice.ts'
import { usePeriodWords } from './period-words.ts'

/** A row of a table, as far as its name goes. `of` is left out where only the key is known. */
export interface NamedRow {
  key: string
  label: string
  of?: string
}

/** The name of a row, in the language of the window. */
export type RowWords = (by: Breakdown, row: NamedRow) => string

/** Words for the rows of every table. */
export function useRowWords(): RowWords {
  const t = useT('figure-views')
  const common = useT('common')
  const language = useLanguage()
  const periods = usePeriodWords()
  const causes = useQuery(useOrpc().desk.causes.queryOptions()).data
  return (by, { key, label, of }) => {
    if (label !== '') return label
    switch (by) {
      case 'field':
        return key
      case 'procedure':
        return key.slice(key.indexOf('\u0000') + 1)
      case 'commune':
        return key === NONE ? t('row.noCommune') : key
      case 'officer':
        return key === NONE ? t('row.noOfficer') : key
      case 'channel':
        return worded(CHANNELS, key, (channel) => common(`channel.${channel}`)) ?? key
      case 'level':
        return (
          worded(ONLINE_LEVELS, key, (level) => t('row.level', { level: common(`onlineLevel.${level}`) })) ??
          t('row.noLevel')
        )
      case 'month': {
        if (of === undefined || of === '') return formatDate(civilDate(key))
        const month = { from: civilDate(key), to: civilDate(of) }
        return (
          periods.ofChoice(choiceOfPeriod(month)) ?? `${formatDate(month.from)} – ${formatDate(month.to)}`
        )
      }
      case 'cause':
        return key === NONE ? t('row.noCause') : (causes?.find(({ code }) => code === key)?.[language] ?? key)
      case 'apology':
        return t(key === NONE ? 'row.noApology' : key === 'late' ? 'row.apologyLate' : 'row.apologyInTime')
      case 'band':
        return worded(LATE_BANDS, key, (band) => t(`row.band.${band}`)) ?? key
      case 'whose':
        return worded(LEG_HOLDERS, key, (who) => common(`whose.${who}`)) ?? t('row.noWhose')
    }
  }
}

function worded<Known extends string>(
  all: readonly Known[],
  key: string,
  words: (known: Known) => string,
): string | null {
  const known = all.find((one) => one === key)
  return known === undefined ? null : words(known)
}
