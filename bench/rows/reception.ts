/**
 * Writing: a dossier received at the counter, a step recorded. Answered when it is on disk.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'
import { EMPTY_PARTICULARS } from '../../src-main/domain/dossier.ts'
import { foldText, sortKey } from '../../src-main/domain/names.ts'
import { type BenchContext, type BenchRow, benchRow, USER } from '../row.ts'

const receivedSchema = z.object({ id: z.number() })
const pageSchema = z.object({ version: z.number() })

const PARTICULARS = {
  ...EMPTY_PARTICULARS,
  applicantName: 'Nguyễn Thị Hồng Đức',
  idNumber: '056199001234',
  phone: '0905123456',
  address: '12 Lê Hồng Phong',
  commune: 'Phước Hải',
  mapSheet: '12',
  plot: '345',
  certificateNumber: 'CB 123456',
  content: 'Chuyển nhượng quyền sử dụng đất',
  documents: [{ name: 'Đơn đăng ký biến động', originals: 1, certifiedCopies: 0, photocopies: 0 }],
}

interface Counter {
  procedureId: number
  /** The key the next dossier gets, on either side. */
  nextId: number
  write: (id: number, code: string) => void
}

function prepareCounter({ raw, today }: BenchContext): Counter {
  const find = `SELECT id FROM procedure_version WHERE key = 'transfer' AND valid_from <= ?
    AND coalesce(valid_to, '9999') >= ?`
  const procedureId = Number(raw.prepare(find).pluck().get(today, today))
  const event = raw.prepare(`INSERT INTO dossier_event
    (dossier_id, seq, kind, happened_on, happened_at, entered_at, author_id, import_id, fact)
    VALUES (?, 1, 'accepted', ?, ?, ?, ?, NULL, ?)`)
  const row =
    raw.prepare(`INSERT INTO dossier (id, code, procedure_id, applicant_name, applicant_key, id_number, phone,
    address, commune, commune_key, map_sheet, plot, certificate_number, channel, online_level, accepted_on, accepted_at, due_on,
    due_source, state, holder_id, ended_on, outcome, returned_on, version, search_text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'direct', NULL, ?, ?, ?, 'computed', 'accepted', NULL, NULL, NULL, NULL, 1, ?)`)
  const search = raw.prepare('INSERT INTO dossier_search (rowid, words) VALUES (?, ?)')
  const p = PARTICULARS
  const moment = `${today}T09:30:00.000Z`
  const fact = JSON.stringify({
    code: 'x'.repeat(25),
    procedureId,
    dueOn: today,
    dueSource: 'computed',
    particulars: p,
  })
  const key = sortKey(p.applicantName)
  const communeKey = sortKey(p.commune)
  const found = foldText([p.applicantName, p.idNumber, p.phone, p.certificateNumber].join(' '))
  const number = (id: number): string => String(id).padStart(8, '0')
  return {
    procedureId,
    nextId: 1 + Number(raw.prepare('SELECT max(dossier_id) FROM dossier_event').pluck().get()),
    write: (id, code) => {
      const text = ` ${code} ${number(id)} ${found}`
      const about = [
        p.idNumber,
        p.phone,
        p.address,
        p.commune,
        communeKey,
        p.mapSheet,
        p.plot,
        p.certificateNumber,
      ]
      event.run(id, today, moment, moment, USER, fact)
      row.run(
        id,
        `${code}-${number(id)}`,
        procedureId,
        p.applicantName,
        key,
        ...about,
        today,
        moment,
        today,
        text,
      )
      search.run(id, text)
    },
  }
}

const receive = benchRow<Counter>({
  name: 'reception',
  describe: 'reception.receive: checked, coded, due date computed, on disk',
  describeRaw:
    'BEGIN IMMEDIATE; one INSERT each of event, row and search words with ready values; COMMIT (FULL)',
  sizes: ['register', 'generated'],
  prepare: prepareCounter,
  ours: async ({ call }, state) => {
    const input = {
      procedureId: state.procedureId,
      acceptedAt: null,
      particulars: PARTICULARS,
      holderId: null,
      remote: false,
    }
    state.nextId = receivedSchema.parse(await call('reception', 'receive', input)).id + 1
  },
  raw: ({ raw }, state) => durable(raw, () => state.write(state.nextId++, 'raw')),
})

/** A dossier of each side in every round, received beforehand. */
interface Desk {
  counter: Counter
  mine: number
  theirs: number
  step: (id: number) => void
}

const takeUp = benchRow<Desk>({
  name: 'step',
  describe: 'dossiers.recordStep: taken into process, history folded, on disk, page answered',
  describeRaw: 'BEGIN IMMEDIATE; INSERT the event; UPDATE the row; COMMIT (FULL)',
  sizes: ['register', 'generated'],
  prepare: (context) => {
    const { raw, today } = context
    const moment = `${today}T09:30:00.000Z`
    const event = raw.prepare(`INSERT INTO dossier_event
      (dossier_id, seq, kind, happened_on, happened_at, entered_at, author_id, import_id, fact)
      VALUES (?, 2, 'taken', ?, ?, ?, ?, NULL, ?)`)
    const row = raw.prepare(
      `UPDATE dossier SET state = 'in-process', holder_id = ?, version = 2 WHERE id = ?`,
    )
    const fact = JSON.stringify({ holderId: USER, note: '' })
    const step = (id: number): void => {
      event.run(id, today, moment, moment, USER, fact)
      row.run(USER, id)
    }
    return { counter: prepareCounter(context), mine: 0, theirs: 0, step }
  },
  before: async ({ call, raw }, desk) => {
    const { counter } = desk
    const input = {
      procedureId: counter.procedureId,
      acceptedAt: null,
      particulars: PARTICULARS,
      holderId: null,
      remote: false,
    }
    desk.mine = receivedSchema.parse(await call('reception', 'receive', input)).id
    desk.theirs = desk.mine + 1
    durable(raw, () => counter.write(desk.theirs, 'raw-step'))
  },
  ours: async ({ call, today }, { mine }) => {
    const step = { step: 'taken', happenedOn: today, happenedAt: null, holderId: USER, note: '' }
    return pageSchema.parse(await call('dossiers', 'recordStep', { id: mine, version: 1, ...step })).version
  },
  raw: ({ raw }, { theirs, step }) => durable(raw, () => step(theirs)),
})

function durable(database: BetterSqlite3.Database, work: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  work()
  database.exec('COMMIT')
}

const preview = benchRow({
  name: 'due date preview',
  describe: 'reception.preview: due date and every day counted to it',
  describeRaw: 'the procedure by its key (rules are kept in memory; nothing else needs the database)',
  sizes: ['register', 'generated'],
  prepare: (context) => ({
    procedureId: prepareCounter(context).procedureId,
    find: context.raw.prepare('SELECT * FROM procedure_version WHERE id = ?'),
  }),
  ours: ({ call }, { procedureId }) =>
    call('reception', 'preview', { procedureId, acceptedAt: null, remote: false }),
  raw: (_context, { procedureId, find }) => find.get(procedureId),
})

const alike = benchRow({
  name: 'duplicate warning',
  describe: 'reception.findAlike: pending dossiers of the same person or parcel',
  describeRaw: 'both look-ups by their indexes',
  sizes: ['register', 'generated'],
  prepare: ({ raw }) => ({
    person: raw.prepare(
      "SELECT id FROM dossier WHERE id_number = ? AND id_number <> '' AND ended_on IS NULL LIMIT 10",
    ),
    parcel: raw.prepare(
      'SELECT id FROM dossier WHERE map_sheet = ? AND plot = ? AND commune = ? AND ended_on IS NULL LIMIT 10',
    ),
  }),
  ours: ({ call }) =>
    call('reception', 'findAlike', {
      idNumber: '056199009999',
      commune: 'Phước Hải',
      mapSheet: '7',
      plot: '301',
    }),
  raw: (_context, { person, parcel }) => [person.all('056199009999'), parcel.all('7', '301', 'Phước Hải')],
})

const communes = benchRow({
  name: 'communes',
  describe: 'reception.communes: the most used of the last 5,000 dossiers, for typing ahead',
  describeRaw: 'the same aggregate, bare',
  sizes: ['register', 'generated'],
  prepare: ({ raw }) => ({
    list: raw.prepare(`SELECT commune, count(*) FROM (SELECT commune FROM dossier ORDER BY id DESC LIMIT 5000)
      WHERE commune <> '' GROUP BY commune ORDER BY 2 DESC`),
  }),
  ours: ({ call }) => call('reception', 'communes'),
  raw: (_context, { list }) => list.all(),
})

const applicants = benchRow({
  name: 'applicant by number',
  describe:
    'reception.findApplicants: people by the first six digits of a number, newest first, histories folded',
  describeRaw: 'the bare FTS5 MATCH: keys of the newest 8',
  sizes: ['register', 'generated'],
  prepare: ({ raw }) => ({
    find: raw.prepare(
      'SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT 8',
    ),
  }),
  ours: ({ call }) => call('reception', 'findApplicants', { typed: '056199' }),
  raw: (_context, { find }) => find.all('"056199"*'),
})

export const rows: readonly BenchRow[] = [receive, takeUp, preview, alike, applicants, communes]
