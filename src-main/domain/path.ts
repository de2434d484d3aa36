/**
 * The path of a dossier through the office (*quy trình*): its steps, each with who does it and its own term.
 */
import type { HourTerm } from './clock.ts'
import { type ProcedureStep, type ProcedureVersion, termOf } from './procedure.ts'

/**
 * What a step is for, the same for every procedure, so that queues go across them: counter (*tiếp nhận*),
 * processing (*thẩm định, xử lý*), agency (*lấy ý kiến cơ quan khác*), tax (*nghĩa vụ tài chính*),
 * signature (*trình ký*), return (*trả kết quả tại một cửa*).
 */
export const STEP_ROLES = ['counter', 'processing', 'agency', 'tax', 'signature', 'return'] as const
export type StepRole = (typeof STEP_ROLES)[number]

/** Where a dossier stands: the number of the step in its path, from 0, and what the step is for. */
export interface StepRef {
  index: number
  role: StepRole
}

/** A step of a path, its role known. */
export interface PathStep extends ProcedureStep {
  role: StepRole
}

/** Whether a step is done by the branch itself; the tax office and other agencies are not hurried by it. */
export function isOwnStep(role: StepRole): boolean {
  return role !== 'tax' && role !== 'agency'
}

type PathOf = Pick<ProcedureVersion, 'term' | 'unit' | 'phases' | 'hasFeeLeg' | 'steps' | 'remoteExtra'>

/**
 * The steps a dossier under that version goes through. A version that lays none down has the branch's usual way: half a
 * day at the counter, half a day for the signature (a whole one where the term is over five days), what is left of the
 * term for the specialist, and the tax leg where there is a financial obligation, whose time is the tax office's.
 */
export function pathOf(version: PathOf, remote: boolean): PathStep[] {
  const laidDown = version.steps.length > 0 ? version.steps : usualSteps(version, remote)
  return laidDown.map((step, index) => ({ ...step, role: step.role ?? guessRole(index, laidDown.length) }))
}

/** A step a catalogue says no role of: the first is the counter's, the last gives the result back. */
function guessRole(index: number, length: number): StepRole {
  if (index === 0) return 'counter'
  return index === length - 1 && length > 2 ? 'return' : 'processing'
}

/** Tax offices answer within five working days (Luật Quản lý thuế; the day of the notice itself is not ours). */
const TAX_DAYS = 5

function usualSteps(version: PathOf, remote: boolean): ProcedureStep[] {
  const { term } = termOf(version, remote)
  // In calendar days about five of seven are worked.
  const days = version.unit === 'working-day' ? term : Math.floor((term * 5) / 7)
  const halves = Math.max(2, days * 2 - 1)
  const signature = days > 5 ? 2 : 1
  const branch = 'Chi nhánh Văn phòng Đăng ký đất đai'
  const step = (name: string, role: StepRole, term: number, agency = branch): ProcedureStep => ({
    ...{ name, role, agency, term, unit: 'half-day' as const },
  })
  const counter = step('Tiếp nhận, chuyển hồ sơ', 'counter', 1)
  const sign = step('Trình ký', 'signature', signature)
  const back = step('Trả kết quả', 'return', 1)
  const { phases } = version
  if (!version.hasFeeLeg || phases === null) {
    return [counter, step('Thẩm định, giải quyết', 'processing', Math.max(1, halves - signature)), sign, back]
  }
  const first = (phases.first + (remote ? version.remoteExtra : 0)) * 2
  return [
    counter,
    step('Thẩm định, chuyển thông tin thuế', 'processing', Math.max(1, first - 1)),
    step('Xác định nghĩa vụ tài chính', 'tax', TAX_DAYS * 2, 'Cơ quan thuế'),
    step('Chỉnh lý, lập giấy chứng nhận', 'processing', Math.max(1, phases.second * 2 - signature)),
    sign,
    back,
  ]
}

/** The term of a step as the clock takes it. */
export function stepTermOf({ term, unit }: Pick<ProcedureStep, 'term' | 'unit'>): HourTerm {
  return unit === 'working-day' ? { term: term * 2, unit: 'half-day' } : { term, unit }
}

/** The first step after the counter: where a dossier goes that somebody takes. `null` where there is none. */
export function firstAfterCounter(path: readonly PathStep[]): StepRef | null {
  const index = path.findIndex(({ role }, at) => at > 0 && role !== 'counter')
  const found = path[index]
  return found === undefined ? null : { index, role: found.role }
}

/** The next step of that role after a place in the path, or `null`. */
export function nextOfRole(path: readonly PathStep[], after: number, role: StepRole): StepRef | null {
  const index = path.findIndex((step, at) => at > after && step.role === role)
  return index === -1 ? null : { index, role }
}

/** A place in the path, or `null` outside it. */
export function stepAt(path: readonly PathStep[], index: number): StepRef | null {
  const found = path[index]
  return found === undefined ? null : { index, role: found.role }
}
