/**
 * A program of its own for the crash tests: opens the office in a folder and works without rest, as several windows do.
 * Each operation that was answered is said on standard output before the next one is asked for; whoever reads there
 * holds the ledger. Started with: folder, seed.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Input } from '../contract/index.ts'
import type { ManualStep } from '../contract/dossiers.ts'
import { EMPTY_PARTICULARS } from '../domain/dossier.ts'
import type { Reply } from '../office/core.ts'
import { TITLES, base64, goodRow, registerFile } from '../office/imports/testing.ts'
import { openCore } from '../office/open-core.ts'
import { IMPORTED_ROWS, type LedgerLine } from './ledger.ts'

const [dataDir = '', seedText = '1'] = process.argv.slice(2)
const NOW = '2026-11-23T02:00:00.000Z'
const TODAY = '2026-11-23'

let state = Number(seedText) >>> 0 || 1
/** Marsaglia's xorshift: the same seed, the same wishes. */
function random(): number {
  state ^= state << 13
  state ^= state >>> 17
  state ^= state << 5
  return (state >>> 0) / 2 ** 32
}

const say = (line: LedgerLine): void => void writeSync(1, `${JSON.stringify(line)}\n`)

const core = await openCore({
  dataDir,
  resourcesDir: join(import.meta.dirname, '..', '..', 'resources'),
  now: () => NOW,
  workerUrl: new URL('../office/worker.ts', import.meta.url),
  log: (message, error) => say({ kind: 'complaint', words: `${message} ${String(error)}` }),
  version: 'crash',
})
const session = core.openSession()
const replyOf = (path: string, input?: unknown): Promise<Reply> => core.call(session, path.split('.'), input)

/** The answer; a refusal ends this wish, and nothing is written in the ledger. */
async function ask<Value>(path: string, input?: unknown): Promise<Value> {
  const reply = await replyOf(path, input)
  if (!reply.ok) throw new Refusal(reply.error.code)
  return reply.value as Value
}
class Refusal extends Error {}

const status = await ask<{ office: unknown; trouble: { code: string } | null }>('office.status')
say({ kind: 'ready', trouble: status.trouble?.code ?? null })
if (status.office === null && status.trouble === null) {
  const office = {
    name: 'Chi nhánh thử',
    parentAgency: 'Văn phòng thử',
    agencyCode: '000.00.22.H32',
    place: 'Nha Trang',
    closingTime: '17:00',
  }
  await ask('office.setUp', { office, userName: 'Nguyễn Văn Cửa', account: null })
  say({ kind: 'set-up' })
}
const procedures = await ask<{ id: number; key: string }[]>('office.procedures', { on: TODAY })
const [staff] = await ask<{ id: number }[]>('office.staff')
const known: number[] = []

async function receive(): Promise<void> {
  const procedure = procedures[Math.floor(random() * procedures.length)]
  const applicantName = `Người ${Math.floor(random() * 1e9)}`
  const input: Partial<Input<'reception', 'receive'>> = {
    procedureId: procedure?.id ?? 1,
    acceptedAt: null,
    holderId: null,
    remote: false,
    particulars: { ...EMPTY_PARTICULARS, applicantName },
  }
  const { id, code } = await ask<{ id: number; code: string }>('reception.receive', input)
  known.push(id)
  say({ kind: 'received', id, code, applicantName })
}

interface Page {
  version: number
  allowedSteps: ManualStep[]
  canPause: boolean
  canResume: boolean
}

async function goOn(): Promise<void> {
  const id = known[Math.floor(random() * known.length)]
  if (id === undefined) return receive()
  const page = await ask<Page>('dossiers.get', { id })
  const common = { id, version: page.version, happenedOn: TODAY, note: '' }
  const wishes: (() => Promise<Page>)[] = []
  if (page.canPause) {
    wishes.push(() => ask('dossiers.pause', { ...common, pause: 'agency', document: 'CV 1' }))
  }
  if (page.canResume) wishes.push(() => ask('dossiers.resume', { ...common, document: 'CV 2' }))
  const step = page.allowedSteps[0]
  if (step !== undefined) {
    const input = { ...common, step, happenedAt: null, holderId: step === 'taken' ? staff?.id : null }
    wishes.push(() => ask('dossiers.recordStep', input))
  }
  const wish = wishes[Math.floor(random() * wishes.length)]
  if (wish === undefined) return
  const { version } = await wish()
  say({ kind: 'changed', id, version })
}

async function importRegister(): Promise<void> {
  const first = Math.floor(random() * 9e8)
  const rows = Array.from({ length: IMPORTED_ROWS }, (_, i) =>
    goodRow({ 'Mã hồ sơ': `000.00.22.H32-200302-${first + i}`, 'Cán bộ thụ lý': `Cán bộ ${first}` }),
  )
  const content = base64(await registerFile(rows, TITLES))
  const opened = await ask<{
    importId: string
    sheet: string
    sheets: { headerRow: number; mapping: unknown }[]
  }>('imports.open', { fileName: `${first}.xlsx`, content })
  const { importId, sheet, sheets } = opened
  const { headerRow, mapping } = sheets[0] ?? {}
  await ask('imports.check', { importId, sheet, headerRow, mapping })
  const { imported } = await ask<{ imported: number }>('imports.commit', { importId })
  say({ kind: 'imported', fileName: `${first}.xlsx`, imported })
}

async function changeCalendar(): Promise<void> {
  const on = new Date(
    Date.parse('2026-12-07') +
      Math.floor(random() * 8) * 7 * 86_400_000 +
      Math.floor(random() * 5) * 86_400_000,
  )
  const date = on.toISOString().slice(0, 10)
  const row = { kind: 'off', name: 'Nghỉ bão', basis: 'Công văn 12/UBND', status: 'confirmed' }
  const change = { days: [{ date, row }], clock: null }
  const { digest } = await ask<{ digest: string }>('calendar.whatIf', change)
  const { changeId, moved } = await ask<{ changeId: number; moved: number }>('calendar.apply', {
    ...change,
    reason: 'Bão',
    digest,
  })
  say({ kind: 'rules-changed', changeId, moved })
}

async function work(): Promise<never> {
  for (;;) {
    const wish = random()
    try {
      if (wish < 0.5) await receive()
      else if (wish < 0.9) await goOn()
      else if (wish < 0.96) await importRegister()
      else await changeCalendar()
    } catch (error) {
      // Two windows want the same dossier, or the same day twice: refused, as it should be.
      if (!(error instanceof Refusal)) throw error
      if (error.message === 'internal') say({ kind: 'complaint', words: 'internal' })
    }
  }
}

let ending = false
process.on('SIGTERM', () => {
  if (ending) return
  ending = true
  // As the hosts end: what is under way is finished or undone, then the process goes.
  void core.close().then(() => process.exit(0))
})
await Promise.all([work(), work(), work()])
