import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCore } from '../office/open-core.ts'
import { RESOURCES, TEST_OFFICE, clientOf, receptionOf } from '../office/test-core.ts'
import { fileLog } from './log.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smc-log-attack-'))
  file = join(folder, 'so-mot-cua.log')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the log', () => {
  it.each(['\n', '\r', '\r\n', '\u2028', '\u0085', '\v'])(
    'takes no entry forged behind a line end (%j)',
    (end) => {
      const log = fileLog(file, () => new Date('2026-11-23T02:00:00Z'))
      const forged = `${end}2026-11-23T03:00:00.000Z people.signIn by the head, all is well`
      log(`a bug in x${forged}`, new Error(`no such thing${forged}`))
      log('a plain error', { text: `x${forged}` })
      const lines = readFileSync(file, 'utf8').split(/[\n\r\u2028\u0085\v]/)
      const entries = lines.filter((line) => /^\d{4}-/.test(line))
      expect(entries).toHaveLength(2)
      for (const entry of entries) expect(entry).toMatch(/^2026-11-23T02:00:00/)
    },
  )

  it('drives no terminal that shows it', () => {
    fileLog(file)('a\u001b]0;owned\u0007\u001b[2J\u0000b')
    expect(readFileSync(file, 'utf8')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })

  it('is for its owner alone', () => {
    fileLog(file)('x')
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('holds nothing personal after bugs in whatever takes personal data', async () => {
    const core = await openCore({
      dataDir: folder,
      resourcesDir: RESOURCES,
      now: () => '2026-11-23T02:00:00.000Z',
      workerUrl: new URL('../office/worker.ts', import.meta.url),
      log: fileLog(file),
      version: 'test',
    })
    const session = core.openSession()
    const client = clientOf(core, session)
    await client.office.setUp({ office: TEST_OFFICE, userName: 'Nguyễn Văn Cửa', account: null })
    const [procedure] = await client.office.procedures({ on: null })
    const secret = {
      applicantName: 'Bí Mật Thị Lộ',
      idNumber: '079098765432',
      phone: '0909876543',
      email: 'bi.mat@lo.vn',
      address: '12 Đường Kín',
      note: 'ghi chú kín',
    }
    const input = receptionOf(procedure?.id ?? 0, secret)
    await client.reception.receive(input)
    // Bugs wherever these words are written, searched or read: the tables are gone behind the office's back.
    const db = new BetterSqlite3(join(folder, 'register.db'))
    db.pragma('foreign_keys = OFF')
    db.exec('DROP TABLE dossier_search; DROP TABLE dossier_pause; DROP TABLE preference; DROP TABLE account')
    db.close()
    const codes: string[] = []
    const call = async (feature: string, operation: string, given: unknown) => {
      const reply = await core.call(session, [feature, operation], given)
      codes.push(reply.ok ? 'ok' : reply.error.code)
      expect(JSON.stringify(reply)).not.toMatch(/SQLITE|no such table|at .*\.ts/)
    }
    await call('reception', 'receive', input)
    await call('office', 'setPreference', { key: 'a', value: secret.applicantName })
    await call('people', 'add', { name: secret.applicantName, login: 'bi.mat', roles: [] })
    await call('people', 'signIn', { login: 'bi.mat', password: 'mật-khẩu-lộ-9' })
    await call('dossiers', 'list', {
      filter: { ...FILTER, search: secret.applicantName },
      sort: { field: 'code', descending: false },
      page: 0,
      pageSize: 10,
    })
    await core.close()
    expect(codes.filter((code) => code === 'internal').length).toBeGreaterThan(2)
    const written = readFileSync(file, 'utf8')
    expect(written).toMatch(/no such table/)
    for (const word of [...Object.values(secret), 'bi.mat', 'mật-khẩu', 'Nguyễn Văn Cửa']) {
      expect(written).not.toContain(word)
    }
  })
})

const FILTER = {
  queue: 'all',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
} as const
