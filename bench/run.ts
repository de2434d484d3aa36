/**
 * `npm run bench`: every row as a ratio to the raw statements, on the same database in the same run.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBench } from './databases.ts'
import { machineLine } from './machine.ts'
import { measure } from './measure.ts'
import { type Line, table } from './report.ts'
import type { BenchContext, BenchRow, Size } from './row.ts'

const USAGE = `npm run bench -- [--dossiers 1000000] [--only text] [--size register|generated|empty] [--rounds N]
                 [--keep] [--json file] [--list]

--dossiers  how many the generated register has
--only      rows whose name contains the text
--size      rows on one database only
--rounds    pairs for every row; else as many as fit into a few seconds
--keep      leaves the copy the run wrote into
--json      writes all numbers to a file as well
--list      says what each row does on both sides, and measures nothing`

const SIZES: readonly Size[] = ['empty', 'register', 'generated']

const { values } = parseArgs({
  options: {
    dossiers: { type: 'string', default: '1000000' },
    only: { type: 'string', default: '' },
    size: { type: 'string', default: '' },
    rounds: { type: 'string' },
    keep: { type: 'boolean', default: false },
    json: { type: 'string' },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(USAGE)
else if (values.list) console.log((await chosenRows()).map(describe).join('\n'))
else await main()

async function main(): Promise<void> {
  const dossiers = wholeNumber(values.dossiers, 'dossiers')
  const rounds = values.rounds === undefined ? null : wholeNumber(values.rounds, 'rounds')
  const all = await chosenRows()
  console.log(machineLine())
  const lines: Line[] = []
  for (const size of SIZES) {
    const rows = all.filter(({ sizes }) => sizes.includes(size))
    if (rows.length === 0 || (values.size !== '' && values.size !== size)) continue
    lines.push(...(await measureAll(size, dossiers, rows, rounds)))
  }
  console.log(table(lines))
  if (values.json !== undefined) {
    writeFileSync(values.json, JSON.stringify({ machine: machineLine(), lines }, null, 2))
  }
  process.exitCode = lines.some(({ measured }) => measured === null) ? 1 : 0
}

async function chosenRows(): Promise<BenchRow[]> {
  const rows = (await readRows()).filter(({ name }) => name.includes(values.only))
  if (rows.length === 0) throw new RangeError(`no row's name contains "${values.only}"`)
  return rows
}

function describe({ name, describe: ours, describeRaw, sizes }: BenchRow): string {
  return `${name} (${sizes.join(', ')})\n  ours: ${ours}\n  raw:  ${describeRaw}`
}

/** Measures the rows on one database; a row that fails does not stop the others. */
async function measureAll(
  size: Size,
  dossiers: number,
  rows: readonly BenchRow[],
  rounds: number | null,
): Promise<Line[]> {
  let opened: Awaited<ReturnType<typeof openBench>>
  try {
    opened = await openBench(size, dossiers, values.keep)
  } catch (error) {
    return rows.map((row) => ({ row, size, dossiers: 0, measured: null, failed: reason(error) }))
  }
  const lines: Line[] = []
  for (const row of rows) {
    process.stderr.write(`${row.name} …\n`)
    lines.push(await measureOne(row, opened.context, rounds))
  }
  await opened.close()
  return lines
}

async function measureOne(row: BenchRow, context: BenchContext, rounds: number | null): Promise<Line> {
  const { name, describe, describeRaw } = row
  const about = { row: { name, describe, describeRaw }, size: context.size, dossiers: context.dossiers }
  try {
    const sides = await row.begin(context)
    try {
      return { ...about, measured: await measure(sides, row.maxRounds, rounds), failed: '' }
    } finally {
      await sides.end()
    }
  } catch (error) {
    return { ...about, measured: null, failed: reason(error) }
  }
}

/** Every row of every file in `rows/`. */
async function readRows(): Promise<BenchRow[]> {
  const folder = join(import.meta.dirname, 'rows')
  const rows: BenchRow[] = []
  for (const name of readdirSync(folder).sort()) {
    const module: unknown = await import(new URL(`rows/${name}`, import.meta.url).href)
    if (!hasRows(module)) throw new Error(`bench/rows/${name} exports no rows`)
    rows.push(...module.rows)
  }
  return rows
}

function hasRows(module: unknown): module is { rows: readonly BenchRow[] } {
  return typeof module === 'object' && module !== null && 'rows' in module && Array.isArray(module.rows)
}

function wholeNumber(text: string, name: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} ${text}\n${USAGE}`)
  return value
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
