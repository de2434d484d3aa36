/**
 * `npm run verify-period -- <file.json> [more files]`: checks files of closed periods alone. Ends with 0 when they are intact,
 * 1 when something does not agree, 2 when one cannot be read.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ClosedPeriodFile, readClosedPeriod } from './documents/closed-period-file.ts'
import { PERIOD_WORDS, cellInWords, definitionsInWords } from './documents/verify-period-words.ts'
import type { VerifyLanguage } from './documents/verify-words.ts'
import { DEFINITIONS, NO_HASH, countsAlike, definitionsOf } from './domain/closed-period.ts'
import { tableFaults } from './domain/closed-tables.ts'
import { formatDate } from './domain/civil-date.ts'
import { hashOf } from './store/closed-periods.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hash: { type: 'string' },
    lang: { type: 'string', default: 'vi' },
    help: { type: 'boolean', default: false, short: 'h' },
  },
})
const language: VerifyLanguage = values.lang === 'en' ? 'en' : 'vi'
const words = PERIOD_WORDS[language]

process.exitCode = main()

function main(): 0 | 1 | 2 {
  if (values.help || positionals.length === 0 || (values.hash !== undefined && positionals.length > 1)) {
    console.log(words.usage)
    return values.help ? 0 : 2
  }
  try {
    const files = positionals.map((path) => ({ path, file: read(path) }))
    // Chained in the order of their numbers, however they are named.
    files.sort((a, b) => a.file.head.number - b.file.head.number)
    const found = files.map(({ path, file }, index) => {
      const faults = [...faultsOf(file), ...chainFaults(file, files[index - 1]?.file)]
      console.log(report(path, file, faults))
      return faults.length
    })
    return found.every((count) => count === 0) ? 0 : 1
  } catch (error) {
    console.error(error instanceof Error ? error.message : words.unreadable)
    return 2
  }
}

function read(path: string): ClosedPeriodFile {
  let text: string
  try {
    text = readFileSync(resolve(path), 'utf8')
  } catch {
    throw new Error(`${words.noFile}: ${path}`)
  }
  const file = readClosedPeriod(text)
  if (file === null) throw new Error(`${words.foreign}: ${path}`)
  return file
}

/** What does not agree within a file. */
function faultsOf({ hash, head, figures }: ClosedPeriodFile): string[] {
  const asked = values.hash?.toLowerCase()
  return [
    ...(hashOf(head) === hash ? [] : [words.head]),
    ...(hashOf(figures) === head.figures ? [] : [words.figures]),
    ...(asked === undefined || asked === hash ? [] : [`${words.otherHash}: ${asked}`]),
    ...(figures.dossiers.length === head.dossiers ? [] : [words.count]),
    ...(countsAlike(head) ? tableFaults(figures, head) : []).map((fault) => cellInWords(fault, language)),
  ]
}

/** Whether it follows the closing before it, where that is at hand. */
function chainFaults({ head }: ClosedPeriodFile, before: ClosedPeriodFile | undefined): string[] {
  if (head.number === 1) return head.before === NO_HASH ? [] : [words.before]
  if (before?.head.number === head.number) return [words.twice]
  if (before?.head.number !== head.number - 1) return []
  return head.before === before.hash && head.register === before.head.register ? [] : [words.before]
}

function report(path: string, { hash, head }: ClosedPeriodFile, faults: readonly string[]): string {
  const days = `${formatDate(head.from)} – ${formatDate(head.to)}`
  return [
    path,
    `${faults.length === 0 ? words.intact : words.hurt}: ${head.office.name}, ${days}`,
    `${words.number} ${head.number}, ${words.version} ${head.version}, ${words.dossiers} ${head.dossiers}, ${words.closed} ${head.closedAt}, ${head.closedBy.name}`,
    `${words.hash}: ${hash}`,
    `${words.before}: ${head.before}`,
    ...(definitionsOf(head) === DEFINITIONS ? [] : [definitionsInWords(head, language)]),
    ...faults.map((fault) => `- ${fault}`),
  ].join('\n')
}
