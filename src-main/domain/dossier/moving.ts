/**
 * Moving a dossier along its path: where it may go, and who may move it.
 */
import type { PathStep, StepRef, StepRole } from '../path.ts'
import { firstAfterCounter, nextOfRole, stepAt } from '../path.ts'
import type { Role } from '../people.ts'
import type { DossierEvent } from './facts.ts'
import { effectiveEvents, fold } from './fold.ts'
import type { Dossier } from './life.ts'

/** Where on, see {@link stepOn}. */
export type StepOn = { kind: 'next' } | { kind: 'role'; role: StepRole } | { kind: 'step'; index: number }

/** Where back to, see {@link stepBack}. */
export type StepBack =
  { kind: 'previous' } | { kind: 'role'; role: StepRole } | { kind: 'step'; index: number }

type Standing = Pick<Dossier, 'step'>

/** The step further on in its path; `null` where there is none. Where it stands nowhere yet, all lie ahead. */
export function stepOn(path: readonly PathStep[], { step }: Standing, on: StepOn): StepRef | null {
  const from = step?.index ?? -1
  switch (on.kind) {
    case 'next':
      return step === null ? firstAfterCounter(path) : stepAt(path, from + 1)
    case 'role':
      return nextOfRole(path, from, on.role)
    case 'step':
      return on.index > from ? stepAt(path, on.index) : null
  }
}

/** The step further back in its path; `null` where there is none. */
export function stepBack(path: readonly PathStep[], { step }: Standing, back: StepBack): StepRef | null {
  if (step === null) return null
  switch (back.kind) {
    case 'previous':
      return stepAt(path, step.index - 1)
    case 'role':
      return stepAt(
        path,
        path.findLastIndex(({ role }, at) => at < step.index && role === back.role),
      )
    case 'step':
      return back.index < step.index ? stepAt(path, back.index) : null
  }
}

/** Whoever holds a dossier moves it; what nobody holds anybody may move, and the head whatever anybody holds. */
export function mayMove(
  { holderId }: Pick<Dossier, 'holderId'>,
  by: { id: number; roles: readonly Role[] },
): boolean {
  return holderId === null || holderId === by.id || by.roles.includes('head')
}

/** A stay in a step: who had it last there, and how the step stood when it was left. */
export interface Stay {
  index: number
  holderId: number | null
  left: 'early' | 'on-time' | 'late' | null
}

/** The steps a dossier has been in, each as it was last. */
export function staysOf(history: readonly DossierEvent[]): Map<number, Stay> {
  const events = effectiveEvents(history).filter(({ fact }) => fact.kind !== 'corrected')
  const first = events.findIndex(({ fact }) => fact.kind === 'accepted')
  const stays = new Map<number, Stay>()
  let index: number | null = null
  for (let end = first + 1; end <= events.length; end++) {
    const fact = events[end - 1]?.fact
    const leaves = index === null ? undefined : stays.get(index)
    if (leaves !== undefined && fact !== undefined && 'left' in fact && fact.kind !== 'handed-over') {
      leaves.left = fact.left ?? null
    }
    const { step, holderId } = fold(events.slice(0, end))
    index = step?.index ?? null
    if (index === null) continue
    const before = stays.get(index)
    stays.set(index, { index, holderId: holderId ?? before?.holderId ?? null, left: before?.left ?? null })
  }
  return stays
}
