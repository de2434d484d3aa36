/**
 * What an office answers while its register is not open: where it stands, and rescue.
 */
import { implement } from '@orpc/server'
import { contract } from '../../contract/index.ts'
import type { OfficeStatus } from '../../contract/office.ts'
import { dateOfInstant } from '../../domain/civil-date.ts'
import { type RescueContext, begin, mend, openAsIs, restore, retry, troubleOf } from './rescue.ts'

const { office, rescue } = contract
const os = implement({ office: { status: office.status }, rescue }).$context<RescueContext>()

/** The operations of an office that cannot be opened. */
export const rescueRouter = os.router({
  office: { status: os.office.status.handler(({ context }) => statusInRescue(context)) },
  rescue: {
    state: os.rescue.state.handler(({ context }) => troubleOf(context)),
    retry: os.rescue.retry.handler(({ context }) => retry(context)),
    restore: os.rescue.restore.handler(({ context, input }) => restore(context, input)),
    mend: os.rescue.mend.handler(({ context }) => mend(context)),
    openAsIs: os.rescue.openAsIs.handler(({ context }) => openAsIs(context)),
    begin: os.rescue.begin.handler(({ context }) => begin(context)),
  },
})

async function statusInRescue(context: RescueContext): Promise<OfficeStatus> {
  const now = context.now()
  return {
    user: null,
    locked: false,
    access: { kind: 'sign-in', openAs: null, lockAfterMinutes: 0 },
    unclaimed: false,
    office: null,
    sample: false,
    today: dateOfInstant(now),
    now,
    dossiers: 0,
    version: context.version,
    trouble: await troubleOf(context),
    health: null,
    restored: null,
  }
}
