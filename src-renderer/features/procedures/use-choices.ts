/**
 * What may stand in a column of a catalogue file that takes one of some values.
 */
import { versionInputSchema } from '../../../src-main/contract/procedures.ts'
import { useT } from '../../app/i18n.ts'

const { unit, supplementRule, status } = versionInputSchema.shape

/** The values a field takes, as words; `null` for one that takes any. */
export function useChoices(): (field: string) => string[] | null {
  const t = useT('procedures')
  return (field) => {
    switch (field) {
      case 'unit':
        return unit.options.map((value) => t(`unit.${value}`))
      case 'supplementRule':
        return supplementRule.options.map((value) => t(`supplementRule.${value}`))
      case 'status':
        return status.options.map((value) => t(`status.${value}`))
      case 'hasFeeLeg':
        return [t('yes'), t('no')]
      default:
        return null
    }
  }
}
