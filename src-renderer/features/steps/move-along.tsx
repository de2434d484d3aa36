import { useState } from 'react'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import type { DossierPath } from '../../../src-main/contract/steps.ts'
import { MoveDialog } from './move-dialog.tsx'

/** Passes one dossier on along its path, or sends it back, to a step by its name. */
export function MoveAlong({
  page,
  path,
  kind,
  onClose,
}: {
  page: DossierPage
  path: DossierPath
  kind: 'passOn' | 'sendBack'
  onClose: () => void
}) {
  const { id, code } = page.row
  // Decided on the page as it stood when the dialog was opened.
  const [version] = useState(page.version)
  const at = path.steps.find(({ state }) => state === 'current')?.index ?? -1
  const targets = path.steps
    .filter(({ index }) => (kind === 'passOn' ? index > at + 1 : index < at - 1))
    .map(({ index, name }) => ({ value: String(index), words: `${index + 1}. ${name}` }))
  return (
    <MoveDialog
      kind={kind}
      dossiers={[{ id, version, code }]}
      targets={targets}
      onDone={onClose}
      onClose={onClose}
    />
  )
}
