/**
 * For tests: an office with sign-in, its people, and dossiers on their way.
 */
import type { Input, OfficeClient } from '../../contract/index.ts'
import type { Role } from '../../domain/people.ts'
import { type TestCore, clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

const PASSWORD = 'mật-khẩu-thử-9'

/** Somebody of the office at a window of their own. */
export interface Colleague {
  id: number
  client: OfficeClient
}

/** The office: its head, who set it up, two at the counter and two specialists. */
export interface Desk extends TestCore {
  head: Colleague
  counter: Colleague
  specialist: Colleague
  other: Colleague
  /** Keys of procedures by name. */
  transfer: number
  exchange: number
}

async function join(test: TestCore, name: string, login: string, roles: Role[]): Promise<Colleague> {
  const { person, password } = await test.client.people.add({ name, login, roles })
  const client = clientOf(test.core, test.core.openSession())
  await client.people.signIn({ login, password: password ?? '' })
  await client.people.changePassword({ current: password ?? '', next: PASSWORD })
  return { id: person.id, client }
}

/** Opens it, on Monday 23/11/2026 at 9:00. */
export async function openDesk(): Promise<Desk> {
  const test = await openTestCore({
    account: { login: 'truong', password: PASSWORD, roles: ['head', 'counter'] },
  })
  const { user } = await test.client.office.status()
  return {
    ...test,
    head: { id: user?.id ?? 0, client: test.client },
    counter: await join(test, 'Lê Thị Cửa', 'cua', ['counter']),
    specialist: await join(test, 'Trần Văn Thụ', 'thu', ['specialist']),
    other: await join(test, 'Phạm Thị Lý', 'ly', ['specialist']),
    transfer: await procedureId(test.client, 'transfer'),
    exchange: await procedureId(test.client, 'exchange-certificate'),
  }
}

/** A dossier of a list, as it is chosen. */
export type Chosen = Input<'steps', 'take'>['dossiers'][number]

/** Receives a dossier at the counter, held by nobody. */
export async function received(
  { client }: Pick<Desk, 'client'>,
  procedure: number,
  holderId: number | null = null,
): Promise<number> {
  return (await client.reception.receive(receptionOf(procedure, {}, { holderId }))).id
}

/** The dossiers as they stand now, chosen. */
export async function chosen({ client }: Pick<Desk, 'client'>, ...ids: number[]): Promise<Chosen[]> {
  return Promise.all(ids.map(async (id) => ({ id, version: (await client.dossiers.get({ id })).version })))
}

/** What happens now, with nothing to say of it. */
export const NOW = { happenedOn: null, happenedAt: null, note: '' } as const
