/**
 * An office with a head, a specialist and dossiers on their way, for the tests of the desk.
 */
import type { DeskFilter } from '../../contract/desk.ts'
import type { OfficeClient } from '../../contract/index.ts'
import { type TestCore, clientOf, openTestCore, procedureId, receptionOf } from '../test-core.ts'

const PASSWORD = 'mật-khẩu-thử-9'

/** The late list, not cut. */
export const LATE_LIST: DeskFilter = {
  ...{ list: 'late', within: 3, search: '', holder: null, procedureId: null, commune: null },
  ...{ apology: null, cause: null, band: null, whose: null },
}
export const BY_DUE = { field: 'dueOn', descending: false } as const

/** Nine in the morning of a day. */
export const morning = (day: string): string => `${day}T02:00:00.000Z`

/** The desks of the tests. */
export interface DeskOffice extends TestCore {
  head: OfficeClient
  specialist: OfficeClient
  specialistId: number
  /** Receives a dossier now; held by the specialist. */
  receive: (name?: string) => Promise<{ id: number; version: number; dueOn: string; code: string }>
  versionOf: (id: number) => Promise<number>
}

/** Opens the office on Monday 23/11/2026. */
export async function openDesk(): Promise<DeskOffice> {
  const test = await openTestCore({
    account: { login: 'truong', password: PASSWORD, roles: ['head', 'counter'] },
  })
  const head = test.client
  const { person, password } = await head.people.add({
    ...{ name: 'Lê Chuyên Viên', login: 'vien', roles: ['specialist'] },
  })
  const specialist = clientOf(test.core, test.core.openSession())
  await specialist.people.signIn({ login: 'vien', password: password ?? '' })
  await specialist.people.changePassword({ current: password ?? '', next: PASSWORD })
  const procedure = await procedureId(head, 'exchange-certificate')
  const versionOf = async (id: number): Promise<number> => (await head.dossiers.get({ id })).version
  const receive: DeskOffice['receive'] = async (applicantName = 'Nguyễn Văn A') => {
    const { id } = await head.reception.receive(
      receptionOf(procedure, { applicantName }, { holderId: person.id }),
    )
    const { row, version } = await head.dossiers.get({ id })
    return { id, version, dueOn: row.dueOn, code: row.code }
  }
  return { ...test, head, specialist, specialistId: person.id, receive, versionOf }
}
