/**
 * The databases the bench runs on: made once, kept in `.data/bench`, and copied for every run, because a run
 * writes into them.
 */
import { createHash } from 'node:crypto'
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import type { CivilDate } from '../src-main/domain/civil-date.ts'
import { openDatabase } from '../src-main/store/database.ts'
import { MIGRATIONS } from '../src-main/store/migrations/index.ts'
import { GENERATED_TODAY, generateRegister } from './generate/register.ts'
import { REGISTER_FILE, REGISTER_TODAY, importRegister } from './import-register.ts'
import { RESOURCES, callOf, openOfficeIn } from './office.ts'
import type { BenchContext, Size } from './row.ts'

const ROOT = join(import.meta.dirname, '..')
const KEPT = join(ROOT, '.data', 'bench')

/** A database to run on. */
interface Source {
  /** The file it is kept in. */
  file: string
  today: CivilDate
  make: (file: string) => Promise<void>
}

/** Opens a copy of a database as an office. `close` throws it away, unless it is to be kept. */
export async function openBench(
  size: Size,
  generated: number,
  keep: boolean,
): Promise<{ context: BenchContext; close: () => Promise<void> }> {
  const source = sourceOf(size, generated)
  await ensure(source)
  const folder = join(KEPT, `run-${process.pid}-${size}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'register.db')
  copyFileSync(source.file, file, constants.COPYFILE_FICLONE)
  const core = await openOfficeIn(folder, source.today)
  const raw = openDatabase(file)
  const session = core.openSession()
  const context: BenchContext = {
    ...{ size, core, session, file, raw, today: source.today },
    dossiers: Number(raw.prepare('SELECT count(*) FROM dossier').pluck().get()),
    call: (feature, operation, input) => callOf(core, session, feature, operation, input),
  }
  const close = async (): Promise<void> => {
    raw.close()
    await core.close()
    if (keep) console.log(`kept: ${folder}`)
    else rmSync(folder, { recursive: true, force: true })
  }
  return { context, close }
}

function sourceOf(size: Size, generated: number): Source {
  const of = (name: string, sources: readonly string[], today: CivilDate, make: Source['make']): Source => ({
    file: join(KEPT, `${name}-${fingerprint(sources)}.db`),
    today,
    make,
  })
  const generator = sourcesIn(join(import.meta.dirname, 'generate'))
  const importer = sourcesIn(join(ROOT, 'src-main', 'office', 'imports'))
  switch (size) {
    case 'generated':
      return of(`generated-${generated}`, generator, GENERATED_TODAY, (file) =>
        Promise.resolve(generate(file, generated)),
      )
    case 'empty':
      return of('empty', generator, REGISTER_TODAY, (file) => Promise.resolve(generate(file, 0)))
    case 'register':
      return of('register', [REGISTER_FILE, ...importer], REGISTER_TODAY, importRegister)
  }
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
}

/** What a kept database was made with: the schema, the bundled data and its own sources. */
function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const { sql } of MIGRATIONS) hash.update(sql)
  const bundled = ['calendar-vn.csv', 'procedures.csv'].map((name) => join(RESOURCES, name))
  for (const file of [...bundled, join(ROOT, 'src-main', 'store', 'events.ts'), ...files])
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

/** The kept database of a size, made when missing. */
export async function keptDatabase(size: Size, generated: number): Promise<string> {
  const source = sourceOf(size, generated)
  await ensure(source)
  return source.file
}

async function ensure({ file, make }: Source): Promise<void> {
  if (existsSync(file)) return
  mkdirSync(KEPT, { recursive: true })
  const unfinished = `${file}.making`
  for (const end of ['', '-wal', '-shm']) rmSync(unfinished + end, { force: true })
  await make(unfinished)
  // At rest it is one file; the copy becomes WAL again when it is opened.
  const database = openDatabase(unfinished)
  database.pragma('journal_mode = DELETE')
  database.close()
  renameSync(unfinished, file)
}

function generate(file: string, dossiers: number): void {
  const started = performance.now()
  generateRegister(file, dossiers, RESOURCES, (done) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    process.stderr.write(
      `\rgenerating: ${done.toLocaleString('en')} of ${dossiers.toLocaleString('en')}, ${seconds} s`,
    )
  })
  if (dossiers > 0) process.stderr.write('\n')
}
