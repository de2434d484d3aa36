import { useFormContext } from 'react-hook-form'
import { useT } from '../../app/i18n.ts'
import { useStaff } from '../../app/staff.ts'
import { FormPick } from '../../ui/form-pick.tsx'
import type { ReceptionForm } from './reception-form.ts'

/** Who will deal with the dossier, when that is known at the counter. */
export function HolderField() {
  const t = useT('reception')
  const staff = useStaff()
  const { control } = useFormContext<ReceptionForm>()
  return (
    <FormPick
      control={control}
      name="holderId"
      label={t('holder')}
      loading={staff.isPending}
      noneWords={t('noHolder')}
      options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
