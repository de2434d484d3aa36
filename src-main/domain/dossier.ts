/**
 * The life of a dossier: its events, the states they lead to, and which step may follow which.
 *
 * A dossier is a list of events. Its current state is {@link fold}ed from them and from nothing else, so it
 * can be rebuilt at any time; a correction is one more event.
 */
import { assertNever } from './assert-never.ts'
import type { CivilDate, Instant } from './civil-date.ts'

/**
 * The states of a dossier in the office:
 * accepted (*đã tiếp nhận*), in-process (*đang giải quyết*), awaiting-supplement (*chờ bổ sung*),
 * awaiting-payment (*chờ thực hiện nghĩa vụ tài chính*), awaiting-agency (*chờ cơ quan phối hợp*),
 * result-ready (*đã có kết quả, chờ trả*), returned (*đã trả kết quả*), refused (*từ chối*),
 * withdrawn (*công dân rút*), stopped (*dừng giải quyết theo yêu cầu*).
 */
export const DOSSIER_STATES = [
  'accepted',
  'in-process',
  'awaiting-supplement',
  'awaiting-payment',
  'awaiting-agency',
  'result-ready',
  'returned',
  'refused',
  'withdrawn',
  'stopped',
] as const
export type DossierState = (typeof DOSSIER_STATES)[number]

/**
 * What moves a due date: the end of a pause, a change of the calendar or the office's conventions, or a correction of
 * what the clock counts from.
 */
export const MOVE_CAUSES = ['pause', 'rules', 'correction'] as const
export type MoveCause = (typeof MOVE_CAUSES)[number]

/** What a dossier waits for; the clock stands still, save where the law does not stop it for another agency. */
export const PAUSE_KINDS = ['supplement', 'payment', 'agency'] as const
export type PauseKind = (typeof PAUSE_KINDS)[number]

/** How a dossier came in (*hình thức nộp*); the level belongs to online ones. */
export const CHANNELS = ['direct', 'postal', 'online'] as const
export type Channel = (typeof CHANNELS)[number]

/** Online levels: *mức độ 2/3/4* before 2022, *một phần / toàn trình* after. */
export const ONLINE_LEVELS = ['2', '3', '4', 'partial', 'full'] as const
export type OnlineLevel = (typeof ONLINE_LEVELS)[number]

/** How the result is to be given back. */
export const RETURN_WAYS = ['counter', 'post', 'online'] as const
export type ReturnWay = (typeof RETURN_WAYS)[number]

/** One line of the list of documents submitted (*thành phần hồ sơ*). */
export interface SubmittedDocument {
  name: string
  originals: number
  certifiedCopies: number
  photocopies: number
}

/** What is written down about a dossier and may be corrected. Texts are empty when not given. */
export interface Particulars {
  applicantName: string
  /** 12-digit citizen number or organisation number. */
  idNumber: string
  phone: string
  email: string
  address: string
  /** The authorised person (*người được ủy quyền*). */
  representative: string
  commune: string
  mapSheet: string
  plot: string
  certificateNumber: string
  /** What the applicant asks for. */
  content: string
  channel: Channel
  onlineLevel: OnlineLevel | null
  returnWay: ReturnWay
  documents: SubmittedDocument[]
  /** Number of sets (*số bộ*). */
  sets: number
  note: string
}

/** Particulars with nothing filled in. */
export const EMPTY_PARTICULARS: Particulars = {
  applicantName: '',
  idNumber: '',
  phone: '',
  email: '',
  address: '',
  representative: '',
  commune: '',
  mapSheet: '',
  plot: '',
  certificateNumber: '',
  content: '',
  channel: 'direct',
  onlineLevel: null,
  returnWay: 'counter',
  documents: [],
  sets: 1,
  note: '',
}

/** The names of the particulars, in the order of the form. */
export const PARTICULAR_FIELDS = [
  'applicantName',
  'idNumber',
  'phone',
  'email',
  'address',
  'representative',
  'commune',
  'mapSheet',
  'plot',
  'certificateNumber',
  'content',
  'channel',
  'onlineLevel',
  'returnWay',
  'documents',
  'sets',
  'note',
] as const satisfies readonly (keyof Particulars)[]

/** What stood on a printed receipt. */
export interface PrintedReceipt {
  /** Its number in the series of the year; a further print keeps both. */
  number: number
  year: number
  /** The day of the result, `null` where it waits for the proof of payment. */
  dueOn: CivilDate | null
  /** The first of two appointments, `null` where there is none or it was not known. */
  firstDueOn: CivilDate | null
}

/** What happened, without when and by whom. */
export type EventFact =
  | {
      kind: 'accepted'
      code: string
      procedureId: number
      /** The due date promised to the applicant. */
      dueOn: CivilDate
      /** `printed`: taken over from a paper or Excel register; `computed`: by our clock. */
      dueSource: 'computed' | 'printed'
      particulars: Particulars
      /** In a remote commune: the procedure's extra days are in the term. */
      remote?: boolean
    }
  | { kind: 'taken'; holderId: number; note: string }
  | {
      kind: 'paused'
      pause: PauseKind
      note: string
      /** Number of the document the pause stands on. */
      document?: string
      /** Another agency the law does not stop the clock for: the term runs on. Left out where it stops. */
      stops?: false
    }
  | {
      kind: 'resumed'
      note: string
      document?: string
    }
  | {
      kind: 'due-moved'
      /** The due date from now on. The one before stays in the history. */
      dueOn: CivilDate
      cause: MoveCause
      /** The change of rules that moved it; `null` where several may have, while the clock stood still. */
      changeId: number | null
      note: string
    }
  | ({
      /** The receipt (*giấy tiếp nhận và hẹn trả kết quả*) was printed; each further print is one more event. */
      kind: 'receipt-printed'
    } & PrintedReceipt)
  | { kind: 'result-ready'; note: string }
  | { kind: 'returned'; note: string }
  | { kind: 'refused'; note: string }
  | { kind: 'withdrawn'; note: string }
  | { kind: 'stopped'; note: string }
  | {
      kind: 'corrected'
      reason: string
      /** Particulars set right. */
      changes?: Partial<Particulars>
      /** An earlier event that happened at another time than was entered. */
      redated?: { seq: number; on: CivilDate; at: Instant | null }
      /** The number of an earlier event that did not happen. */
      revoked?: number
    }

/** The kinds of event. */
export type EventKind = EventFact['kind']

/** One entry of a dossier's history. Never changed once written. */
export interface DossierEvent {
  /** 1, 2, 3 … within the dossier. */
  seq: number
  /** The day it happened in the office. */
  happenedOn: CivilDate
  /** The moment it happened, where the hour is known. */
  happenedAt: Instant | null
  /** The moment it was entered. */
  enteredAt: Instant
  authorId: number
  fact: EventFact
}

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
}

/** A due date that was moved: what it was, until which day it was in force, and why. */
export interface DueMove {
  /** The due date before. */
  from: CivilDate
  /** The day on which it was moved: up to the day before, the due date before was in force. */
  on: CivilDate
  cause: MoveCause
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
  /** The day the clock ended: result ready, refused, withdrawn or stopped. */
  endedOn: CivilDate | null
  outcome: Outcome | null
  returnedOn: CivilDate | null
  pauses: Pause[]
  /** The receipt as it was printed last, and how many times. */
  receipt: (PrintedReceipt & { printedOn: CivilDate; copies: number }) | null
  /** The day of the last step: the next one cannot have happened before it. */
  lastStepOn: CivilDate
  /** Number of the last event; a step is refused when it was decided on an older one. */
  version: number
}

/** What is no step: the beginning, what is set right, and what leaves the state as it is. */
type NoStep = 'accepted' | 'corrected' | 'due-moved' | 'receipt-printed'

/** The steps a person can take; `accepted` only begins a dossier. */
export type StepKind = Exclude<EventKind, NoStep>

const RUNNING: readonly StepKind[] = ['taken', 'paused', 'result-ready', 'refused', 'withdrawn', 'stopped']
const PAUSED: readonly StepKind[] = ['resumed', 'result-ready', 'refused', 'withdrawn', 'stopped']

/** The steps that may follow in a state. A correction may follow always. */
export function stepsFrom(state: DossierState): readonly StepKind[] {
  switch (state) {
    case 'accepted':
    case 'in-process':
      return RUNNING
    case 'awaiting-supplement':
    case 'awaiting-payment':
    case 'awaiting-agency':
      return PAUSED
    case 'result-ready':
      return ['returned']
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

/** What is wrong with a history. */
export type HistoryFault =
  | { fault: 'step-not-allowed'; step: StepKind | 'receipt-printed'; state: DossierState }
  | { fault: 'before-acceptance' | 'before-result' | 'before-last-step'; on: CivilDate; limit: CivilDate }
  | { fault: 'no-such-event'; seq: number }
  | { fault: 'acceptance-cannot-be-revoked' }

/** Thrown by {@link fold} for a history that cannot be. */
export class HistoryError extends Error {
  readonly detail: HistoryFault
  constructor(detail: HistoryFault) {
    super(detail.fault)
    this.detail = detail
  }
}

/**
 * The dossier a history makes, corrections applied.
 * @param events in order of `seq`, the first one `accepted`.
 * @throws HistoryError when the history, corrections applied, is one that cannot be.
 */
export function fold(events: readonly DossierEvent[]): Dossier {
  const effective = effectiveEvents(events)
  const first = effective[0]
  if (first?.fact.kind !== 'accepted') throw new HistoryError({ fault: 'no-such-event', seq: 1 })
  let dossier = begin(first, first.fact)
  for (const event of effective.slice(1)) dossier = apply(dossier, event)
  return { ...dossier, version: events.at(-1)?.seq ?? 0 }
}

/**
 * The events that count once corrections are applied: the revoked left out, the re-dated at their new day.
 * Corrections themselves stay in, for the particulars they change.
 */
export function effectiveEvents(events: readonly DossierEvent[]): DossierEvent[] {
  const bySeq = new Map(events.map((event) => [event.seq, event]))
  for (const { seq, fact } of events) {
    if (fact.kind !== 'corrected') continue
    const target = fact.revoked ?? fact.redated?.seq
    if (target === undefined) continue
    const event = bySeq.get(target)
    if (!event || target >= seq || event.fact.kind === 'corrected') {
      throw new HistoryError({ fault: 'no-such-event', seq: target })
    }
    if (fact.revoked !== undefined) {
      if (event.fact.kind === 'accepted') throw new HistoryError({ fault: 'acceptance-cannot-be-revoked' })
      bySeq.delete(target)
    } else if (fact.redated) {
      bySeq.set(target, { ...event, happenedOn: fact.redated.on, happenedAt: fact.redated.at })
    }
  }
  return [...bySeq.values()]
}

function begin(event: DossierEvent, fact: EventFact & { kind: 'accepted' }): Dossier {
  return {
    ...EMPTY_PARTICULARS,
    ...fact.particulars,
    code: fact.code,
    procedureId: fact.procedureId,
    acceptedOn: event.happenedOn,
    acceptedAt: event.happenedAt,
    dueOn: fact.dueOn,
    dueSource: fact.dueSource,
    remote: fact.remote ?? false,
    dueMoves: [],
    state: 'accepted',
    holderId: null,
    endedOn: null,
    outcome: null,
    returnedOn: null,
    pauses: [],
    receipt: null,
    lastStepOn: event.happenedOn,
    version: event.seq,
  }
}

function apply(dossier: Dossier, { fact, happenedOn }: DossierEvent): Dossier {
  if (fact.kind === 'accepted') throw new HistoryError({ fault: 'no-such-event', seq: 1 })
  if (fact.kind === 'corrected') return { ...dossier, ...fact.changes }
  if (fact.kind === 'due-moved') {
    const { dueOn, move } = movedDue(dossier.dueOn, fact, happenedOn)
    return { ...dossier, dueOn, dueMoves: [...dossier.dueMoves, move] }
  }
  if (fact.kind === 'receipt-printed') return withReceipt(dossier, fact, happenedOn)
  if (!stepsFrom(dossier.state).includes(fact.kind)) {
    throw new HistoryError({ fault: 'step-not-allowed', step: fact.kind, state: dossier.state })
  }
  if (happenedOn < dossier.acceptedOn) {
    throw new HistoryError({ fault: 'before-acceptance', on: happenedOn, limit: dossier.acceptedOn })
  }
  if (fact.kind === 'returned' && dossier.endedOn !== null && happenedOn < dossier.endedOn) {
    throw new HistoryError({ fault: 'before-result', on: happenedOn, limit: dossier.endedOn })
  }
  if (happenedOn < dossier.lastStepOn) {
    throw new HistoryError({ fault: 'before-last-step', on: happenedOn, limit: dossier.lastStepOn })
  }
  return step({ ...dossier, lastStepOn: happenedOn }, fact, happenedOn)
}

/** All that a moved due date changes of a dossier: the date itself, and one more entry in the list of moves. */
export function movedDue(
  dueBefore: CivilDate,
  fact: EventFact & { kind: 'due-moved' },
  happenedOn: CivilDate,
): { dueOn: CivilDate; move: DueMove } {
  return { dueOn: fact.dueOn, move: { from: dueBefore, on: happenedOn, cause: fact.cause } }
}

/** A printed receipt is no step: it moves nothing but what is known of the paper. */
function withReceipt(
  dossier: Dossier,
  { kind, ...receipt }: EventFact & { kind: 'receipt-printed' },
  happenedOn: CivilDate,
): Dossier {
  if (!canPrintReceipt(dossier)) {
    throw new HistoryError({ fault: 'step-not-allowed', step: kind, state: dossier.state })
  }
  if (happenedOn < dossier.acceptedOn) {
    throw new HistoryError({ fault: 'before-acceptance', on: happenedOn, limit: dossier.acceptedOn })
  }
  const copies = (dossier.receipt?.copies ?? 0) + 1
  return { ...dossier, receipt: { ...receipt, printedOn: happenedOn, copies } }
}

function step(dossier: Dossier, fact: Exclude<EventFact, { kind: NoStep }>, happenedOn: CivilDate): Dossier {
  const by = fact.kind === 'resumed' ? 'resumption' : 'end'
  const closed = { ...dossier, pauses: closePause(dossier.pauses, happenedOn, by) }
  switch (fact.kind) {
    case 'taken':
      return { ...dossier, state: 'in-process', holderId: fact.holderId }
    case 'paused':
      return {
        ...dossier,
        state: `awaiting-${fact.pause}`,
        pauses: [
          ...dossier.pauses,
          {
            ...{ kind: fact.pause, startOn: happenedOn, endOn: null, closedBy: null },
            document: fact.document ?? '',
            stops: fact.pause !== 'agency' || fact.stops !== false,
          },
        ],
      }
    case 'resumed':
      return { ...closed, state: dossier.holderId === null ? 'accepted' : 'in-process' }
    case 'result-ready':
      return { ...closed, state: 'result-ready', endedOn: happenedOn, outcome: 'result' }
    case 'returned':
      return { ...dossier, state: 'returned', returnedOn: happenedOn }
    case 'refused':
    case 'withdrawn':
    case 'stopped':
      return { ...closed, state: fact.kind, endedOn: happenedOn, outcome: fact.kind }
    default:
      return assertNever(fact)
  }
}

function closePause(pauses: Pause[], on: CivilDate, closedBy: 'resumption' | 'end'): Pause[] {
  return pauses.map((pause) => (pause.endOn === null ? { ...pause, endOn: on, closedBy } : pause))
}
