import type { DossierFilter, DossierSort } from '../../../src-main/contract/dossier-list.ts'
import { useOffice } from '../../app/office.tsx'
import { SaveListButton } from '../../ui/save-list-button.tsx'

/** Saves the whole list, as filtered and sorted on the screen, as an Excel file. */
export function ExportButton({
  filter,
  sort,
  disabled,
}: {
  filter: DossierFilter
  sort: DossierSort
  disabled: boolean
}) {
  const office = useOffice()
  return (
    <SaveListButton
      save={(language) => office.dossiers.export({ filter, sort, language })}
      disabled={disabled}
    />
  )
}
