import { useEffect, useSyncExternalStore } from 'react'
import type { CalendarDay } from '../../../src-main/domain/calendar.ts'
import type { OfficeClient } from '../../../src-main/contract/index.ts'
import { useT } from '../../app/i18n.ts'
import { useOffice, useStatus } from '../../app/office.tsx'
import { watchUnsaved } from '../../app/unsaved.ts'
import { useToast } from '../../ui/toast.tsx'
import { CalendarDraft, changesIn, type DraftState } from './draft.ts'
import { askBeforeLosing } from './keep-draft.ts'

/** One draft for each register of an office: the office's own and the sample. */
const drafts = new WeakMap<OfficeClient, { own: CalendarDraft; sample: CalendarDraft }>()

/** The draft of this window, which outlives the screen. */
export function useDraft(): { draft: CalendarDraft; state: DraftState } {
  const office = useOffice()
  const { sample } = useStatus()
  const draft = draftsOf(office)[sample ? 'sample' : 'own']
  return { draft, state: useSyncExternalStore(draft.subscribe, draft.getState) }
}

/** Holds the draft against the calendar of a year as the office last told it, and says when another window was first. */
export function useRebase(year: number, rows: readonly CalendarDay[] | undefined): void {
  const t = useT('calendar')
  const toast = useToast()
  const { draft, state } = useDraft()
  const { making } = state
  useEffect(() => {
    if (rows === undefined || making) return
    const gone = draft.rebase(year, rows)
    if (gone > 0) toast(t('draft.alreadyMade', { count: gone }), { severity: 'info' })
  }, [draft, year, rows, making, toast, t])
}

function draftsOf(office: OfficeClient) {
  const known = drafts.get(office)
  if (known) return known
  const made = { own: new CalendarDraft(), sample: new CalendarDraft() }
  drafts.set(office, made)
  watchUnsaved(() => changesIn(made.own.getState()) > 0)
  askBeforeLosing(made.own)
  askBeforeLosing(made.sample)
  return made
}
