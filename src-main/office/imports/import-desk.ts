/**
 * The imports that are open: at most one for each window, and few in all, for each keeps a file in memory.
 */
import { OfficeError } from '../../contract/errors.ts'
import type { Office } from '../context.ts'
import { RegisterImport } from './register-import.ts'

/** Open imports of all windows together; the oldest that is doing nothing gives way. */
const MOST_OPEN = 4
/** An import nobody has touched for so long is forgotten. */
const IDLE_MS = 30 * 60_000

interface Place {
  register: RegisterImport
  timer: NodeJS.Timeout
}

/** The imports of an open office. */
export class ImportDesk {
  readonly #office: Office
  /** By session, the oldest first. */
  readonly #places = new Map<string, Place>()

  constructor(office: Office) {
    this.#office = office
  }

  /** Begins an import in place of the session's last one. @throws OfficeError `busy` when all places are at work. */
  begin(sessionId: string, fileName: string): RegisterImport {
    this.#forget(sessionId)
    if (this.#places.size >= MOST_OPEN) this.#makeRoom()
    const register = new RegisterImport(this.#office, fileName, (operation, done, total) =>
      this.#office.notify({ topic: 'progress', operation, done, total }),
    )
    this.#places.set(sessionId, { register, timer: this.#timer(sessionId) })
    return register
  }

  /** The session's import. @throws OfficeError `import-expired` when it is not, or no longer, open. */
  get(sessionId: string, importId: string): RegisterImport {
    const place = this.#places.get(sessionId)
    if (place?.register.id !== importId) throw new OfficeError('import-expired')
    clearTimeout(place.timer)
    place.timer = this.#timer(sessionId)
    return place.register
  }

  /** Forgets an import that came to nothing, unless the session has begun another since. */
  drop(sessionId: string, importId: string): void {
    if (this.#places.get(sessionId)?.register.id === importId) this.#forget(sessionId)
  }

  /** An import at work never gives way to another window's. */
  #makeRoom(): void {
    const idle = [...this.#places].find(([, { register }]) => !register.running)
    if (!idle) throw new OfficeError('busy')
    this.#forget(idle[0])
  }

  #timer(sessionId: string): NodeJS.Timeout {
    return setTimeout(() => this.#idle(sessionId), IDLE_MS).unref()
  }

  #idle(sessionId: string): void {
    const place = this.#places.get(sessionId)
    if (place?.register.running) place.timer = this.#timer(sessionId)
    else this.#forget(sessionId)
  }

  #forget(sessionId: string): void {
    const place = this.#places.get(sessionId)
    if (!place) return
    this.#places.delete(sessionId)
    clearTimeout(place.timer)
    place.register.close()
  }
}
