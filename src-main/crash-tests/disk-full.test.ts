import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { codeOf } from '../store/disk.ts'
import { testFolder } from '../store/test-store.ts'
import { TITLES, base64, goodRow, registerFile } from '../office/imports/testing.ts'
import { type TestCore, openTestCore, procedureId, receptionOf, refusalOf } from '../office/test-core.ts'
import { faultsOf } from './ledger.ts'

/** A disk of so many MiB, or why there can be none here. */
function smallDisk(megabytes: number): { folder: string } | { reason: string } {
  const folder = join(testFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' })
  } catch {
    return { reason: 'a small disk can be made by root on Linux only' }
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  return { folder }
}

/** Fills a disk to the last page; returns what makes room again. */
function fill(folder: string): () => void {
  const file = join(folder, 'filler')
  const handle = openSync(file, 'w')
  const piece = Buffer.alloc(4096)
  try {
    for (;;) writeSync(handle, piece)
  } catch {
    // Full.
  } finally {
    closeSync(handle)
  }
  return () => rmSync(file)
}

async function receive({ client }: TestCore, name: string): Promise<string> {
  const id = await procedureId(client, 'transfer')
  return (await client.reception.receive(receptionOf(id, { applicantName: name }))).code
}

describe('on a full disk', () => {
  it('a reception and an import are refused with not-saved, nothing of them is half, and the next save works once there is room', async (test) => {
    const disk = smallDisk(16)
    if ('reason' in disk) return test.skip(disk.reason)
    const office = await openTestCore({ dataDir: disk.folder })
    const { client, core, session } = office
    const file = join(disk.folder, 'register.db')
    const codes = [await receive(office, 'Trước khi đầy')]

    const rows = Array.from({ length: 1500 }, () => goodRow())
    const opened = await client.imports.open({
      fileName: 'sổ.xlsx',
      content: base64(await registerFile(rows, TITLES)),
    })
    const sheet = opened.sheets[0]
    await client.imports.check({
      importId: opened.importId,
      sheet: opened.sheet,
      headerRow: sheet?.headerRow ?? 3,
      mapping: sheet?.mapping ?? {},
    })

    const makeRoom = fill(disk.folder)
    expect(statfsSync(disk.folder).bavail).toBe(0)
    let refusal = ''
    // Pages of the log that are there already can be written over; then no more.
    for (let i = 0; i < 3000 && refusal === ''; i++) {
      const id = await procedureId(client, 'transfer')
      const reply = await core.call(
        session,
        ['reception', 'receive'],
        receptionOf(id, { applicantName: `Đầy ${i}` }),
      )
      if (reply.ok) codes.push((reply.value as { code: string }).code)
      else refusal = reply.error.code
    }
    expect(refusal).toBe('not-saved')
    expect((await refusalOf(client.imports.commit({ importId: opened.importId }))).code).toBe('not-saved')
    // Reading goes on.
    expect((await client.dossiers.counts()).all).toBe(codes.length)

    makeRoom()
    codes.push(await receive(office, 'Sau khi có chỗ'))
    expect((await client.imports.commit({ importId: opened.importId })).imported).toBe(1500)
    expect((await client.dossiers.counts()).all).toBe(codes.length + 1500)
    expect(new Set(codes).size).toBe(codes.length)
    // That the mark beside the register has no room either is written to the log, whenever its turn comes.
    expect(office.bugs.filter((bug) => codeOf(bug) !== 'ENOSPC')).toEqual([])
    expect(faultsOf(file, [])).toEqual([])
  }, 120_000)

  it('the program opens to say so, and opens the register once there is room', async (test) => {
    const disk = smallDisk(8)
    if ('reason' in disk) return test.skip(disk.reason)
    const makeRoom = fill(disk.folder)
    const office = await openTestCore({ dataDir: disk.folder, setUp: false })
    expect((await office.client.office.status()).trouble).toMatchObject({ code: 'disk-full' })
    makeRoom()
    expect(await office.client.rescue.retry()).toBeNull()
    expect((await office.client.office.status()).trouble).toBeNull()
  }, 60_000)
})
