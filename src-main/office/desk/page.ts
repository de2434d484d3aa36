/**
 * What the page of a dossier says of its lateness: legs, whose the days are, cause, apology.
 */
import type { Input, Output } from '../../contract/index.ts'
import { type Dossier, isEnded } from '../../domain/dossier.ts'
import { isLate, isStopped } from '../../domain/legs.ts'
import type { Context, Office } from '../context.ts'
import { deskRules, legsOfDossier } from './legs.ts'

/** The lateness of one dossier. */
export function deskPageOf({ office }: Context, { id }: Input<'desk', 'dossier'>): Output<'desk', 'dossier'> {
  const today = office.today()
  const { dossier, legs, daysLate, shares, rest } = legsOfDossier(
    office.store.read,
    id,
    today,
    deskRules(office),
  )
  const open = !isEnded(dossier.state) && !isStopped(dossier)
  const state = dossier.apology?.state
  return {
    ...{ version: dossier.version, late: isLate(dossier, today), daysLate, legs, shares, rest },
    apology: apologyOf(office, dossier),
    cause: dossier.lateCause && { code: dossier.lateCause.cause, note: dossier.lateCause.note },
    canDraft: open && state !== 'approved',
    canDecide: open && state === 'drafted',
  }
}

function apologyOf(office: Office, { apology }: Dossier): Output<'desk', 'dossier'>['apology'] {
  if (apology === null) return null
  const { draftedBy, ...rest } = apology
  return { ...rest, draftedBy: office.rules.staffNames.get(draftedBy) ?? '' }
}
