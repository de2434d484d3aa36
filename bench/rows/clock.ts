/**
 * The clock beside other ways to count: a plain walk over the days, and date-fns with a set of holidays. Each side answers
 * a thousand questions a round, so the milliseconds of the table are microseconds a question.
 */
import { addBusinessDays, differenceInBusinessDays, formatISO, isWeekend, parseISO } from 'date-fns'
import { type CalendarDay, WorkingCalendar } from '../../src-main/domain/calendar.ts'
import {
  type CivilDate,
  civilDate,
  fromDayNumber,
  toDayNumber,
  weekday,
} from '../../src-main/domain/civil-date.ts'
import { dueDate, workingDaysBetween } from '../../src-main/domain/clock.ts'
import { openDatabase } from '../../src-main/store/database.ts'
import { type BenchRow, benchRow } from '../row.ts'
import { Chance } from '../random.ts'

const QUESTIONS = 1_000

interface Question {
  from: CivilDate
  to: CivilDate
  term: number
}

interface Asked {
  calendar: WorkingCalendar
  /** By the day's number: the walk makes no texts on its way. */
  kinds: ReadonlyMap<number, CalendarDay['kind']>
  /** Days off as date-fns would be given them; it has no word for a make-up day. */
  holidays: ReadonlySet<string>
  questions: Question[]
}

function ask(file: string): Asked {
  const database = openDatabase(file)
  const rows = database.prepare<[], CalendarDay>('SELECT * FROM calendar_day').all()
  database.close()
  const chance = new Chance(147)
  const first = toDayNumber(civilDate('2019-01-01'))
  const questions = Array.from({ length: QUESTIONS }, () => {
    const from = first + Math.floor(chance.next() * 3_000)
    const term = 1 + Math.floor(chance.next() * 30)
    return { from: fromDayNumber(from), to: fromDayNumber(from + Math.floor(term * 1.6)), term }
  })
  return {
    calendar: new WorkingCalendar(rows),
    kinds: new Map(rows.map(({ date, kind }) => [toDayNumber(date), kind])),
    holidays: new Set(rows.filter(({ kind }) => kind === 'off').map(({ date }) => date)),
    questions,
  }
}

function ourDue({ questions, calendar }: Asked): CivilDate[] {
  return questions.map(
    ({ from, term }) => dueDate({ term, unit: 'working-day' }, { date: from }, calendar).date,
  )
}

function ourDays({ questions, calendar }: Asked): number[] {
  return questions.map(({ from, to }) => workingDaysBetween(from, to, calendar))
}

function walkWorks(day: number, kinds: Asked['kinds']): boolean {
  const kind = kinds.get(day)
  return kind === undefined ? weekday(day) % 6 !== 0 : kind === 'work'
}

function walkedDue({ questions, kinds }: Asked): CivilDate[] {
  return questions.map(({ from, term }) => {
    let day = toDayNumber(from)
    for (let left = term; left > 0;) if (walkWorks(++day, kinds)) left--
    return fromDayNumber(day)
  })
}

function walkedDays({ questions, kinds }: Asked): number[] {
  return questions.map(({ from, to }) => {
    let count = 0
    const end = toDayNumber(to)
    for (let day = toDayNumber(from) + 1; day <= end; day++) if (walkWorks(day, kinds)) count++
    return count
  })
}

const iso = (date: Date): string => formatISO(date, { representation: 'date' })

/** Adds the business days, then as many again as there were holidays among them, until none are left over. */
function dateFnsDue({ questions, holidays }: Asked): string[] {
  return questions.map(({ from, term }) => {
    let date = parseISO(from)
    for (let left = term; left > 0;) {
      date = addBusinessDays(date, 1)
      if (!holidays.has(iso(date))) left--
    }
    return iso(date)
  })
}

function dateFnsDays({ questions, holidays }: Asked): number[] {
  return questions.map(({ from, to }) => {
    const [start, end] = [parseISO(from), parseISO(to)]
    let count = differenceInBusinessDays(end, start)
    for (const holiday of holidays) {
      if (holiday > from && holiday <= to && !isWeekend(parseISO(holiday))) count--
    }
    return count
  })
}

/** @throws Error where the walk does not come to our answers: a bench compares what is equal. */
function agreed(asked: Asked): Asked {
  if (ourDue(asked).join() !== walkedDue(asked).join()) throw new Error('the walk comes to other due dates')
  if (ourDays(asked).join() !== walkedDays(asked).join()) throw new Error('the walk counts other days')
  return asked
}

function row(
  name: string,
  ours: (asked: Asked) => unknown,
  raw: (asked: Asked) => unknown,
  other: string,
): BenchRow {
  return benchRow({
    name: `clock ${name}`,
    describe: `${QUESTIONS} questions of the clock: ms are µs a question`,
    describeRaw: `the same ${QUESTIONS} by ${other}`,
    sizes: ['empty'],
    prepare: ({ file }) => agreed(ask(file)),
    ours: (_context, asked) => ours(asked),
    raw: (_context, asked) => raw(asked),
  })
}

const WALK = 'a plain walk over the days'
const DATE_FNS = 'date-fns and a set of holidays; it knows no make-up days, so some of its answers are wrong'

export const rows: readonly BenchRow[] = [
  row('due date / day walk', ourDue, walkedDue, WALK),
  row('due date / date-fns', ourDue, dateFnsDue, DATE_FNS),
  row('days between / day walk', ourDays, walkedDays, WALK),
  row('days between / date-fns', ourDays, dateFnsDays, DATE_FNS),
]
