import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useOrpc } from '../../app/office.tsx'
import { type ChosenDossier, type MoveKind, targetOf } from './move-form.ts'

/** What the form comes to. */
interface Move {
  happenedOn: string | null
  happenedAt: string | null
  holderId: number | null
  to: string
  note: string
  /** Documents that block the parcels and have been seen. */
  stopsAcknowledged?: string[]
}

/** Moves dossiers; the lists and pages that show them are asked for again. */
export function useMove(kind: MoveKind) {
  const { steps } = useOrpc()
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries()
  const take = useMutation(steps.take.mutationOptions({ onSettled }))
  const assign = useMutation(steps.assign.mutationOptions({ onSettled }))
  const passOn = useMutation(steps.passOn.mutationOptions({ onSettled }))
  const sendBack = useMutation(steps.sendBack.mutationOptions({ onSettled }))
  const { error, isPending } = { take, assign, passOn, sendBack }[kind]
  const move = (
    chosen: readonly ChosenDossier[],
    { to, holderId, stopsAcknowledged = [], ...rest }: Move,
  ) => {
    const input = { dossiers: chosen.map(({ id, version }) => ({ id, version })), ...rest }
    switch (kind) {
      case 'take':
        return take.mutateAsync(input)
      case 'assign':
        return assign.mutateAsync({ ...input, holderId: holderId ?? 0 })
      case 'passOn':
        return passOn.mutateAsync({ ...input, to: targetOf(to, 'next'), holderId, stopsAcknowledged })
      case 'sendBack':
        return sendBack.mutateAsync({ ...input, to: targetOf(to, 'previous'), holderId })
    }
  }
  return { move, error, isPending }
}
