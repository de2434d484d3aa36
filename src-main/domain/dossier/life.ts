/**
 * A dossier as its history makes it, and which step may follow in which state.
 */
import { assertNever } from '../assert-never.ts'
import type { CivilDate, Instant } from '../civil-date.ts'
import type { StepRef } from '../path.ts'
import type {
  ArrivalFact,
  DossierForm,
  DossierState,
  EventKind,
  MoveCause,
  Particulars,
  PauseKind,
  PrintedReceipt,
  ReturnWay,
} from './facts.ts'

/** An interval in which the dossier waited for somebody else. */
export interface Pause {
  kind: PauseKind
  startOn: CivilDate
  /** The day it ended, `null` while it is open. */
  endOn: CivilDate | null
  /** What ended it: the dossier went on, or the dossier itself ended; `null` while it is open. */
  closedBy: 'resumption' | 'end' | null
  document: string
  /** Whether the clock stands still in it. Only another agency may be waited for while the term runs on. */
  stops: boolean
  /** The agency that is waited for, and the day its own term ends. */
  agency?: string
  answerBy?: CivilDate
  /** Public posting, for so many days. */
  posting?: number
}

/** A dossier's passing through hands in a batch. */
export interface Handover {
  batch: number
  number: number
  year: number
  fromId: number
  toId: number
  givenOn: CivilDate
  givenAt: Instant | null
  /** The step it goes to, where that was said. */
  step: StepRef | null
  /** `superseded`: something else happened to the dossier before it was confirmed. */
  state: 'given' | 'confirmed' | 'missing' | 'superseded'
  /** The day the receiver confirmed it, or found it missing. */
  answeredOn: CivilDate | null
}

/** The step a dossier is in, and since when. */
export interface CurrentStep extends StepRef {
  since: CivilDate
  /** The moment it began, where the hour is known. */
  at: Instant | null
  /** Working minutes of its term used before that, where the clock stood still meanwhile. */
  used: number
}

/** The apology (*phiếu xin lỗi và hẹn lại ngày trả kết quả*). */
export interface Apology {
  state: 'drafted' | 'approved' | 'rejected'
  /** The new day it names. The due date itself stays. */
  dueOn: CivilDate
  cause: string
  reason: string
  draftedBy: number
  draftedOn: CivilDate
  /** The day it was approved and sent. */
  sentOn: CivilDate | null
  /** Sent on the due date or after: a late apology. */
  late: boolean
}

/** A form as it was printed last. */
export interface FormPrint {
  form: DossierForm
  of: number | null
  number: number | null
  year: number | null
  printedOn: CivilDate
  copies: number
}

/** How the result was handed out. */
export interface ReturnedTo {
  to: string
  way: ReturnWay | null
  tracking: string
}

/** A due date that was moved: what it was, until which day it was in force, and why. */
export interface DueMove {
  /** The due date before. */
  from: CivilDate
  /** The day on which it was moved: up to the day before, the due date before was in force. */
  on: CivilDate
  cause: MoveCause
}

/** A dossier's passing from one person to another while its clock ran. */
export interface HolderMove {
  /** The holder before, `null` for nobody. */
  from: number | null
  /** The day it moved on: up to the day before it was in the hands of `from`. */
  on: CivilDate
}

/** How a dossier ended: with a result, or by one of the other ends, each with its own class in the figures. */
export type Outcome = 'result' | 'refused' | 'withdrawn' | 'stopped'

/** A dossier as its events make it. */
export interface Dossier extends Particulars {
  code: string
  procedureId: number
  acceptedOn: CivilDate
  acceptedAt: Instant | null
  /** In a remote commune: the procedure's extra days are in the term. */
  remote: boolean
  dueOn: CivilDate
  dueSource: 'computed' | 'printed'
  /** Due dates before the present one, each with the day it was moved. */
  dueMoves: DueMove[]
  state: DossierState
  holderId: number | null
  /** Holders before the present one, up to the end of the clock; at most one a day, none of the day of acceptance. */
  holderMoves: HolderMove[]
  /** Who had it when the clock ended, whoever hands out the result; `null` while it runs, or for nobody. */
  endedBy: number | null
  /** The day the clock ended: result ready, refused, withdrawn or stopped. */
  endedOn: CivilDate | null
  outcome: Outcome | null
  returnedOn: CivilDate | null
  pauses: Pause[]
  /** The receipt as it was printed last, and how many times. */
  receipt: (PrintedReceipt & { printedOn: CivilDate; copies: number }) | null
  /** When it arrived, where that was before acceptance; and the number it came with. */
  arrivedAt: Instant | null
  reference: string
  /** The form's own key. */
  request: string | null
  /** Where it stands in its path; `null` where that is not known. */
  step: CurrentStep | null
  /** Each passing through hands in a batch, the latest last. */
  handovers: Handover[]
  /** The tax office's notices, the latest last. */
  taxNotices: { on: CivilDate; document: string; amount: number | null }[]
  /** The apology as it stands, `null` while none was drafted. */
  apology: Apology | null
  lateCause: { cause: string; note: string } | null
  /** Forms that were printed, each once, as printed last. */
  prints: FormPrint[]
  /** How the result was handed out, `null` before that. */
  returnedTo: ReturnedTo | null
  /** The day of the last step: the next one cannot have happened before it. */
  lastStepOn: CivilDate
  /** Number of the last event; a step is refused when it was decided on an older one. */
  version: number
}

/** What is no step: the beginning, what is set right, and what leaves the state as it is. */
export type NoStep =
  ArrivalFact['kind'] | 'accepted' | 'corrected' | 'due-moved' | 'receipt-printed' | AsideKind

/**
 * What is said of a dossier without moving it: notes, reminders, printed forms and causes of lateness in every state; the
 * apology as long as the clock has not ended.
 */
export type AsideKind =
  | 'noted'
  | 'reminded'
  | 'late-cause'
  | 'form-printed'
  | 'apology-drafted'
  | 'apology-approved'
  | 'apology-rejected'

/** The steps a person can take; `accepted` only begins a dossier. */
export type StepKind = Exclude<EventKind, NoStep>

/** From hand to hand: possible as long as there is something to hand. */
const HANDS: readonly StepKind[] = ['passed', 'handed-over', 'handover-confirmed', 'handover-missing']
const ENDS: readonly StepKind[] = ['result-ready', 'refused', 'withdrawn', 'stopped']
const RUNNING: readonly StepKind[] = ['taken', 'paused', ...ENDS, ...HANDS]
const PAUSED: readonly StepKind[] = ['resumed', ...ENDS, ...HANDS]

/** The steps that may follow in a state. A correction may follow always. */
export function stepsFrom(state: DossierState): readonly StepKind[] {
  switch (state) {
    case 'accepted':
    case 'in-process':
      return RUNNING
    case 'awaiting-supplement':
    case 'awaiting-agency':
      return PAUSED
    case 'awaiting-payment':
      return [...PAUSED, 'tax-notice']
    case 'result-ready':
      return ['returned', ...HANDS]
    case 'returned':
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return []
    default:
      return assertNever(state)
  }
}

/** Whether a receipt can still be of use: the dossier is open, or its result waits to be collected. */
export function canPrintReceipt({ state }: Pick<Dossier, 'state'>): boolean {
  return !isEnded(state) || state === 'result-ready'
}

/** Whether the applicant holds the due date on paper: a receipt of ours, or the one a register was written from. */
export function isPromised({ receipt, dueSource }: Pick<Dossier, 'receipt' | 'dueSource'>): boolean {
  return receipt !== null || dueSource === 'printed'
}

/** Whether the clock has ended. */
export function isEnded(state: DossierState): boolean {
  return ['result-ready', 'returned', 'refused', 'withdrawn', 'stopped'].includes(state)
}

/** Whether it waits for somebody else; its clock may run on, see {@link standingPause}. */
export function isPaused(state: DossierState): boolean {
  return state.startsWith('awaiting-')
}

/** The pauses in which the clock stands still: the only ones that move a due date or keep a dossier from being late. */
export function stoppingPauses({ pauses }: Pick<Dossier, 'pauses'>): Pause[] {
  return pauses.filter(({ stops }) => stops)
}

/** The open pause in which the clock stands still, `null` while it runs or when it has ended. */
export function standingPause(dossier: Pick<Dossier, 'pauses'>): Pause | null {
  return stoppingPauses(dossier).find(({ endOn }) => endOn === null) ?? null
}

/** The open pause in which the clock runs on, `null` when there is none. */
export function runningWait({ pauses }: Pick<Dossier, 'pauses'>): Pause | null {
  return pauses.find(({ endOn, stops }) => endOn === null && !stops) ?? null
}
