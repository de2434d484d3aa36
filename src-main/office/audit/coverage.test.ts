import { type AnyContractRouter, isContractProcedure } from '@orpc/contract'
import BetterSqlite3 from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ClosingRow } from '../../contract/closing.ts'
import { fileSchema } from '../../contract/common.ts'
import type { DossierFilter } from '../../contract/dossier-list.ts'
import { type Input, contract } from '../../contract/index.ts'
import type { VersionInput } from '../../contract/procedures.ts'
import { civilDate } from '../../domain/civil-date.ts'
import { changeOf, day, make } from '../calendar/testing.ts'
import { LATE_LIST } from '../desk/testing.ts'
import { goodRow, registerFile } from '../imports/testing.ts'
import { type TestCore, TEST_OFFICE, clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

const PASSWORD = 'mật-khẩu-thử-9'
const OTHER = 'mật-khẩu-khác-8'

/** Looks and counts: nothing is changed, nothing leaves. */
const READS = [
  'office.status office.openSample office.closeSample office.staff office.procedures office.preference people.list',
  'reception.preview reception.findApplicants reception.findAlike reception.communes',
  'dossiers.list dossiers.counts dossiers.openWork dossiers.findByCode dossiers.previewPause dossiers.agencies results.list',
  'arrivals.list arrivals.counts arrivals.findByReference arrivals.readFile',
  'desk.overview desk.outlook desk.list desk.whose desk.dossier desk.causes desk.proposeDates',
  'steps.counts steps.path handovers.list handovers.waiting handovers.get',
  'imports.open imports.sheet imports.check imports.problems imports.cancel',
  'closing.list closing.preview closing.verify closing.differences closing.since closing.conflicts',
  'closing.knowledge closing.tables',
  'figures.summary figures.table figures.times figures.series figures.ages figures.load figures.checks figures.cancelExport',
  'calendar.year calendar.propose calendar.readFile calendar.whatIf calendar.moved calendar.cancelApply',
  'calendar.changes calendar.reminders procedures.list procedures.readFile procedures.changes',
  'alerts.list alerts.settings',
  'stops.list stops.match stops.ofDossiers stops.readFile',
  'audit.list audit.cancelVerify audit.retention backups.state backups.overview backups.preview',
].flatMap((line) => line.split(' '))

/** Screens as one likes them. */
const PREFERENCES = ['office.setPreference', 'alerts.seen', 'alerts.claim', 'alerts.setSettings']

/** What happens to a dossier: its history tells of it, link by link. */
const IN_THE_HISTORY = [
  'reception.receive dossiers.recordStep dossiers.pause dossiers.resume dossiers.correct',
  'dossiers.note dossiers.taxNotice results.returnAll',
  'arrivals.record arrivals.recordAll arrivals.change arrivals.askCompletion arrivals.completed',
  'arrivals.decline arrivals.retract arrivals.accept',
  'desk.setCause desk.remind desk.note desk.draftApology desk.decideApologies',
  'steps.assign steps.take steps.passOn steps.sendBack handovers.give handovers.confirm',
].flatMap((line) => line.split(' '))

/** Shown by the tests of their own folder, with files and folders around them. */
const ELSEWHERE = [
  'backups.make backups.setSecondFolder backups.setPassword backups.restore backups.exportAll backups.importAll',
  'rescue.state rescue.retry rescue.restore rescue.mend rescue.openAsIs rescue.begin people.claim people.unlock',
].flatMap((line) => line.split(' '))

interface Desk extends TestCore {
  dossierId: number
  procedure: number
  personId: number
}

const FILTER: DossierFilter = {
  ...{ queue: 'all', search: 'Nguyễn Văn A', procedureId: null, state: null, holderId: null, channel: null },
  ...{ commune: null, acceptedFrom: null, acceptedTo: null, dueFrom: null, dueTo: null, apology: null },
}
const SORT = { field: 'code', descending: false } as const

const EVERYTHING = { source: 'all', kind: null, personId: null, from: null, to: null, code: '' } as const

/** Everything else: with each, the audit grows. */
const NOTED: Record<string, (desk: Desk) => Promise<unknown>> = {
  'office.change': ({ client }) => client.office.change({ ...TEST_OFFICE, place: 'Cam Ranh' }),
  'people.signIn': ({ core }) =>
    clientOf(core, core.openSession()).people.signIn({ login: 'truong', password: PASSWORD }),
  'people.signOut': async ({ core }) => {
    const other = clientOf(core, core.openSession())
    await other.people.signIn({ login: 'truong', password: PASSWORD })
    return other.people.signOut()
  },
  'people.lock': async ({ core }) => {
    const other = clientOf(core, core.openSession())
    await other.people.signIn({ login: 'truong', password: PASSWORD })
    return other.people.lock()
  },
  'people.add': ({ client }) => client.people.add({ name: 'Bình', login: 'binh', roles: ['counter'] }),
  'people.change': ({ client, personId }) =>
    client.people.change({ id: personId, login: 'lan2', roles: ['head'] }),
  'people.setActive': ({ client, personId }) => client.people.setActive({ id: personId, active: false }),
  'people.resetPassword': ({ client, personId }) => client.people.resetPassword({ id: personId }),
  'people.setAccess': ({ client }) => client.people.setAccess({ kind: 'sign-in', lockAfterMinutes: 5 }),
  'people.changePassword': ({ client }) => client.people.changePassword({ current: PASSWORD, next: OTHER }),
  'dossiers.get': ({ client, dossierId }) => client.dossiers.get({ id: dossierId }),
  'dossiers.export': ({ client }) => client.dossiers.export({ filter: FILTER, sort: SORT, language: 'vi' }),
  'dossiers.print': ({ client }) => client.dossiers.print({ filter: FILTER, sort: SORT }),
  'dossiers.printReceipt': ({ client, dossierId }) => client.dossiers.printReceipt({ id: dossierId }),
  'forms.print': ({ client, dossierId }) => client.forms.print({ id: dossierId, form: 'control', of: null }),
  'forms.reminders': async ({ client, dossierId }) => {
    await client.dossiers.recordStep({
      ...{ id: dossierId, version: 1, step: 'result-ready', happenedOn: civilDate('2026-11-23') },
      ...{ happenedAt: null, holderId: null, note: '' },
    })
    return client.forms.reminders({ ids: [dossierId] })
  },
  'forms.book': ({ client }) =>
    client.forms.book({ field: null, from: civilDate('2026-11-01'), to: civilDate('2026-11-30') }),
  'results.export': ({ client }) => client.results.export({ minAge: 0, search: '', language: 'vi' }),
  'arrivals.get': async ({ client, procedure }) => {
    const { row } = await client.arrivals.record({ ...filed(procedure), answer: null })
    return client.arrivals.get({ id: row.id })
  },
  'arrivals.print': async ({ client, procedure }) => {
    const answer = { kind: 'declined', reason: 'Sai nơi' } as const
    const { row } = await client.arrivals.record({ ...filed(procedure), answer })
    return client.arrivals.print({ id: row.id, form: 'refusal', of: 2 })
  },
  'desk.setCauses': async ({ client }) => client.desk.setCauses({ causes: await client.desk.causes() }),
  'desk.printList': ({ client }) =>
    client.desk.printList({ filter: LATE_LIST, sort: SORT, format: 'pdf', language: 'vi' }),
  'handovers.print': async ({ client, dossierId, personId }) => {
    const { row } = await client.handovers.give({
      ...{ dossiers: [{ id: dossierId, version: 1 }], fromId: null, toId: personId, to: { kind: 'next' } },
      ...{ happenedOn: null, happenedAt: null, note: '' },
    })
    return client.handovers.print({ batch: row.batch })
  },
  'imports.commit': async ({ client }) => {
    const importId = await checked(client)
    return client.imports.commit({ importId })
  },
  'imports.failedRows': async ({ client }) => {
    const importId = await checked(client)
    return client.imports.failedRows({ importId, language: 'vi' })
  },
  'stops.add': ({ client }) => client.stops.add(blocking('1/QĐ')),
  'stops.lift': async ({ client }) => {
    const { id } = await client.stops.add(blocking('2/QĐ'))
    return client.stops.lift({ id, on: '2026-11-23', document: '3/QĐ' })
  },
  'stops.addAll': ({ client }) => client.stops.addAll({ orders: [{ ...blocking('4/QĐ'), lifted: null }] }),
  'stops.export': ({ client }) =>
    client.stops.export({
      ...{ filter: { state: 'all', search: '' }, sort: { field: 'document', descending: false } },
      format: 'csv',
    }),
  'figures.exportSummary': ({ client }) =>
    client.figures.exportSummary({ from: '2026-01-01', to: '2026-10-31', by: 'field' }),
  'figures.exportChecks': ({ client }) =>
    client.figures.exportChecks({ from: '2026-01-01', to: '2026-10-31', kind: null, language: 'vi' }),
  'closing.exportDifferences': async ({ client }) => {
    const { number } = await closed(client, '2026-05')
    return client.closing.exportDifferences({ number, language: 'vi' })
  },
  'closing.exportSince': ({ client }) =>
    client.closing.exportSince({
      ...{ from: '2026-04-01', to: '2026-04-30', method: 'original' },
      ...{ moment: '2026-11-23T02:00:00.000Z', language: 'vi' },
    }),
  'closing.close': ({ client }) => closed(client, '2026-06'),
  'closing.reopen': async ({ client }) => {
    const { number } = await closed(client, '2026-07')
    return client.closing.reopen({ number, reason: 'Thử' })
  },
  'closing.file': async ({ client }) => {
    const { number } = await closed(client, '2026-08')
    return client.closing.file({ number })
  },
  'calendar.exportYears': ({ client }) =>
    client.calendar.exportYears({ from: 2026, to: 2026, format: 'csv' }),
  'calendar.exportMoved': ({ client }) =>
    client.calendar.exportMoved({
      list: { of: 'draft', change: changeOf(day('2026-11-25', 'off')) },
      language: 'vi',
    }),
  'calendar.apply': ({ client }) => make(client, changeOf(day('2026-11-26', 'off'))),
  'procedures.add': ({ client }) => client.procedures.add({ version: version('thu-1'), reason: 'Thử' }),
  'procedures.addAll': ({ client }) =>
    client.procedures.addAll({ versions: [version('thu-2')], reason: 'Thử' }),
  'procedures.setStatus': ({ client, procedure }) =>
    client.procedures.setStatus({ id: procedure, status: 'to-verify', reason: 'Thử' }),
  'procedures.export': ({ client }) => client.procedures.export({ format: 'csv' }),
  'audit.export': ({ client }) =>
    client.audit.export({
      filter: EVERYTHING,
      ...{ format: 'csv', language: 'vi' },
    }),
  'audit.verify': ({ client }) => client.audit.verify(),
  'audit.rebuildRows': ({ client }) => client.audit.rebuildRows(),
  'audit.setRetention': ({ client }) =>
    client.audit.setRetention({ logMonths: 6, replacedMonths: 12, lookMonths: 12 }),
  'audit.notePrint': ({ client, dossierId }) =>
    client.audit.notePrint({ paper: 'explanation', rows: 1, dossierId }),
}

async function closed(client: TestCore['client'], month: string): Promise<ClosingRow> {
  const period = { from: civilDate(`${month}-01`), to: civilDate(`${month}-28`) }
  const { digest } = await client.closing.preview(period)
  return client.closing.close({ ...period, digest })
}

function filed(procedure: number): Input<'arrivals', 'record'> {
  const { procedureId, particulars, remote } = receptionOf(procedure)
  return { procedureId, particulars, remote, reference: '', arrivedAt: null, answer: null }
}
const blocking = (document: string) => ({
  ...{ commune: 'Vĩnh Hải', mapSheet: '12', plot: '34', document, agency: 'THADS' },
  ...{ issuedOn: '2026-11-20', reason: '' },
})

function version(key: string): VersionInput {
  return {
    ...{ key, nationalCode: '', nameVi: key, nameEn: '', field: 'Đất đai', term: 5, unit: 'working-day' },
    ...{
      remoteExtra: 0,
      phases: null,
      hasFeeLeg: false,
      supplementRule: 'restart',
      documents: [],
      steps: [],
    },
    ...{ validFrom: civilDate('2026-01-01'), validTo: null, basis: 'x', status: 'sourced' },
  }
}

async function checked(client: TestCore['client']): Promise<string> {
  const content = Buffer.from(await registerFile([goodRow(), goodRow({ 'Chủ hồ sơ': null })])).toString(
    'base64',
  )
  const { importId, sheet, sheets } = await client.imports.open({ fileName: 'so.xlsx', content })
  const found = sheets.find(({ name }) => name === sheet)
  if (!found) throw new Error('no sheet')
  await client.imports.check({ importId, sheet, headerRow: found.headerRow, mapping: found.mapping })
  return importId
}

const OPERATIONS = Object.entries(contract).flatMap(([feature, operations]) =>
  Object.entries<AnyContractRouter>(operations).map(([name, operation]) => {
    if (!isContractProcedure(operation)) throw new Error(`${feature}.${name} is no operation`)
    return { path: `${feature}.${name}`, givesFile: operation['~orpc'].outputSchema === fileSchema }
  }),
)

it('every operation is known to look only, to be in the history, or to be in the audit', () => {
  const known = [
    ...READS,
    ...PREFERENCES,
    ...IN_THE_HISTORY,
    ...ELSEWHERE,
    ...Object.keys(NOTED),
    'office.setUp',
  ]
  expect(OPERATIONS.map(({ path }) => path).sort()).toEqual([...known].sort())
})

it('every operation that hands out a file is in the audit', () => {
  const files = OPERATIONS.filter(({ givesFile }) => givesFile).map(({ path }) => path)
  expect(files.length).toBeGreaterThan(7)
  for (const path of files) expect([...Object.keys(NOTED), ...ELSEWHERE]).toContain(path)
})

it('with every change and every file the audit grows, and the register stays intact', async () => {
  const test = await openTestCore({
    account: { login: 'truong', password: PASSWORD, roles: ['head', 'counter'] },
  })
  const { client, dataDir } = test
  const procedure = await procedureId(client, 'transfer')
  const receive = async (): Promise<number> => (await client.reception.receive(receptionOf(procedure))).id
  const { person } = await client.people.add({ name: 'Lan', login: 'lan', roles: ['counter'] })
  const raw = new BetterSqlite3(join(dataDir, 'register.db'), { readonly: true })
  const entries = (): unknown => raw.prepare('SELECT count(*) FROM audit_entry').pluck().get()
  for (const [path, run] of Object.entries(NOTED)) {
    const desk: Desk = { ...test, procedure, dossierId: await receive(), personId: person.id }
    const before = Number(entries())
    await run(desk)
    // Looks are written without anybody waiting for them: behind a further write they are there.
    await client.office.setPreference({ key: 'x', value: '1' })
    expect([path, Number(entries()) > before]).toEqual([path, true])
  }
  const details = raw.prepare('SELECT detail FROM audit_entry').pluck().all().join('\n')
  raw.close()
  expect(details).not.toContain('Nguyễn Văn A')
  expect(details).not.toMatch(/scrypt|mật-khẩu/)
  expect(await client.audit.verify()).toMatchObject({ found: 0, findings: [] })
  expect(test.bugs).toEqual([])
}, 60_000)

it('the first start is the second entry, after the making of the register', async () => {
  const { client } = await openTestCore()
  const { rows } = await client.audit.list({ filter: EVERYTHING, before: null, limit: 5 })
  expect(rows.map(({ n, kind }) => [n, kind])).toEqual([
    [2, 'office-set-up'],
    [1, 'register-made'],
  ])
})
