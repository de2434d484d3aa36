import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const LARGEST_LOG = 2 * 1024 * 1024
/** Older files kept beside the log, `.1` the newest. */
const OLDER_LOGS = 4

/** Takes a message for those who mend the program. */
export type Log = (message: string, error?: unknown) => void

/**
 * A log in a file readable by its owner only, in few files of bounded size. Losing a line must never stop the office,
 * so failures to write are passed over. What looks like a number of a person is left out.
 */
export function fileLog(path: string, now: () => Date = () => new Date()): Log {
  return (message, error) => {
    try {
      mkdirSync(dirname(path), { recursive: true })
      makeRoom(path)
      const line = indented(withoutNumbers(`${message}${describe(error)}`))
      appendFileSync(path, `${now().toISOString()} ${line}\n`, { mode: 0o600 })
    } catch {
      // Nowhere left to say it.
    }
  }
}

function makeRoom(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size <= LARGEST_LOG) return
  for (let n = OLDER_LOGS - 1; n >= 1; n--) {
    if (statSync(`${path}.${n}`, { throwIfNoEntry: false })) renameSync(`${path}.${n}`, `${path}.${n + 1}`)
  }
  renameSync(path, `${path}.1`)
}

/** Citizen numbers and phones are 9 digits and more in a row; nothing the program itself has to say is. */
function withoutNumbers(text: string): string {
  return text.replace(/\d{9,}/g, (digits) => '•'.repeat(digits.length))
}

/** Only an entry begins at the edge: whatever stands in an error cannot pass for another entry. */
function indented(text: string): string {
  return text
    .replace(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/g, '\n  ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
}

function describe(error: unknown): string {
  if (error === undefined) return ''
  return error instanceof Error ? `\n${error.stack ?? error.message}` : `\n${JSON.stringify(error)}`
}
