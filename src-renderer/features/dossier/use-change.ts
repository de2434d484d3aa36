import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { DossierPage } from '../../../src-main/contract/dossiers.ts'
import { useOrpc } from '../../app/office.tsx'
import { officeErrorOf } from '../../ui/errors.ts'

/**
 * The ways to change a dossier. A change is decided on the page as it stood when the dialog was opened; when
 * somebody was quicker it is refused once, the page is asked for again, and the next try stands on that.
 */
export function useChange(page: DossierPage) {
  const orpc = useOrpc()
  const queries = useQueryClient()
  const [decidedOn, setDecidedOn] = useState<number | null>(page.version)
  const queryKey = orpc.dossiers.get.queryKey({ input: { id: page.row.id } })
  const onSuccess = (changed: DossierPage) => queries.setQueryData(queryKey, changed)
  const onError = async (error: Error) => {
    const code = officeErrorOf(error)?.code
    if (code !== 'dossier-changed' && code !== 'step-not-allowed') return
    await queries.invalidateQueries({ queryKey })
    setDecidedOn(null)
  }
  return {
    /** Which dossier, in which version. */
    target: { id: page.row.id, version: decidedOn ?? page.version },
    recordStep: useMutation(orpc.dossiers.recordStep.mutationOptions({ onSuccess, onError })),
    pause: useMutation(orpc.dossiers.pause.mutationOptions({ onSuccess, onError })),
    resume: useMutation(orpc.dossiers.resume.mutationOptions({ onSuccess, onError })),
    taxNotice: useMutation(orpc.dossiers.taxNotice.mutationOptions({ onSuccess, onError })),
    note: useMutation(orpc.dossiers.note.mutationOptions({ onSuccess })),
    correct: useMutation(orpc.dossiers.correct.mutationOptions({ onSuccess, onError })),
  }
}

/** Puts the focus on the page's heading: the button that opened a dialog may be gone with the step. */
export function useFocusHeading(): () => void {
  return useCallback(() => {
    // After the dialog has given the focus back to where it thinks it came from.
    setTimeout(() => document.getElementById('dossier-heading')?.focus(), 200)
  }, [])
}
