/**
 * A core in a throw-away folder with a clock that tests set, and a client that calls it in process.
 */
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createORPCClient } from '@orpc/client'
import type { Input, OfficeClient } from '../contract/index.ts'
import type { OfficeParticulars } from '../contract/office.ts'
import { OfficeError } from '../contract/errors.ts'
import type { ReceptionInput } from '../contract/reception.ts'
import { EMPTY_PARTICULARS } from '../domain/dossier.ts'
import { testFolder } from '../store/test-store.ts'
import type { Core, Session } from './core.ts'
import { openCore } from './open-core.ts'

/** The office of the tests. */
export const TEST_OFFICE: OfficeParticulars = {
  name: 'Chi nhánh thử',
  parentAgency: 'Văn phòng thử',
  agencyCode: '000.00.22.H32',
  place: 'Nha Trang',
  closingTime: '17:00',
}

/** An open core and what tests hold of it. */
export interface TestCore {
  core: Core
  session: Session
  client: OfficeClient
  /** What was logged as a bug. */
  bugs: unknown[]
  /** Sets the clock: a moment in UTC. */
  setNow: (instant: string) => void
  dataDir: string
}

/** The folder of the bundled resources. */
export const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')

/** A client that calls the dispatcher as a window would. */
export function clientOf(core: Core, session: Session): OfficeClient {
  return createORPCClient<OfficeClient>({
    call: async (path, input) => {
      const reply = await core.call(session, path, input)
      if (reply.ok) return reply.value
      throw new OfficeError(reply.error.code, reply.error.params, reply.error.fields)
    },
  })
}

/** Opens a core; on Monday 23/11/2026 at 9:00 unless told otherwise. Closed when the test ends. */
export async function openTestCore(
  options: {
    now?: string
    dataDir?: string
    setUp?: boolean
    /** With an account the office asks for sign-in; open otherwise. */
    account?: Input<'office', 'setUp'>['account']
    automaticBackups?: boolean
  } = {},
): Promise<TestCore> {
  let now = options.now ?? '2026-11-23T02:00:00.000Z'
  const bugs: unknown[] = []
  const dataDir = options.dataDir ?? testFolder()
  const core = await openCore({
    dataDir,
    resourcesDir: RESOURCES,
    now: () => now,
    workerUrl: new URL('./worker.ts', import.meta.url),
    log: (_message, error) => bugs.push(error),
    version: 'test',
    automaticBackups: options.automaticBackups ?? false,
  })
  onTestFinished(() => core.close())
  const session = core.openSession()
  const client = clientOf(core, session)
  if (options.setUp !== false) {
    await client.office.setUp({
      office: TEST_OFFICE,
      userName: 'Nguyễn Văn Cửa',
      account: options.account ?? null,
    })
  }
  return { core, session, client, bugs, setNow: (instant) => (now = instant), dataDir }
}

/** The key of the procedure version valid on a day. */
export async function procedureId(client: OfficeClient, key: string, on = '2026-11-23'): Promise<number> {
  const found = (await client.office.procedures({ on })).find((procedure) => procedure.key === key)
  if (!found) throw new Error(`no procedure ${key} on ${on}`)
  return found.id
}

/** A reception with the least that is needed. */
export function receptionOf(
  id: number,
  particulars: Partial<ReceptionInput['particulars']> = {},
  rest: Partial<ReceptionInput> = {},
): ReceptionInput {
  return {
    procedureId: id,
    acceptedAt: null,
    holderId: null,
    remote: false,
    particulars: { ...EMPTY_PARTICULARS, applicantName: 'Nguyễn Văn A', ...particulars },
    ...rest,
  }
}

/** The data of the refusal a call ends in. @throws Error when it does not end in one. */
export async function refusalOf(call: Promise<unknown>): Promise<OfficeError['data']> {
  try {
    await call
  } catch (error) {
    if (error instanceof OfficeError) return error.data
    throw error
  }
  throw new Error('the call was not refused')
}
