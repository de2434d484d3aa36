import { useFormContext } from 'react-hook-form'
import type { Procedure } from '../../../src-main/contract/office.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { FormPick } from '../../ui/form-pick.tsx'
import type { ReceptionForm } from './reception-form.ts'
import type { Chosen } from './use-reception.ts'

/** The procedure, found by a few letters of its name; with its term and field. */
export function ProcedureField({ chosen }: { chosen: Chosen }) {
  const t = useT('reception')
  const term = useTermWords()
  const language = useLanguage()
  const { control } = useFormContext<ReceptionForm>()
  return (
    <FormPick
      control={control}
      name="procedureKey"
      label={t('procedure')}
      required
      loading={chosen.loading}
      noneWords={t('noProcedure')}
      options={chosen.procedures.map((procedure) => ({
        value: procedure.key,
        label: language === 'vi' ? procedure.nameVi : procedure.nameEn || procedure.nameVi,
        detail: `${term(procedure)} · ${procedure.field}`,
        alsoFoundBy: `${procedure.nameVi} ${procedure.nationalCode} ${procedure.field}`,
      }))}
    />
  )
}

/** The words for a term: `8 ngày làm việc`, `Trong ngày`. */
export function useTermWords(): (term: Pick<Procedure, 'term' | 'unit'>) => string {
  const common = useT('common')
  const t = useT('reception')
  return ({ term, unit }) => {
    if (term === 0) return t('sameDay')
    return common(unit === 'working-day' ? 'workingDays' : 'calendarDays', { count: term })
  }
}
