import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const MONDAY = '2026-11-23T02:00:00.000Z'
const FRIDAY = '2026-11-27T02:00:00.000Z'

/** An office with one backup, of Monday; now it is Friday, and work has gone on. */
async function officeOfFriday() {
  const test = await openTestCore({ now: MONDAY })
  const { client, dataDir, setNow } = test
  const id = await procedureId(client, 'transfer')
  await client.reception.receive(receptionOf(id))
  await client.backups.make()
  setNow(FRIDAY)
  await client.reception.receive(receptionOf(id))
  const folder = join(dataDir, 'backups')
  const beside = join(folder, readdirSync(folder).find((name) => name.endsWith('.json')) ?? '')
  const change = (changes: object) => {
    const manifest = JSON.parse(readFileSync(beside, 'utf8')) as object
    writeFileSync(beside, JSON.stringify({ ...manifest, ...changes }))
  }
  const lastGood = async () => (await client.backups.state())?.lastGood
  return { ...test, change, lastGood, backup: beside.replace(/json$/, 'db') }
}

describe('a backup made to lie', () => {
  it('about its day is as old as the next entry of the register says', async () => {
    const { change, lastGood } = await officeOfFriday()
    expect(await lastGood()).toBe(MONDAY)
    for (const madeAt of [FRIDAY, '2030-01-01T00:00:00.000Z']) {
      change({ madeAt })
      expect(await lastGood()).toBe(MONDAY)
    }
  })

  it.each([
    ['how much it holds', { links: 9 }],
    ['the hash it ends with', { tail: 'f'.repeat(64) }],
    ['the register it is of', { register: 'f'.repeat(64) }],
    ['its size', { bytes: 1 }],
  ])('about %s does not count', async (_what, changes) => {
    const { change, lastGood } = await officeOfFriday()
    change(changes)
    expect(await lastGood()).toBeNull()
  })

  it('about what is in it is not restored, and the register stays', async () => {
    const { client, backup } = await officeOfFriday()
    const bytes = readFileSync(backup)
    const at = bytes.lastIndexOf('"applicantName":"Nguyễn Văn A"')
    expect(at).toBeGreaterThan(0)
    bytes.write('B', bytes.indexOf(' A"', at) + 1, 'latin1')
    writeFileSync(backup, bytes)
    const name = backup.split('/').at(-1) ?? ''
    const { code } = await refusalOf(
      client.backups.preview({ source: { place: 'first', name }, password: null }),
    )
    expect(code).toBe('backup-damaged')
    expect((await client.dossiers.counts()).all).toBe(2)
  })
})
