/**
 * The bundled calendar, read for tests of the domain.
 */
import { readFileSync } from 'node:fs'
import { type CalendarDay, WorkingCalendar } from '../calendar.ts'
import { civilDate } from '../civil-date.ts'

/** Rows of a simple CSV without quotes, as objects. */
export function readSimpleCsv(url: URL): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(url, 'utf8').trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

/** The bundled rows 2019–2027. */
export function bundledDays(): CalendarDay[] {
  return readSimpleCsv(new URL('../../../resources/calendar-vn.csv', import.meta.url)).map((row) => ({
    date: civilDate(row['date'] ?? ''),
    kind: row['kind'] === 'work' ? 'work' : 'off',
    name: row['name'] ?? '',
    basis: row['basis'] ?? '',
    status: row['status'] === 'unannounced' ? 'unannounced' : 'confirmed',
  }))
}

/** The bundled calendar, compiled. */
export const bundledCalendar = (): WorkingCalendar => new WorkingCalendar(bundledDays())
