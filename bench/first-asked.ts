/**
 * What a window asks before anybody does anything: on *Hôm nay*, and on the desk of what is late, where a head begins
 * (`src-renderer/app/first-screen.tsx`).
 */
import type { CivilDate } from '../src-main/domain/civil-date.ts'
import type { Core } from '../src-main/office/core.ts'
import { NO_FILTER, PAGE_SIZE } from './columns.ts'
import { callOf } from './office.ts'

type Question = readonly [feature: string, operation: string, input?: unknown]

/** The screens a day begins on. */
export const FIRST_SCREENS = ['today', 'desk'] as const
export type FirstScreen = (typeof FIRST_SCREENS)[number]

const MOST_URGENT = { field: 'dueOn', descending: false } as const
/** Rows of a short table of *Hôm nay*. */
export const SHORT = 8

/** What stands around every screen. */
const FRAME: readonly Question[] = [
  ['dossiers', 'counts'],
  ['arrivals', 'counts'],
  ['handovers', 'waiting'],
  ['alerts', 'list'],
  ['backups', 'state'],
]

function asked(screen: FirstScreen, today: CivilDate): readonly Question[] {
  if (screen === 'today')
    return [
      ...FRAME,
      ['calendar', 'reminders'],
      ['dossiers', 'openWork'],
      ['figures', 'summary', { from: `${today.slice(0, 8)}01`, to: today, by: 'field' }],
      ...(['late', 'due-today', 'due-soon'] as const).map((queue): Question => {
        const page = { sort: MOST_URGENT, page: 0, pageSize: SHORT }
        return ['dossiers', 'list', { filter: { ...NO_FILTER, queue }, ...page }]
      }),
    ]
  const filter = {
    ...{ list: 'late', within: 3, search: '', holder: null, procedureId: null, commune: null },
    ...{ apology: null, cause: null, band: null, whose: null },
  }
  return [
    ...FRAME,
    ['desk', 'overview', { within: 3 }],
    ['desk', 'list', { filter, sort: MOST_URGENT, page: 0, pageSize: PAGE_SIZE }],
    ['desk', 'causes'],
    ['desk', 'whose'],
    ['desk', 'outlook'],
  ]
}

/** Answers a first screen of an office that has just been opened: who is there, then all the rest at once. */
export async function answerFirst(core: Core, screen: FirstScreen, today: CivilDate): Promise<void> {
  const session = core.openSession()
  await callOf(core, session, 'office', 'status', undefined)
  await Promise.all(
    asked(screen, today).map(([feature, operation, input]) =>
      callOf(core, session, feature, operation, input),
    ),
  )
}
