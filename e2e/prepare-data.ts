/**
 * Makes the data folders: `office`, set up and empty; `register`, with the register of the first half of 2020; `counter`, an
 * office in which a known applicant comes with a procedure that asks for documents.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createORPCClient } from '@orpc/client'
import type { OfficeClient } from '../src-main/contract/index.ts'
import { civilDate } from '../src-main/domain/civil-date.ts'
import { EMPTY_PARTICULARS } from '../src-main/domain/dossier.ts'
import { openCore } from '../src-main/office/open-core.ts'
import { DOCUMENTS, KNOWN, OTHERS } from './applicants.ts'
import { PERSON } from './people.ts'

const root = join(import.meta.dirname, '..')
const templates = process.argv[2]
if (templates === undefined) throw new Error('usage: prepare-data.ts FOLDER')

async function withOffice(
  dataDir: string,
  work: (client: OfficeClient) => Promise<void>,
  now = '2020-06-30T02:00:00.000Z',
): Promise<void> {
  const core = await openCore({
    dataDir,
    resourcesDir: join(root, 'resources'),
    now: () => now,
    workerUrl: pathToFileURL(join(root, 'src-main', 'office', 'worker.ts')),
    log: console.error,
    version: 'e2e',
  })
  const session = core.openSession()
  const client = createORPCClient<OfficeClient>({
    call: async (path, input) => {
      const reply = await core.call(session, path, input)
      if (reply.ok) return reply.value
      throw new Error(`${path.join('.')}: ${JSON.stringify(reply.error)}`)
    },
  })
  await work(client)
  await core.close()
}

const office = join(templates, 'office')
const register = join(templates, 'register')
const counter = join(templates, 'counter')
rmSync(templates, { recursive: true, force: true })
await withOffice(office, async (client) => {
  await client.office.setUp({
    office: {
      name: 'Chi nhánh Văn phòng Đăng ký đất đai Nha Trang',
      parentAgency: 'Văn phòng Đăng ký đất đai tỉnh Khánh Hòa',
      agencyCode: '000.00.22.H32',
      place: 'Nha Trang',
      closingTime: '17:00',
    },
    userName: PERSON.name,
    account: {
      login: PERSON.login,
      password: PERSON.password,
      roles: ['counter', 'specialist', 'head', 'administrator'],
    },
  })
})
cpSync(office, counter, { recursive: true })
await withOffice(
  counter,
  async (client) => {
    await client.people.signIn({ login: PERSON.login, password: PERSON.password })
    const validFrom = civilDate('2026-11-01')
    const old = (await client.procedures.list()).find(
      ({ key, validTo }) => key === 'transfer' && validTo === null,
    )
    if (!old) throw new Error('no procedure to receive for')
    const { id, dossiers, ...version } = old
    await client.procedures.add({
      version: { ...version, documents: [...DOCUMENTS], validFrom },
      reason: 'QĐ 1',
    })
    const [procedure] = (await client.office.procedures({ on: civilDate('2026-11-20') })).filter(
      ({ key }) => key === 'transfer',
    )
    const before = { acceptedAt: null, remote: false, holderId: null, procedureId: procedure?.id ?? 0 }
    for (const person of [...OTHERS, KNOWN]) {
      await client.reception.receive({ ...before, particulars: { ...EMPTY_PARTICULARS, ...person } })
    }
    await client.office.setPreference({ key: 'reception.procedure', value: 'transfer' })
  },
  '2026-11-20T02:00:00.000Z',
)
cpSync(office, register, { recursive: true })
await withOffice(register, async (client) => {
  await client.people.signIn({ login: PERSON.login, password: PERSON.password })
  const content = readFileSync(join(root, 'resources', 'sample', 'register-2020h1.xlsx')).toString('base64')
  const { importId, sheets, sheet } = await client.imports.open({ fileName: 'register-2020h1.xlsx', content })
  const found = sheets.find(({ name }) => name === sheet)
  if (!found) throw new Error('no sheet recognised')
  await client.imports.check({ importId, sheet, headerRow: found.headerRow, mapping: found.mapping })
  const { imported } = await client.imports.commit({ importId })
  if (imported !== 15_970) throw new Error(`${imported} dossiers came in`)
})
