/**
 * The explanation of a late dossier (*giải trình trễ hạn*): which leg had it for how long.
 */
import type { ExplainedLeg, Explanation } from '../../documents/forms/explanation-form.ts'
import { formNumber } from '../../documents/forms/numbers.ts'
import { daysLate } from '../../domain/clock.ts'
import { type Leg, type LegHolder, lateLegs } from '../../domain/legs.ts'
import { causeWordsIn } from '../desk/causes.ts'
import { type FormSource, nameOf, sheetOf, signerOf } from './makers.ts'

/** The explanation as it would be printed now. */
export function explanationOf(source: FormSource): Explanation {
  const { dossier, office, version, authorId } = source
  const { apology } = dossier
  const until = dossier.endedOn ?? office.today()
  const sent = dossier.prints.find(({ form }) => form === 'apology')
  return {
    ...sheetOf(source),
    ...{ code: dossier.code, procedureName: version.nameVi, applicantName: dossier.applicantName },
    holder: nameOf(office, dossier.holderId),
    ...{ receivedOn: dossier.acceptedOn, dueOn: dossier.dueOn, endedOn: dossier.endedOn },
    newDueOn: apology?.state === 'approved' ? apology.dueOn : null,
    daysLate: daysLate(dossier.dueOn, until, office.rules.calendar),
    legs: legsOf(source),
    cause: causeOf(source),
    apology:
      apology?.sentOn == null
        ? null
        : { number: sent?.number == null ? '' : formNumber('apology', sent.number), on: apology.sentOn },
    ...{ done: '', explainedBy: nameOf(office, authorId), signer: signerOf(office) },
  }
}

/** The legs of the way so far, and the days late laid on each: the same as the desk shows. */
function legsOf({ dossier, history, office, version }: FormSource): ExplainedLeg[] {
  const { calendar, clock } = office.rules
  const { legs, rest } = lateLegs(history, dossier, version, office.today(), { calendar, hours: clock.hours })
  const explained = legs.map((leg) => ({
    ...{ label: labelOf(leg), agency: agencyOf(leg) },
    ...{ from: leg.from, to: leg.to, term: leg.term, used: leg.used, late: leg.late },
  }))
  const last = explained.at(-1)
  // What no leg's own overrun accounts for is the branch's, and is told where the dossier was last.
  return last === undefined || rest === 0
    ? explained
    : [
        ...explained,
        { ...last, label: 'Phần còn lại', agency: HOLDER_WORDS.branch, term: null, used: 0, late: rest },
      ]
}

const HOLDER_WORDS: Record<LegHolder, string> = {
  branch: 'Chi nhánh',
  tax: 'Cơ quan thuế',
  agency: 'Cơ quan phối hợp',
  applicant: 'Người nộp hồ sơ',
}

function labelOf({ pause, who, step }: Leg): string {
  if (pause === 'supplement') return 'Chờ bổ sung hồ sơ'
  if (pause === 'payment') return who === 'tax' ? 'Xác định nghĩa vụ tài chính' : 'Nộp nghĩa vụ tài chính'
  if (pause === 'agency') return 'Lấy ý kiến, niêm yết'
  return step === '' ? 'Giải quyết' : step
}

function agencyOf({ agency, who }: Leg): string {
  return agency === '' ? HOLDER_WORDS[who] : agency
}

/** The cause in the words of the office's list, with what was said of it. */
function causeOf({ dossier, office }: FormSource): string {
  const { lateCause, apology } = dossier
  const code = lateCause?.cause || apology?.cause || ''
  const words = causeWordsIn(office.store.read, 'vi').get(code) ?? code
  return [words, lateCause?.note || apology?.reason || ''].filter((part) => part !== '').join(': ')
}
