/**
 * What can happen to a dossier: the events its history is made of, and what they hold.
 */
import type { CivilDate, Instant } from '../civil-date.ts'
import type { StepRef } from '../path.ts'

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

/**
 * The forms printed for one dossier: supplement (Mẫu 02), refusal (Mẫu 03), apology (Mẫu 04), control (Mẫu 05),
 * tax-slip (*phiếu chuyển thông tin*), withdrawal (also for stopping on request), explanation (*giải trình trễ hạn*),
 * reminder (*báo nhận kết quả*). The receipt (Mẫu 01) has an event of its own.
 */
export const DOSSIER_FORMS = [
  'supplement',
  'refusal',
  'apology',
  'control',
  'tax-slip',
  'withdrawal',
  'explanation',
  'reminder',
] as const
export type DossierForm = (typeof DOSSIER_FORMS)[number]

/** Forms that are numbered in a series of their year, each number given once and without a gap. */
export const NUMBERED_FORMS = ['supplement', 'refusal', 'apology', 'tax-slip', 'withdrawal'] as const

/** Whether a form has a number of a series. */
export function isNumberedForm(form: DossierForm): boolean {
  return NUMBERED_FORMS.some((numbered) => numbered === form)
}

/** How a step stood against its own term when it was left. */
export type StepStanding = 'early' | 'on-time' | 'late'

/** What moves a dossier along its path. */
export interface Move {
  /** The step it is in from now on; left out where that stays. */
  step?: StepRef
  /** How the step it left stood against its term; left out where the path lays none down. */
  left?: StepStanding
}

/** What happened before acceptance: an online or walk-in application that is no dossier yet. */
export type ArrivalFact =
  | {
      /** Handed in, online or at the counter, and not accepted yet. Begins the history. */
      kind: 'arrived'
      procedureId: number
      /** The number it carries where it came from, empty when none. */
      reference: string
      particulars: Particulars
      remote?: boolean
    }
  /** Incomplete: what is to be completed, and why (Mẫu 02). */
  | { kind: 'completion-asked'; items: string[]; reason: string; contact: string }
  /** What was asked for has come; the answer is due again. */
  | { kind: 'completed'; note: string }
  /** Not received at all (Mẫu 03). */
  | { kind: 'declined'; reason: string }
  /** Taken back by the applicant before acceptance. */
  | { kind: 'retracted'; note: string }

/** What happened, without when and by whom. */
export type EventFact =
  | ArrivalFact
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
      /** Where it stands in the path; left out for a dossier that was brought in. */
      step?: StepRef
      /** The form's own key, so that the same form sent twice makes one dossier. */
      request?: string
    }
  | ({ kind: 'taken'; holderId: number; note: string } & Move)
  | ({
      /** Passed on along the path, or sent back, with or without a person it goes to. */
      kind: 'passed'
      holderId: number | null
      /** Sent back for something to be mended. */
      back?: true
      note: string
    } & Move)
  | ({
      /** Given out of one hand in a batch (*phiếu bàn giao*); not yet confirmed by the other. */
      kind: 'handed-over'
      /** The batch's key and its number in the series of the year. */
      batch: number
      number: number
      year: number
      fromId: number
      toId: number
      note: string
    } & Move)
  /** The receiver has it. */
  | { kind: 'handover-confirmed'; batch: number; note: string }
  /** The receiver did not find it in the pile: it stays where it was. */
  | { kind: 'handover-missing'; batch: number; note: string }
  | {
      kind: 'paused'
      pause: PauseKind
      note: string
      /** Number of the document the pause stands on. */
      document?: string
      /** Another agency the law does not stop the clock for: the term runs on. Left out where it stops. */
      stops?: false
      /** For a supplement: what is to be handed in, and whom to turn to. */
      items?: string[]
      contact?: string
      /** For another agency: which one, and the day its own term ends. */
      agency?: string
      answerBy?: CivilDate
      /** Public posting (*niêm yết công khai*), for so many days. */
      posting?: number
      step?: StepRef
      left?: StepStanding
    }
  | {
      kind: 'resumed'
      note: string
      document?: string
      step?: StepRef
      /** Working minutes of the step's term that were used before the clock stood still; 0 where it begins again. */
      stepUsed?: number
    }
  | {
      /** The tax office's notice (*thông báo thuế*) has come. */
      kind: 'tax-notice'
      document: string
      /** In đồng, `null` when not written down. */
      amount: number | null
      note: string
    }
  | {
      /** A draft of the apology (*phiếu xin lỗi và hẹn lại*), for the head to decide. */
      kind: 'apology-drafted'
      /** The new day. */
      dueOn: CivilDate
      /** Key of the cause in the office's list, empty for a free one. */
      cause: string
      reason: string
    }
  /** Approved by the head, and sent that day. */
  | { kind: 'apology-approved'; note: string }
  | { kind: 'apology-rejected'; note: string }
  /** Why it is late: the key of a cause in the office's list. */
  | { kind: 'late-cause'; cause: string; note: string }
  | { kind: 'noted'; note: string }
  /** Somebody was reminded of it. */
  | { kind: 'reminded'; toId: number; note: string }
  | {
      /** A form was printed; a further print is one more event with the same number. */
      kind: 'form-printed'
      form: DossierForm
      /** The event the form is about, `null` where it is about the whole dossier. */
      of: number | null
      /** Number and year in its series; `null` for a form without one. */
      number: number | null
      year: number | null
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
  | ({ kind: 'result-ready'; note: string; document?: string } & Move)
  | {
      kind: 'returned'
      note: string
      /** Who took it, by which way, and the number it is tracked by in the post. */
      to?: string
      way?: ReturnWay
      tracking?: string
    }
  | { kind: 'refused'; note: string; document?: string }
  | { kind: 'withdrawn'; note: string; document?: string }
  | { kind: 'stopped'; note: string; document?: string }
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

/** Every kind of event. */
export const EVENT_KINDS = [
  'arrived',
  'completion-asked',
  'completed',
  'declined',
  'retracted',
  'accepted',
  'taken',
  'passed',
  'handed-over',
  'handover-confirmed',
  'handover-missing',
  'paused',
  'resumed',
  'tax-notice',
  'due-moved',
  'receipt-printed',
  'form-printed',
  'apology-drafted',
  'apology-approved',
  'apology-rejected',
  'late-cause',
  'noted',
  'reminded',
  'result-ready',
  'returned',
  'refused',
  'withdrawn',
  'stopped',
  'corrected',
] as const satisfies readonly EventKind[]

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
