/**
 * Whether the open register lately took another's place: told at the door, where everybody was sent by it.
 */
import { z } from 'zod'
import type { OfficeStatus } from '../../contract/office.ts'
import type { Instant } from '../../domain/civil-date.ts'
import { lastOfKind } from '../../store/audit.ts'
import type { Office } from '../context.ts'

/** Whoever comes a day later has heard of it. */
const TOLD_FOR_MS = 24 * 3_600_000

type Restored = NonNullable<OfficeStatus['restored']>

/** Nothing is restored in an open office: it is read once. */
const known = new WeakMap<Office, Restored | null>()

const detailSchema = z.object({ relation: z.string(), madeAt: z.iso.datetime().nullish() })

/** The restore of the last day, or `null`. */
export function restoredOf(office: Office): Restored | null {
  let restored = known.get(office)
  if (restored === undefined) known.set(office, (restored = read(office)))
  return restored !== null && isLate(restored.at, office.now()) ? restored : null
}

function read(office: Office): Restored | null {
  const entry = lastOfKind(office.store.read, 'restored')
  if (entry === undefined) return null
  const detail = detailSchema.safeParse(JSON.parse(entry.detail))
  // A register made of an export is no surprise to anybody.
  if (!detail.success || detail.data.relation === 'export') return null
  return { at: entry.at, madeAt: detail.data.madeAt ?? null }
}

function isLate(at: Instant, now: Instant): boolean {
  const ago = Date.parse(now) - Date.parse(at)
  return ago >= 0 && ago < TOLD_FOR_MS
}
