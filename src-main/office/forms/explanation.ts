/**
 * The explanation of a late dossier (*giải trình trễ hạn*): which leg had it for how long.
 */
import type { ExplainedLeg, Explanation } from '../../documents/forms/explanation-form.ts'
import { formNumber } from '../../documents/forms/numbers.ts'
import type { CivilDate } from '../../domain/civil-date.ts'
import { daysLate, workingDaysBetween } from '../../domain/clock.ts'
import { type DossierEvent, effectiveEvents } from '../../domain/dossier.ts'
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
    legs: legsOf(source, until),
    cause: dossier.lateCause?.note || apology?.reason || '',
    apology:
      apology?.sentOn == null
        ? null
        : { number: sent?.number == null ? '' : formNumber('apology', sent.number), on: apology.sentOn },
    ...{ done: '', explainedBy: nameOf(office, authorId), signer: signerOf(office) },
  }
}

/** A leg that has begun: what it is, and who has the dossier in it. */
type Begun = Pick<ExplainedLeg, 'label' | 'agency'> & { from: CivilDate; answerBy: CivilDate | null }

/** The legs of the way so far. Days late are those after the due date in which the branch had it. */
function legsOf({ dossier, history, office }: FormSource, until: CivilDate): ExplainedLeg[] {
  const { calendar } = office.rules
  const legs: Begun[] = []
  for (const event of effectiveEvents(history)) {
    const begun = legOf(event, (id) => nameOf(office, id), legs)
    if (begun !== null) legs.push(begun)
  }
  return legs.map(({ label, agency, from, answerBy }, index) => {
    const next = legs[index + 1]?.from
    const to = next ?? until
    // Another agency is late against its own term; every other leg against the dossier's due date.
    const limit = answerBy ?? (from > dossier.dueOn ? from : dossier.dueOn)
    return {
      ...{ label, agency, from, to: next === undefined && dossier.endedOn === null ? null : to },
      term: answerBy === null ? null : workingDaysBetween(from, answerBy, calendar),
      used: workingDaysBetween(from, to, calendar),
      late: daysLate(limit, to, calendar),
    }
  })
}

function legOf(
  { fact, happenedOn: from, authorId }: DossierEvent,
  nameOf: (id: number | null) => string,
  legs: readonly Begun[],
): Begun | null {
  const leg = (label: string, agency: string, answerBy: CivilDate | null = null): Begun => ({
    ...{ label, agency, from, answerBy },
  })
  switch (fact.kind) {
    case 'accepted':
      return leg('Tiếp nhận', nameOf(authorId))
    case 'taken':
    case 'passed':
      return leg('Giải quyết', nameOf(fact.holderId))
    case 'handover-confirmed':
      return leg('Giải quyết', nameOf(authorId))
    case 'paused':
      if (fact.pause === 'supplement') return leg('Chờ bổ sung hồ sơ', 'Người nộp hồ sơ')
      if (fact.pause === 'payment') return leg('Nghĩa vụ tài chính', 'Cơ quan thuế')
      return leg(
        fact.posting === undefined ? 'Lấy ý kiến' : 'Niêm yết công khai',
        fact.agency ?? 'Cơ quan phối hợp',
        fact.answerBy ?? null,
      )
    case 'tax-notice':
      return leg('Nộp nghĩa vụ tài chính', 'Người nộp hồ sơ')
    case 'resumed': {
      const before = legs.findLast(({ label }) => label === 'Giải quyết')
      return leg('Giải quyết', before?.agency ?? '')
    }
    default:
      return null
  }
}
