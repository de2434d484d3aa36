import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { afterAll, describe, expect, it } from 'vitest'
import { ZipWriter, openZip } from '../../documents/open-zip.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { linkOf, tailOf } from '../../store/chain.ts'
import { openReader } from '../../store/database.ts'
import { DERIVED_TABLES, OWN_TABLE_NAMES } from '../../store/open-tables.ts'
import { applicationOf } from '../arrivals/testing.ts'
import { RESOURCES, type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const LIMITS = { file: 1e9, all: 1e9, entries: 100 }
const YEAR = { from: civilDate('2026-01-01'), to: civilDate('2026-12-31'), by: 'procedure' as const }
const ACCOUNT = { login: 'truong', password: 'mật-khẩu-thử-9', roles: ['counter' as const] }

const unzip = (content: string) => openZip(Buffer.from(content, 'base64'), LIMITS)

/** The zip again with some of its files changed. */
function rezip(content: string, change: (name: string, text: string) => string | null): string {
  const open = unzip(content)
  const writer = new ZipWriter()
  for (const name of open.names) {
    const text = change(name, open.read(name)?.toString() ?? '')
    if (text !== null) writer.add(name, Buffer.from(text))
  }
  return Buffer.from(writer.finish()).toString('base64')
}

async function officeAtWork(): Promise<TestCore> {
  const office = await openTestCore({ account: ACCOUNT })
  const { client } = office
  await client.people.add({ name: 'Trần Thị Lan', login: 'lan', roles: ['specialist'] })
  const id = await procedureId(client, 'transfer')
  const received = await client.reception.receive(receptionOf(id, { applicantName: '=HYPERLINK("x")' }))
  await client.reception.receive(receptionOf(id, { applicantName: '"Đỗ, Thị Bé"' }))
  const { version } = await client.dossiers.get({ id: received.id })
  await client.dossiers.pause({
    id: received.id,
    version,
    pause: 'supplement',
    happenedOn: civilDate('2026-11-23'),
    document: '12/TB',
    note: '',
  })
  await client.arrivals.record(applicationOf(id, { applicantName: '=Trần "An"' }))
  return office
}

function tailIn(dataDir: string, n?: number): string {
  const { db, close } = openReader(join(dataDir, 'register.db'))
  const link = n === undefined ? tailOf(db) : linkOf(db, n)
  close()
  return link?.hash.toString('hex') ?? ''
}

function rowsIn(dataDir: string, sql: string): unknown[] {
  const { db, close } = openReader(join(dataDir, 'register.db'))
  const rows = db.all(sql)
  close()
  return rows
}

describe('everything as open files', () => {
  it('holds every table, exact in JSON, without formulas in CSV, without passwords', async () => {
    const { client, dataDir } = await officeAtWork()
    const file = await client.backups.exportAll()
    expect(file.name).toBe('toan-bo-du-lieu_chi-nhanh-thu_2026-11-23.zip')
    const zip = unzip(file.content)
    const tables = rowsIn(
      dataDir,
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'dossier_search%'",
    ).map((row) => (row as { name: string }).name)
    expect([...OWN_TABLE_NAMES, ...Object.keys(DERIVED_TABLES)].sort()).toEqual(tables.sort())
    for (const table of tables) {
      const rows = JSON.parse(zip.read(`json/${table}.json`)?.toString() ?? '') as unknown[]
      const [head, ...lines] = parseCsv(
        zip
          .read(`csv/${table}.csv`)
          ?.toString()
          .replace(/^\uFEFF/, '') ?? '',
      )
      expect([table, lines.length]).toEqual([table, rows.length])
      expect(head?.length).toBeGreaterThan(0)
    }
    const csv = zip.read('csv/dossier.csv')
    expect(csv?.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(csv?.toString()).not.toMatch(/(^|[,\n])"?=HYPERLINK/)
    const [first] = JSON.parse(zip.read('json/dossier.json')?.toString() ?? '') as {
      applicant_name: string
    }[]
    expect(first?.applicant_name).toBe('=HYPERLINK("x")')
    const all = zip.names.map((name) => zip.read(name)?.toString() ?? '').join('')
    expect(all).not.toContain('scrypt$')
    expect(zip.read('DOC-TRUOC.txt')?.toString()).toContain('thông tin cá nhân')
    expect(zip.read('README.txt')?.toString()).toContain('personal data')
    expect(rowsIn(dataDir, "SELECT detail FROM audit_entry WHERE kind = 'exported'")).toHaveLength(1)
  })

  it('taken in by an empty office gives the same figures, the same rows and the same chain', async () => {
    const from = await officeAtWork()
    const exportedTail = tailIn(from.dataDir)
    const figures = await from.client.figures.summary(YEAR)
    const { content } = await from.client.backups.exportAll()
    const to = await openTestCore({ setUp: false })
    const status = await to.client.backups.importAll({ content, userName: 'Phạm Văn Mới', account: ACCOUNT })
    // The caller is the person whose login it is, and signed in.
    expect(status).toMatchObject({
      office: { name: 'Chi nhánh thử' },
      user: { name: 'Nguyễn Văn Cửa' },
      dossiers: 2,
    })
    expect(await to.client.figures.summary(YEAR)).toEqual(figures)
    const links = rowsIn(from.dataDir, 'SELECT n FROM chain').length - 1
    expect(tailIn(to.dataDir, links)).toBe(exportedTail)
    for (const table of [
      'dossier',
      'dossier_pause',
      'dossier_due_move',
      'arrival',
      'procedure_version',
      'calendar_day',
    ]) {
      const sql = `SELECT * FROM ${table}`
      expect(rowsIn(to.dataDir, sql)).toEqual(rowsIn(from.dataDir, sql))
    }
    const lan = (await to.client.people.list()).find(({ login }) => login === 'lan')
    expect(lan).toMatchObject({ name: 'Trần Thị Lan', active: true, mustChangePassword: true })
    const { person, password } = await to.client.people.resetPassword({ id: lan?.id ?? 0 })
    expect([person.login, password.length > 10]).toEqual(['lan', true])
    expect(
      await refusalOf(to.client.backups.importAll({ content, userName: 'A', account: null })),
    ).toMatchObject({
      code: 'office-already-set-up',
    })
    expect(to.bugs).toEqual([])
  })

  it('is refused when anything in it was changed, left out or is not of ours, and nothing is taken in', async () => {
    const from = await officeAtWork()
    const { content } = await from.client.backups.exportAll()
    const { client } = await openTestCore({ setUp: false })
    const codeOf = async (bad: string): Promise<string> =>
      (await refusalOf(client.backups.importAll({ content: bad, userName: 'A', account: null }))).code
    const manifestWith = (change: (manifest: Record<string, unknown>) => void) =>
      rezip(content, (name, text) => {
        if (name !== 'manifest.json') return text
        const manifest = JSON.parse(text) as Record<string, unknown>
        change(manifest)
        return JSON.stringify(manifest)
      })
    expect(await codeOf(Buffer.from('không phải zip').toString('base64'))).toBe('export-foreign')
    expect(await codeOf('')).toBe('export-foreign')
    expect(await codeOf(rezip(content, (name, text) => (name === 'manifest.json' ? null : text)))).toBe(
      'export-foreign',
    )
    expect(await codeOf(manifestWith((manifest) => (manifest['schema'] = 999)))).toBe('export-newer')
    expect(await codeOf(manifestWith((manifest) => (manifest['tail'] = 'ff')))).toBe('export-damaged')
    expect(await codeOf(rezip(content, (name, text) => (name === 'json/chain.json' ? null : text)))).toBe(
      'export-damaged',
    )
    expect(
      await codeOf(
        rezip(content, (name, text) =>
          name === 'json/dossier_event.json' ? text.replace('2026-11-23', '2026-11-20') : text,
        ),
      ),
    ).toBe('export-damaged')
    // Even with all sums put right: the chain tells.
    expect(await codeOf(forged(content))).toBe('export-damaged')
    expect(await codeOf(content.slice(0, Math.floor(content.length / 8) * 4))).toBe('export-damaged')
    const weak = { ...ACCOUNT, password: 'truongtruong' }
    expect(
      await refusalOf(
        client.backups.importAll({ content, userName: 'A', account: { ...weak, login: 'truongtruong' } }),
      ),
    ).toMatchObject({ fields: [{ field: 'account.password' }] })
    expect((await client.office.status()).office).toBeNull()
    expect((await client.backups.importAll({ content, userName: 'A', account: null })).dossiers).toBe(2)
  }, 60_000)
})

/** A due date changed, and every sum of the zip made to fit. */
function forged(content: string): string {
  const open = unzip(content)
  const name = 'json/dossier_event.json'
  const text = (open.read(name)?.toString() ?? '').replace(
    /dueOn\\":\\"2026-\d\d-\d\d/,
    'dueOn\\":\\"2027-01-04',
  )
  const sum = createHash('sha256').update(text).digest('hex')
  return rezip(content, (entry, was) => {
    if (entry === name) return text
    if (entry !== 'manifest.json') return was
    const manifest = JSON.parse(was) as { files: Record<string, string> }
    manifest.files[name] = sum
    return JSON.stringify(manifest)
  })
}

describe('the register of 15,970 dossiers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'so-mot-cua-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('goes out and comes in with the same figures and the same tail', async () => {
    const from = await openTestCore({ now: '2020-06-30T02:00:00.000Z', dataDir: join(folder, 'from') })
    const content = readFileSync(join(RESOURCES, 'sample', 'register-2020h1.xlsx')).toString('base64')
    const { importId, sheets, sheet } = await from.client.imports.open({ fileName: 'a.xlsx', content })
    const found = sheets.find(({ name }) => name === sheet)
    if (!found) throw new Error('no sheet')
    await from.client.imports.check({ importId, sheet, headerRow: found.headerRow, mapping: found.mapping })
    await from.client.imports.commit({ importId })
    const half = { from: civilDate('2020-01-01'), to: civilDate('2020-06-30'), by: 'procedure' as const }
    const figures = await from.client.figures.summary(half)
    const links = rowsIn(from.dataDir, 'SELECT n FROM chain').length
    const tail = tailIn(from.dataDir)
    const zip = await from.client.backups.exportAll()
    const to = await openTestCore({
      now: '2020-06-30T03:00:00.000Z',
      setUp: false,
      dataDir: join(folder, 'to'),
    })
    const status = await to.client.backups.importAll({ content: zip.content, userName: 'A', account: null })
    expect(status.dossiers).toBe(15_970)
    expect(await to.client.figures.summary(half)).toEqual(figures)
    expect(tailIn(to.dataDir, links)).toBe(tail)
  }, 180_000)
})
