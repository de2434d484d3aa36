/**
 * The choices of a catalogue file and how offices write them, folded (no diacritics, lower case). The words of the
 * screen in both languages are among them: it names them where a file has others.
 */
import { foldText } from '../../domain/names.ts'
import type { StepRole } from '../../domain/path.ts'
import type { ProcedureStep, ProcedureVersion, SupplementRule } from '../../domain/procedure.ts'

/** The value whose name, or one of whose words, the text is; `null` when it is none. */
export type Choice<Value> = (text: string) => Value | null

function choice<Value extends string>(words: Record<Value, readonly string[]>): Choice<Value> {
  const byWord = new Map<string, Value>()
  for (const value in words) {
    byWord.set(foldText(value), value)
    for (const word of words[value]) byWord.set(word, value)
  }
  return (text) => byWord.get(foldText(text)) ?? null
}

/** The unit of a term. */
export const unitIn: Choice<ProcedureVersion['unit']> = choice({
  'working-day': ['working days', 'ngay lam viec'],
  'calendar-day': ['calendar days', 'ngay', 'ngay lich', 'ngay theo lich', 'ngay (theo lich)'],
})

/** The unit of a step's term. */
export const stepUnitIn: Choice<ProcedureStep['unit']> = choice({
  'working-hour': ['working hours', 'gio', 'gio lam viec'],
  'half-day': ['half days', 'half-days', 'buoi', 'nua ngay'],
  'working-day': ['working days', 'ngay', 'ngay lam viec'],
})

/** What a step is for. */
export const stepRoleIn: Choice<StepRole> = choice({
  counter: ['mot cua', 'tiep nhan', 'bo phan mot cua'],
  processing: ['tham dinh giai quyet', 'tham dinh', 'giai quyet', 'xu ly', 'thu ly'],
  agency: ['co quan phoi hop', 'phoi hop', 'lay y kien', 'other agency'],
  tax: ['nghia vu tai chinh', 'thue', 'financial obligation'],
  signature: ['trinh ky', 'ky', 'ky duyet'],
  return: ['tra ket qua', 'handing out'],
})

/** How well the source is checked. */
export const statusIn: Choice<ProcedureVersion['status']> = choice({
  sourced: ['checked', 'da doi chieu', 'co nguon'],
  'code-to-check': ['check code', 'kiem tra ma', 'can kiem tra ma'],
  'to-verify': ['to verify', 'can doi chieu', 'can xac minh'],
})

/** What a supplement does to the term. */
export const supplementRuleIn: Choice<SupplementRule> = choice({
  restart: ['restarts', 'tinh lai', 'tinh lai tu dau'],
  continue: ['continues', 'tinh tiep'],
})

/** Yes or no. */
export const yesIn: Choice<'yes' | 'no'> = choice({
  yes: ['co', 'x', '1', 'true'],
  no: ['khong', '0', 'false'],
})
