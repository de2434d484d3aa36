/**
 * The application core: one office, one database, one dispatcher. Hosts open it and carry calls to it.
 */
import type { OfficeErrorData } from '../contract/errors.ts'
import type { Subscribe } from '../contract/changes.ts'
import type { Instant } from '../domain/civil-date.ts'

/** Which register is looked at: the office's own, or the bundled sample. */
export type Register = 'register' | 'sample'

/** One window's conversation with the office. Kept by the host, never sent to the window. */
export interface Session {
  readonly id: string
  /** The register this window looks at; only its own wish changes it. */
  register: Register
  /** Who has signed in at this window, in each register. */
  readonly presences: Map<Register, Presence>
}

/** Somebody signed in at a window. */
export interface Presence {
  staffId: number
  locked: boolean
  /** The person's generation of sign-ins; an older one counts for nothing. */
  generation: number
}

/** The answer to a call, the same on every transport. Values are JSON-safe. */
export type Reply = { ok: true; value: unknown } | { ok: false; error: OfficeErrorData }

/** What a host must give the core. */
export interface CoreOptions {
  /** Folder of the databases; made when missing. */
  dataDir: string
  /** The `resources` folder of the project or package. */
  resourcesDir: string
  /** The moment now. Handed in, so that tests and the demonstration can set it. */
  now: () => Instant
  /** Where the worker's entry is: `worker.ts` beside this file, or its bundle. */
  workerUrl: URL
  /** Takes what must be known to the people who mend the program; nothing personal, never shown to users. */
  log: (message: string, error?: unknown) => void
  /** Version of the program, shown in the window. */
  version: string
  /** Takes the data folder for this process. Asked before each opening; if left out, nobody else wants it. */
  claim?: () => 'ours' | 'taken' | 'unwritable'
  /** Makes backups by itself: daily, at closing, before migration and import. Only by hand if left out. */
  automaticBackups?: boolean
  /** When the open register is checked from end to end: so long after opening, and every so often; never if left out. */
  fullCheck?: { afterMs: number; everyMs: number }
}

/** An open office. */
export interface Core {
  /** A new window's session. It starts on the register last chosen, with nobody signed in. */
  openSession(): Session
  /**
   * The dispatcher: session, operation, schema, use case. Never throws: expected errors and bugs both come
   * back as data, bugs without details.
   * @param path feature and operation, e.g. `['dossiers', 'list']`.
   */
  call(session: Session, path: readonly string[], input: unknown): Promise<Reply>
  /** Change notices, for hosts to pass on to every window. */
  subscribe: Subscribe
  /** Waits for the write in progress, then closes the database. */
  close(): Promise<void>
}
