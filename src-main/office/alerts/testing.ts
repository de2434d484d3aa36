/**
 * An office with people at windows of their own, for the tests of alerts: what other features write is written straight
 * into its history.
 */
import { join } from 'node:path'
import type { OfficeClient } from '../../contract/index.ts'
import { type Instant, civilDate, dateOfInstant } from '../../domain/civil-date.ts'
import { EMPTY_PARTICULARS, type EventFact } from '../../domain/dossier.ts'
import type { Role } from '../../domain/people.ts'
import { Store } from '../../store/database.ts'
import { addArrival, appendEvents, eventsOf } from '../../store/events.ts'
import { type TestCore, clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

/** The password of everybody. */
const PASSWORD = 'mật-khẩu-thử-9'

/** Somebody of the office at their window. */
export interface Person {
  id: number
  client: OfficeClient
}

/** An office of a head and some more people. */
export class AlertOffice {
  readonly test: TestCore
  readonly head: Person

  constructor(test: TestCore, headId: number) {
    this.test = test
    this.head = { id: headId, client: test.client }
  }

  /** Somebody with these roles, signed in. */
  async person(login: string, ...roles: Role[]): Promise<Person> {
    const { person, password } = await this.head.client.people.add({ name: login, login, roles })
    const client = clientOf(this.test.core, this.test.core.openSession())
    await client.people.signIn({ login, password: password ?? '' })
    await client.people.changePassword({ current: password ?? '', next: PASSWORD })
    return { id: person.id, client }
  }

  /** A second window of somebody. */
  async window(login: string): Promise<OfficeClient> {
    const client = clientOf(this.test.core, this.test.core.openSession())
    await client.people.signIn({ login, password: PASSWORD })
    return client
  }

  /** A dossier received at a moment, of 8 working days, held by somebody. */
  async dossier(holder: Person | null, acceptedAt: Instant, name = 'Nguyễn Văn A'): Promise<number> {
    const id = await procedureId(this.head.client, 'transfer', dateOfInstant(acceptedAt))
    const reception = receptionOf(id, { applicantName: name }, { acceptedAt, holderId: holder?.id ?? null })
    return (await this.head.client.reception.receive(reception)).id
  }

  /** Something another feature writes into a dossier's history. */
  async say(dossierId: number, at: Instant, author: Person, fact: EventFact): Promise<void> {
    await this.#write((store) =>
      store.write((db) => {
        const seq = eventsOf(db, dossierId).length + 1
        const stamp = { happenedOn: dateOfInstant(at), happenedAt: at, enteredAt: at, authorId: author.id }
        appendEvents(db, dossierId, [{ ...stamp, seq, fact }])
      }),
    )
  }

  /** An application that arrived online. */
  async arrival(at: Instant, reference: string): Promise<void> {
    const id = await procedureId(this.head.client, 'transfer')
    const particulars = { ...EMPTY_PARTICULARS, applicantName: 'Trần Thị B', channel: 'online' as const }
    await this.#write((store) =>
      store.write((db) =>
        addArrival(db, [
          {
            ...{
              seq: 1,
              happenedOn: dateOfInstant(at),
              happenedAt: at,
              enteredAt: at,
              authorId: this.head.id,
            },
            fact: { kind: 'arrived', procedureId: id, reference, particulars },
          },
        ]),
      ),
    )
  }

  async #write<Answer>(work: (store: Store) => Promise<Answer>): Promise<Answer> {
    const store = new Store(join(this.test.dataDir, 'register.db'))
    try {
      return await work(store)
    } finally {
      await store.close()
    }
  }
}

/** Opens the office, with its head signed in; Monday 23/11/2026, 9:00, unless told otherwise. */
export async function alertOffice(now?: string): Promise<AlertOffice> {
  const account = { login: 'truong', password: PASSWORD, roles: ['head'] satisfies Role[] }
  const test = await openTestCore({ account, ...(now === undefined ? {} : { now }) })
  const { user } = await test.client.office.status()
  if (user === null) throw new Error('nobody is signed in')
  return new AlertOffice(test, user.id)
}

/** The kinds and keys a person is told. */
export async function keysOf({ client }: Person): Promise<string[]> {
  return (await client.alerts.list()).alerts.map(({ key }) => key)
}

/** A day, for facts. */
export const day = civilDate
