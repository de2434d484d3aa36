/**
 * One import from the choice of a file to the register. It lives beside the screens, not in one: whoever
 * leaves the screen while a check or an import runs finds it where it stands.
 */
import type { OfficeClient } from '../../../src-main/contract/index.ts'
import type { ImportMapping, ImportReport, ImportSheet } from '../../../src-main/contract/imports.ts'
import { officeErrorOf } from '../../ui/errors.ts'

/** A file the office has read. */
export interface OpenFile {
  importId: string
  fileName: string
  sheets: ImportSheet[]
}

/** How an import ended. */
export interface ImportOutcome {
  imported: number
  kept: number
}

interface Chosen {
  file: OpenFile
  /** The sheet as the user has arranged it: its header row and its mapping. */
  sheet: ImportSheet
}
interface Checked extends Chosen {
  report: ImportReport
}

/** Where an import stands. `error` is what went wrong last; `stopped` says that the user stopped it. */
export type ImportState =
  | { step: 'file'; error: unknown }
  | { step: 'reading'; fileName: string }
  | ({ step: 'columns'; proposing: boolean; error: unknown; stopped: boolean } & Chosen)
  | ({ step: 'checking'; stopping: boolean } & Chosen)
  | ({ step: 'report'; error: unknown; stopped: boolean } & Checked)
  | ({ step: 'committing'; stopping: boolean } & Checked)
  | ({ step: 'done'; outcome: ImportOutcome } & Checked)
export type ImportStep = ImportState['step']

/** The state at a step. */
export type StateAt<Step extends ImportStep> = Extract<ImportState, { step: Step }>

type Imports = Pick<OfficeClient['imports'], 'open' | 'sheet' | 'check' | 'commit' | 'cancel'>

/** The import of a window. Actions out of place do nothing. */
export class ImportRun {
  readonly #imports: Imports
  readonly #listeners = new Set<() => void>()
  #state: ImportState = { step: 'file', error: null }
  /** Goes up with every new file; an answer to an older one comes too late. */
  #turn = 0

  constructor(imports: Imports) {
    this.#imports = imports
  }

  readonly getState = (): ImportState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens a file. @param read gives its content in base64; may throw what is wrong with it. */
  async open(fileName: string, read: () => Promise<string>): Promise<void> {
    this.#turn++
    this.#set({ step: 'reading', fileName })
    await this.#try(
      async () => this.#imports.open({ fileName, content: await read() }),
      ({ importId, sheets, sheet: name }) => {
        const sheet = sheets.find((found) => found.name === name) ?? sheets[0]
        if (sheet === undefined) return this.startOver()
        const file = { importId, fileName, sheets }
        this.#set({ step: 'columns', file, sheet, proposing: false, error: null, stopped: false })
      },
      (error) => this.startOver(error),
    )
  }

  /** Takes another sheet of the file, as the office proposed it. */
  chooseSheet(name: string): void {
    const state = this.#at('columns')
    const sheet = state?.file.sheets.find((found) => found.name === name)
    if (state && sheet) this.#set({ ...state, sheet, error: null })
  }

  /** Looks for the titles in another row; columns are proposed again. */
  async chooseHeaderRow(headerRow: number): Promise<void> {
    const state = this.#at('columns')
    if (!state || state.proposing || headerRow === state.sheet.headerRow) return
    this.#set({ ...state, proposing: true, error: null })
    const { importId } = state.file
    await this.#try(
      () => this.#imports.sheet({ importId, sheet: state.sheet.name, headerRow }),
      (sheet) => this.#set({ ...state, sheet, error: null }),
      (error) => this.#set({ ...state, error }),
    )
  }

  /** Says which column means what. */
  map(mapping: ImportMapping): void {
    const state = this.#at('columns')
    if (state) this.#set({ ...state, sheet: { ...state.sheet, mapping }, error: null, stopped: false })
  }

  /** Checks every row; nothing is changed. */
  async check(): Promise<void> {
    const state = this.#at('columns')
    if (!state) return
    const { file, sheet } = state
    this.#set({ step: 'checking', stopping: false, file, sheet })
    const { name, headerRow, mapping } = sheet
    await this.#try(
      () => this.#imports.check({ importId: file.importId, sheet: name, headerRow, mapping }),
      (report) => this.#set({ step: 'report', file, sheet, report, error: null, stopped: false }),
      (error) => this.#set({ ...state, ...afterFault(error) }),
    )
  }

  /** Brings the good rows into the register. */
  async commit(): Promise<void> {
    const state = this.#at('report')
    if (!state) return
    const { file, sheet, report } = state
    this.#set({ step: 'committing', stopping: false, file, sheet, report })
    await this.#try(
      () => this.#imports.commit({ importId: file.importId }),
      (outcome) => this.#set({ step: 'done', file, sheet, report, outcome }),
      (error) => this.#set({ ...state, ...afterFault(error) }),
    )
  }

  /** Stops what runs. A check or an import ends when the office says so; what it did meanwhile counts. */
  async stop(): Promise<void> {
    const state = this.#state
    if (state.step === 'reading') return this.startOver()
    if (state.step !== 'checking' && state.step !== 'committing') return
    this.#set({ ...state, stopping: true })
    // What runs may have ended just now; then there is nothing to stop.
    await this.#imports.cancel({ importId: state.file.importId }).catch(() => undefined)
  }

  /** From the report back to the columns. */
  backToColumns(): void {
    const state = this.#at('report')
    if (!state) return
    const { file, sheet } = state
    this.#set({ step: 'columns', file, sheet, proposing: false, error: null, stopped: false })
  }

  /** Leaves this file for another one. */
  startOver(error: unknown = null): void {
    this.#turn++
    this.#set({ step: 'file', error })
  }

  #at<Step extends ImportStep>(step: Step): StateAt<Step> | null {
    const state = this.#state
    return isAt(state, step) ? state : null
  }

  #set(state: ImportState): void {
    this.#state = state
    this.#listeners.forEach((listener) => listener())
  }

  /** Waits for the office. A file it no longer knows must be chosen again. */
  async #try<Answer>(
    ask: () => Promise<Answer>,
    then: (answer: Answer) => void,
    failed: (error: unknown) => void,
  ): Promise<void> {
    const turn = this.#turn
    try {
      const answer = await ask()
      if (turn === this.#turn) then(answer)
    } catch (error) {
      if (turn !== this.#turn) return
      if (officeErrorOf(error)?.code === 'import-expired') this.startOver(error)
      else failed(error)
    }
  }
}

function isAt<Step extends ImportStep>(state: ImportState, step: Step): state is StateAt<Step> {
  return state.step === step
}

/** Stopped by the user is no error. */
function afterFault(error: unknown): { error: unknown; stopped: boolean } {
  const stopped = officeErrorOf(error)?.code === 'cancelled'
  return { error: stopped ? null : error, stopped }
}
