/**
 * Finds the procedure a register means, in the version valid on the day of acceptance.
 */
import type { CivilDate } from '../../domain/civil-date.ts'
import { foldText } from '../../domain/names.ts'
import { type ProcedureVersion, isValidOn } from '../../domain/procedure.ts'

/** What was found, or why nothing was. */
export type ProcedureMatch =
  | { version: ProcedureVersion }
  | { reason: 'unknown' }
  /** The procedure is in the catalogue, in no version of that day; the nearest one's days are told. */
  | { reason: 'not-valid-on-date'; validFrom: CivilDate; validTo: CivilDate | null }
  /** A national code that stands for several procedures. */
  | { reason: 'ambiguous' }

const NATIONAL_CODE = /\b\d\.\d{6}\b/

/** The catalogue, indexed for look-up by name and national code. */
export class ProcedureFinder {
  readonly #byName = new Map<string, ProcedureVersion[]>()
  readonly #byCode = new Map<string, ProcedureVersion[]>()
  readonly #byKey = new Map<string, ProcedureVersion[]>()
  /** Registers repeat a few names thousands of times. */
  readonly #folded = new Map<string, string>()

  constructor(versions: Iterable<ProcedureVersion>) {
    for (const version of versions) {
      for (const name of new Set([foldText(version.nameVi), foldText(version.nameEn)])) {
        push(this.#byName, name, version)
      }
      if (version.nationalCode !== '') push(this.#byCode, version.nationalCode, version)
      push(this.#byKey, version.key, version)
    }
  }

  /**
   * Finds by the whole name first, then by a national code in the text. A procedure that has been given a new
   * name since is found by its old one too, and the other way round: what counts is the day.
   */
  find(text: string, date: CivilDate): ProcedureMatch {
    const named =
      this.#byName.get(this.#fold(text)) ?? this.#byCode.get(NATIONAL_CODE.exec(text)?.[0] ?? '') ?? []
    if (named.length === 0) return { reason: 'unknown' }
    const valid = named.filter((version) => isValidOn(version, date))
    const candidates = valid.length > 0 ? valid : this.#renamed(named, date)
    const [version] = candidates
    if (!version) return notValid(named, date)
    return candidates.length === 1 ? { version } : { reason: 'ambiguous' }
  }

  #renamed(named: readonly ProcedureVersion[], date: CivilDate): ProcedureVersion[] {
    const keys = new Set(named.map(({ key }) => key))
    return [...keys]
      .flatMap((key) => this.#byKey.get(key) ?? [])
      .filter((version) => isValidOn(version, date))
  }

  #fold(text: string): string {
    let folded = this.#folded.get(text)
    if (folded === undefined) {
      folded = foldText(text)
      if (this.#folded.size < 10_000) this.#folded.set(text, folded)
    }
    return folded
  }
}

/** Tells the days of the last version before that day, or of the first one after it. */
function notValid(versions: readonly ProcedureVersion[], date: CivilDate): ProcedureMatch {
  const inOrder = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const nearest = inOrder.findLast(({ validFrom }) => validFrom <= date) ?? inOrder[0]
  return nearest
    ? { reason: 'not-valid-on-date', validFrom: nearest.validFrom, validTo: nearest.validTo }
    : { reason: 'unknown' }
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
