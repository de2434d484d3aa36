/**
 * What a dossier counts as, in words: in Vietnamese those of the reports.
 */
import type { Outcome, PauseKind } from '../domain/dossier.ts'
import type { Origin, Standing } from '../domain/figure-class.ts'
import { ORIGIN_WORDS, OUTCOME_WORDS, PAUSE_WORDS, STANDING_WORDS } from './figures/words.ts'
import type { Language } from './words.ts'

interface CountedWords {
  origin: Record<Origin, string>
  standing: Record<Standing, string>
  outcome: Record<Outcome, string>
  paused: Record<PauseKind, string>
}

export const COUNTED_WORDS: Record<Language, CountedWords> = {
  vi: { origin: ORIGIN_WORDS, standing: STANDING_WORDS, outcome: OUTCOME_WORDS, paused: PAUSE_WORDS },
  en: {
    origin: {
      online: '(4) Online',
      'direct-postal': '(5) Direct, postal',
      'carried-over': '(6) Carried over',
    },
    standing: {
      early: '(8) Early',
      'on-time': '(9) On time',
      late: '(10) Late',
      'in-time': '(12) In time',
      overdue: '(13) Overdue',
    },
    outcome: { result: 'Result', refused: 'Refused', withdrawn: 'Withdrawn', stopped: 'Stopped' },
    paused: {
      supplement: 'Awaiting supplement',
      payment: 'Awaiting payment',
      agency: 'Awaiting another agency',
    },
  },
}
