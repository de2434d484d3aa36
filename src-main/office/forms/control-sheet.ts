/**
 * Mẫu 05 from the history: a block for each time the dossier went from hand to hand.
 */
import type { ControlBlock, ControlSheet } from '../../documents/forms/control-sheet-form.ts'
import { type DossierEvent, type StepStanding, effectiveEvents, standingPause } from '../../domain/dossier.ts'
import { type PathStep, type StepRef, type StepRole, pathOf } from '../../domain/path.ts'
import { appointmentsOf } from '../dossiers/clock-of.ts'
import { particularsOf } from '../context.ts'
import { type FormSource, nameOf, sheetOf } from './makers.ts'

/** Who has the dossier: which unit, and who there. */
interface Hand {
  unit: string
  name: string
}

/** Empty blocks at the end, to be filled in by hand on the way. */
const BLANK_BLOCKS = 2

const UNITS: Record<StepRole, string> = {
  counter: 'Bộ phận Tiếp nhận và Trả kết quả',
  processing: 'Bộ phận chuyên môn',
  agency: 'Cơ quan phối hợp',
  tax: 'Cơ quan thuế',
  signature: 'Lãnh đạo chi nhánh',
  return: 'Bộ phận Tiếp nhận và Trả kết quả',
}

/** The control sheet as it would be printed now. */
export function controlSheetOf(source: FormSource): ControlSheet {
  const { dossier, office, version } = source
  const path = pathOf(version, dossier.remote)
  const { name, closingTime } = particularsOf(office)
  const others = path.filter(({ role }) => role === 'tax' || role === 'agency').map(unitOfStep)
  const agencies = dossier.pauses.flatMap(({ kind, agency }) => {
    if (kind === 'payment') return others.length > 0 ? [] : [UNITS.tax]
    return agency === undefined ? [] : [agency]
  })
  return {
    ...sheetOf(source),
    ...{ code: dossier.code, procedureName: version.nameVi, applicantName: dossier.applicantName },
    agency: name,
    coordinatingAgency: [...new Set([...others, ...agencies])].join(', '),
    ...{ receivedOn: dossier.acceptedOn, receivedAt: dossier.acceptedAt },
    dueOn: isDueKnown(source) ? dossier.dueOn : null,
    hour: closingTime,
    blocks: blocksOf(source, path),
    blankBlocks: BLANK_BLOCKS,
  }
}

/** Unknown while the clock stands still, and with two appointments until payment is proved. */
function isDueKnown({ dossier, version, office }: FormSource): boolean {
  if (standingPause(dossier) !== null) return false
  if (dossier.dueSource === 'printed') return true
  const both = appointmentsOf(version, dossier, office.rules)
  return both === null || both.second.kind === 'due'
}

function blocksOf({ history, office }: FormSource, path: readonly PathStep[]): ControlBlock[] {
  const events = effectiveEvents(history)
  const [accepted] = events.filter(({ fact }) => fact.kind === 'accepted')
  let hand: Hand = { unit: UNITS.counter, name: nameOf(office, accepted?.authorId ?? null) }
  const blocks: ControlBlock[] = []
  // In the hands of another agency or the tax office: who gave it, and gets it back.
  let lent: Hand | null = null
  const give = (event: DossierEvent, to: Hand, note: string, left?: StepStanding): void => {
    const { happenedOn: on, happenedAt: at } = event
    blocks.push({ giver: hand, receiver: to, on, at, result: left ?? null, note })
    hand = to
  }
  const unitOf = (step: StepRef | undefined): string => {
    const found = step === undefined ? undefined : path[step.index]
    return found === undefined ? hand.unit : unitOfStep(found)
  }
  const given = new Map<number, StepStanding | undefined>()
  for (const event of events) {
    const { fact } = event
    switch (fact.kind) {
      case 'taken': {
        const unit = fact.step === undefined ? UNITS.processing : unitOf(fact.step)
        give(event, { unit, name: nameOf(office, fact.holderId) }, fact.note, fact.left)
        break
      }
      case 'passed':
        give(event, { unit: unitOf(fact.step), name: nameOf(office, fact.holderId) }, fact.note, fact.left)
        break
      case 'handed-over':
        given.set(fact.batch, fact.left)
        break
      case 'handover-confirmed': {
        const batch = events.findLast(
          (one) => one.fact.kind === 'handed-over' && one.fact.batch === fact.batch,
        )?.fact
        if (batch?.kind !== 'handed-over') break
        const note = `Phiếu bàn giao số ${batch.number}/${batch.year}`
        const to = { unit: unitOf(batch.step), name: nameOf(office, batch.toId) }
        give(event, to, note, given.get(fact.batch))
        break
      }
      case 'paused': {
        if (fact.pause === 'supplement') break
        lent = hand
        const unit = fact.pause === 'payment' ? UNITS.tax : (fact.agency ?? UNITS.agency)
        give(event, { unit, name: '' }, documentWords(fact.document), fact.left)
        break
      }
      case 'resumed':
        if (lent === null) break
        give(event, lent, documentWords(fact.document))
        lent = null
        break
      case 'result-ready':
        if (hand.unit === UNITS.return) break
        give(event, { unit: UNITS.return, name: '' }, 'Đã có kết quả', fact.left)
        break
      default:
        break
    }
  }
  return blocks
}

function unitOfStep({ role, agency }: PathStep): string {
  return role === 'tax' || role === 'agency' ? agency || UNITS[role] : UNITS[role]
}

function documentWords(document: string | undefined): string {
  return document === undefined || document === '' ? '' : `Văn bản số ${document}`
}
