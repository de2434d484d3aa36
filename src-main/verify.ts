/**
 * `npm run verify -- <register.db>`: checks a register's file alone, and changes nothing in it. Ends with 0 when it is
 * intact, 1 when something does not agree, 2 when it cannot be read.
 */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Anchor, Finding, Verdict } from './domain/audit-findings.ts'
import { anchorsIn } from './store/anchors.ts'
import { OpenError, type ReadDb, openSnapshot } from './store/database.ts'
import { withoutGivenUp } from './store/given-up.ts'
import { linkOf } from './store/chain.ts'
import { verify } from './store/verify.ts'
import { FINDING_WORDS, VERIFY_WORDS, type VerifyLanguage } from './documents/verify-words.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    anchor: { type: 'string', multiple: true, default: [] },
    anchors: { type: 'string', multiple: true, default: [] },
    lang: { type: 'string', default: 'vi' },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false, short: 'h' },
  },
})
const language: VerifyLanguage = values.lang === 'en' ? 'en' : 'vi'
const words = VERIFY_WORDS[language]

process.exitCode = main()

function main(): 0 | 1 | 2 {
  const [file, ...rest] = positionals
  if (values.help || file === undefined || rest.length > 0) {
    console.log(words.usage)
    return values.help ? 0 : 2
  }
  try {
    const verdict = check(resolve(file))
    console.log(report(verdict))
    return verdict.found === 0 ? 0 : 1
  } catch (error) {
    console.error(reason(error))
    return 2
  }
}

function check(file: string): Verdict {
  if (!existsSync(file)) throw new Error(words.noFile)
  const { db, close } = openSnapshot(file)
  try {
    const steps = verify(db, anchorsOf(file, db))
    let told = 0
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      const percent = Math.floor((100 * step.value.done) / Math.max(1, step.value.total))
      if (!values.quiet && process.stderr.isTTY && percent > told)
        process.stderr.write(`\r${(told = percent)} %`)
    }
  } finally {
    close()
    if (!values.quiet && process.stderr.isTTY) process.stderr.write('\r      \r')
  }
}

/** Links given by hand count as they are; those beside backups only for the same register as it goes on. */
function anchorsOf(file: string, db: ReadDb): Anchor[] {
  const register = linkOf(db, 1)?.hash.toString('hex')
  const given = values.anchor.map((text): Anchor => {
    const [, n, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text) ?? []
    if (n === undefined || hash === undefined) throw new Error(`${words.badAnchor}: ${text}`)
    return { n: Number(n), hash: hash.toLowerCase() }
  })
  const folders = [dirname(file), join(dirname(file), 'backups')]
  return [
    ...given,
    ...values.anchors.flatMap((path) => anchorsIn(resolve(path))),
    ...withoutGivenUp(
      db,
      folders.flatMap((folder) => anchorsIn(folder, register)),
    ),
  ]
}

function report(verdict: Verdict): string {
  const { found, findings, firstBroken, anchors, links, events, entries, dossiers, tail } = verdict
  const { clockSetBack, changedOutside } = verdict
  const numbers = `${words.links} ${links}, ${words.events} ${events}, ${words.entries} ${entries}, ${words.dossiers} ${dossiers}`
  const lines = [
    found === 0 ? words.intact : `${words.hurt}: ${found}`,
    numbers,
    `${words.tail}: ${links}:${tail}`,
    anchors === 0 ? words.noAnchors : `${words.anchors}: ${anchors}`,
    ...(clockSetBack === 0 ? [] : [`${words.clockSetBack}: ${clockSetBack}`]),
    ...(changedOutside === 0 ? [] : [`${words.changedOutside}: ${changedOutside}`]),
    ...(firstBroken === null ? [] : [`${words.firstBroken}: ${firstBroken}`]),
    ...findings.map(line),
    ...(found > findings.length ? [`${words.more}: ${found - findings.length}`] : []),
  ]
  return lines.join('\n')
}

function line({ kind, link, code, dossierId, what, stored, expected }: Finding): string {
  const place = [
    link === null ? '' : `${words.link} ${link}`,
    code ?? (dossierId === null ? '' : `#${dossierId}`),
    what,
  ].filter((part) => part !== '')
  const values =
    stored === '' && expected === '' ? '' : ` (${words.stored}: ${stored}; ${words.expected}: ${expected})`
  return `- ${FINDING_WORDS[language][kind]}: ${place.join(', ')}${values}`
}

function reason(error: unknown): string {
  if (error instanceof OpenError) return error.fault === 'newer-version' ? words.newer : words.foreign
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) {
    return `${words.unreadable} (${String(error.code)})`
  }
  return error instanceof Error ? error.message : words.unreadable
}
