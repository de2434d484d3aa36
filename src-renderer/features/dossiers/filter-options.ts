import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { CHANNELS, DOSSIER_STATES } from '../../../src-main/domain/dossier.ts'
import { APOLOGY_FILTERS } from '../../../src-main/contract/dossier-list.ts'
import { STEP_ROLES, type StepRole } from '../../../src-main/domain/path.ts'
import type { Procedure } from '../../../src-main/contract/office.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { useOrpc } from '../../app/office.tsx'
import type { Language } from '../../locales/index.ts'
import { formatDate } from '../../ui/format.ts'

/** One value a filter can have. */
export interface FilterOption<Value extends string | number = string | number> {
  value: Value
  label: string
  /** Head under which it stands in the list. */
  group?: string
}

/** What each filter can be set to; empty while it is being asked for. */
export interface FilterOptions {
  procedureId: FilterOption<number>[]
  holderId: FilterOption<number>[]
  commune: FilterOption<string>[]
  state: FilterOption<(typeof DOSSIER_STATES)[number]>[]
  channel: FilterOption<(typeof CHANNELS)[number]>[]
  apology: FilterOption<(typeof APOLOGY_FILTERS)[number]>[]
  stepRole: FilterOption<StepRole>[]
}

/** The values of the filters, in words. */
export function useFilterOptions(): FilterOptions {
  const t = useT('common')
  const since = useT('dossiers')
  const language = useLanguage()
  const orpc = useOrpc()
  const procedures = useQuery(orpc.office.procedures.queryOptions({ input: { on: null } })).data
  const staff = useQuery(orpc.office.staff.queryOptions()).data
  const communes = useQuery(orpc.reception.communes.queryOptions()).data
  return useMemo(
    () => ({
      procedureId: optionsOfProcedures(procedures ?? [], language, (date) => since('filter.since', { date })),
      holderId: (staff ?? []).map(({ id, name }) => ({ value: id, label: name })),
      commune: [...(communes ?? [])]
        .sort(new Intl.Collator('vi').compare)
        .map((name) => ({ value: name, label: name })),
      state: DOSSIER_STATES.map((state) => ({ value: state, label: t(`state.${state}`) })),
      channel: CHANNELS.map((channel) => ({ value: channel, label: t(`channel.${channel}`) })),
      apology: APOLOGY_FILTERS.map((apology) => ({ value: apology, label: t(`apology.${apology}`) })),
      stepRole: STEP_ROLES.map((role) => ({ value: role, label: t(`detailWord.step.${role}`) })),
    }),
    [procedures, staff, communes, language, t, since],
  )
}

/** A dossier keeps the version it was received under; versions of the same name are told apart by their day. */
function optionsOfProcedures(
  procedures: readonly Procedure[],
  language: Language,
  since: (date: string) => string,
): FilterOption<number>[] {
  const nameOf = (procedure: Procedure) => (language === 'vi' ? procedure.nameVi : procedure.nameEn)
  const times = Map.groupBy(procedures, nameOf)
  return procedures.map((procedure) => {
    const name = nameOf(procedure)
    const several = (times.get(name)?.length ?? 0) > 1
    return {
      value: procedure.id,
      label: several ? `${name} (${since(formatDate(procedure.validFrom))})` : name,
      group: procedure.field,
    }
  })
}
