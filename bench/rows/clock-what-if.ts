/**
 * What a change of the calendar would do to a hundred thousand open dossiers.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { WorkingCalendar } from '../../src-main/domain/calendar.ts'
import { type CivilDate, fromDayNumber, toDayNumber } from '../../src-main/domain/civil-date.ts'
import { dossierCode } from '../../src-main/domain/dossier-code.ts'
import { type ProcedureVersion, isValidOn } from '../../src-main/domain/procedure.ts'
import { clockOf } from '../../src-main/office/dossiers/clock-of.ts'
import { DEFAULT_CLOCK } from '../../src-main/domain/clock.ts'
import type { Core, Session } from '../../src-main/office/core.ts'
import { openDatabase, openReader } from '../../src-main/store/database.ts'
import { STATEMENTS } from '../../src-main/store/open-dossiers.ts'
import { listCalendar, listProcedures } from '../../src-main/store/reference.ts'
import { keptDatabase } from '../databases.ts'
import { AGENCY } from '../generate/register.ts'
import { callOf, openOfficeIn } from '../office.ts'
import { type BenchContext, type BenchRow, benchRow } from '../row.ts'

const OPEN = 100_000
const ACCEPTED_OVER_DAYS = 60
/** One in so many waited for another agency for three days. */
const ONE_PAUSED_IN = 10

/** Another change every round: the same one asked for again is not counted again. */
const changeOf = (round: number) => ({
  days: ['2020-06-25', '2020-07-02'].map((date) => ({
    date,
    row: { kind: 'off', name: `Nghỉ bão số ${round}`, basis: 'Công văn 12/UBND', status: 'confirmed' },
  })),
  clock: null,
})

interface State {
  folder: string
  core: Core
  session: Session
  raw: BetterSqlite3.Database
  clocks: BetterSqlite3.Statement
  pauses: BetterSqlite3.Statement
}

/** An office of its own with that many open dossiers; the other rows' databases stay as they are. */
async function prepare({ file, today }: BenchContext): Promise<State> {
  const folder = join(dirname(file), 'what-if')
  mkdirSync(folder, { recursive: true })
  const register = join(folder, 'register.db')
  copyFileSync(await keptDatabase('empty', 1), register)
  fill(register, today)
  const core = await openOfficeIn(folder, today)
  const raw = openDatabase(register)
  const [clocks, pauses] = [raw.prepare(STATEMENTS.openClocks), raw.prepare(STATEMENTS.openPauses)]
  return { folder, core, session: core.openSession(), raw, clocks, pauses }
}

/** Open dossiers with the due dates the clock gives them. Only the current rows: a what-if reads no history. */
function fill(file: string, today: CivilDate): void {
  const reader = openReader(file)
  const rules = { calendar: new WorkingCalendar(listCalendar(reader.db)), clock: DEFAULT_CLOCK }
  const versions = listProcedures(reader.db)
  reader.close()
  const database = openDatabase(file)
  const addDossier =
    database.prepare(`INSERT INTO dossier (id, code, procedure_id, applicant_name, applicant_key,
    id_number, phone, address, commune, commune_key, map_sheet, plot, certificate_number, channel, accepted_on, accepted_at, due_on,
    due_source, state, version, search_text)
    VALUES (@id, @code, @procedureId, 'Nguyễn Văn A', 'nguyen van a', '', '0912345678', 'Tổ 1, Vĩnh Hải', 'Vĩnh Hải', 'vinh hai',
    '', '', '', 'direct', @acceptedOn, @acceptedAt, @dueOn, 'computed', 'in-process', 1, '')`)
  const addPause = database.prepare(
    "INSERT INTO dossier_pause (dossier_id, nth, kind, start_on, end_on, document) VALUES (?, 0, 'agency', ?, ?, '')",
  )
  const last = toDayNumber(today)
  database.transaction(() => {
    for (let id = 1; id <= OPEN; id++) {
      const day = last - (id % ACCEPTED_OVER_DAYS)
      const acceptedOn = fromDayNumber(day)
      const version = versionFor(versions, acceptedOn, id)
      const acceptedAt = `${acceptedOn}T03:00:00.000Z`
      const pause = { startOn: fromDayNumber(day + 1), endOn: fromDayNumber(day + 4) }
      const pauses = id % ONE_PAUSED_IN === 0 ? [{ kind: 'agency' as const, ...pause, document: '' }] : []
      const state = clockOf(version, { acceptedOn, acceptedAt, remote: false, pauses }, rules)
      if (state.kind !== 'due') throw new Error('a clock that stands still')
      const code = dossierCode(AGENCY, acceptedOn, 1 + Math.floor(id / ACCEPTED_OVER_DAYS))
      addDossier.run({ id, code, procedureId: version.id, acceptedOn, acceptedAt, dueOn: state.date })
      for (const { startOn, endOn } of pauses) addPause.run(id, startOn, endOn)
    }
  })()
  database.close()
}

function versionFor(versions: readonly ProcedureVersion[], on: CivilDate, id: number): ProcedureVersion {
  const valid = versions.filter((version) => isValidOn(version, on))
  const version = valid[id % valid.length]
  if (!version) throw new Error(`no procedure on ${on}`)
  return version
}

export const rows: readonly BenchRow[] = [
  benchRow({
    name: 'clock what-if, 100,000 open',
    describe: 'calendar.whatIf in the worker: every open dossier counted under the old rules and the new',
    describeRaw: 'the same dossiers and pauses read as rows, on this thread; nothing counted',
    sizes: ['empty'],
    prepare,
    ours: (_context, { core, session }, round) =>
      callOf(core, session, 'calendar', 'whatIf', changeOf(round)),
    raw: (_context, { clocks, pauses }) => [clocks.all(), pauses.all()],
    end: async (_context, { raw, core, folder }) => {
      raw.close()
      await core.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }),
]
