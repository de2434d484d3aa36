import { cpSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../store/backup.ts'
import { Store, openReader } from '../../store/database.ts'
import { addDossier } from '../../store/events.ts'
import { stageBackup } from '../../store/staging.ts'
import {
  beginSwap,
  clearStaged,
  finishSwap,
  pendingSwap,
  settleSwap,
  stagedFile,
  undoSwap,
} from '../../store/swap.ts'
import { acceptance, historyOf, testFolder } from '../../store/test-store.ts'
import { openTestCore, procedureId, receptionOf, refusalOf } from '../test-core.ts'

const SWAP = { id: 'x', replaced: 'old_1.db', note: { file: 'backup', by: 'Lan' } }

class PowerCut extends Error {}

/** A data folder with two dossiers, one of them only in the log, and a backup of before both staged. */
async function folderWithStaged(): Promise<string> {
  const dataDir = testFolder()
  const { core, client } = await openTestCore({ dataDir })
  await client.backups.make()
  const id = await procedureId(client, 'transfer')
  await client.reception.receive(receptionOf(id))
  await client.reception.receive(receptionOf(id))
  // As a power cut leaves it: the log not folded in.
  const hurt = testFolder()
  cpSync(dataDir, hurt, { recursive: true })
  await core.close()
  const [backup = ''] = readdirSync(join(hurt, 'backups')).filter((name) => name.endsWith('.db'))
  stageBackup(join(hurt, 'backups', backup), hurt, { password: null, key: null })
  return hurt
}

function dossiersIn(file: string): number {
  const { db, close } = openReader(file)
  try {
    return db.get<{ n: number }>('SELECT count(*) AS n FROM dossier')?.n ?? -1
  } finally {
    close()
  }
}

/** The steps a replacement takes, by doing one. */
async function stepsOf(): Promise<string[]> {
  const dataDir = await folderWithStaged()
  const steps: string[] = []
  beginSwap(dataDir, SWAP)
  finishSwap(dataDir, (step) => steps.push(step))
  return steps
}

describe('a restore cut off by the power', () => {
  it('before it was begun has changed nothing', async () => {
    const dataDir = await folderWithStaged()
    expect(existsSync(stagedFile(dataDir))).toBe(true)
    const { client } = await openTestCore({ dataDir, setUp: false })
    expect((await client.dossiers.counts()).all).toBe(2)
    clearStaged(dataDir)
    expect(existsSync(stagedFile(dataDir))).toBe(false)
  })

  it('before any of its steps is finished by the next start, and told of once', async () => {
    const steps = await stepsOf()
    expect(steps.length).toBeGreaterThanOrEqual(6)
    for (const cutAt of [...steps.keys(), steps.length]) {
      const dataDir = await folderWithStaged()
      beginSwap(dataDir, SWAP)
      let done = 0
      try {
        finishSwap(dataDir, () => {
          if (done++ === cutAt) throw new PowerCut()
        })
      } catch (error) {
        if (!(error instanceof PowerCut)) throw error
      }
      const { core, client } = await openTestCore({ dataDir, setUp: false })
      const where = `cut before ${steps[cutAt] ?? 'the end'}`
      expect([where, (await client.dossiers.counts()).all]).toEqual([where, 0])
      await core.close()
      expect(pendingSwap(dataDir)).toBeNull()
      // What was replaced is whole, its log with it.
      expect(dossiersIn(join(dataDir, 'replaced', SWAP.replaced))).toBe(2)
      const { db, close } = openReader(join(dataDir, 'register.db'))
      expect(db.all("SELECT 1 FROM audit_entry WHERE kind = 'restored'")).toHaveLength(1)
      close()
      const again = await openTestCore({ dataDir, setUp: false })
      expect((await again.client.dossiers.counts()).all).toBe(0)
      await again.core.close()
    }
  }, 120_000)

  it('after it was told of is not told of again', async () => {
    const dataDir = await folderWithStaged()
    beginSwap(dataDir, SWAP)
    cpSync(join(dataDir, 'restore.json'), join(dataDir, 'kept.json'))
    await (await openTestCore({ dataDir, setUp: false })).core.close()
    renameSync(join(dataDir, 'kept.json'), join(dataDir, 'restore.json'))
    await (await openTestCore({ dataDir, setUp: false })).core.close()
    const { db, close } = openReader(join(dataDir, 'register.db'))
    expect(db.all("SELECT 1 FROM audit_entry WHERE kind = 'restored'")).toHaveLength(1)
    close()
  })

  it('while it is taken back leaves the old register', async () => {
    for (const state of ['both there', 'old not yet back']) {
      const dataDir = await folderWithStaged()
      beginSwap(dataDir, SWAP)
      finishSwap(dataDir)
      if (state === 'both there') undoSwap(dataDir)
      else renameSync(join(dataDir, 'register.db'), join(dataDir, 'gone.db'))
      const { core, client } = await openTestCore({ dataDir, setUp: false })
      expect([state, (await client.dossiers.counts()).all]).toEqual([state, 2])
      await core.close()
    }
  })
})

describe('what was put aside before', () => {
  it('stays when the next register would go under the same name, wherever the power goes', async () => {
    for (const cutAt of (await stepsOf()).keys()) {
      const dataDir = await folderWithStaged()
      beginSwap(dataDir, SWAP)
      writeFileSync(join(dataDir, 'replaced', SWAP.replaced), 'sổ gốc')
      let done = 0
      const cut = (): void => {
        if (done++ === cutAt) throw new PowerCut()
      }
      expect(() => finishSwap(dataDir, cut)).toThrow(PowerCut)
      finishSwap(dataDir)
      expect(readFileSync(join(dataDir, 'replaced', SWAP.replaced), 'utf8')).toBe('sổ gốc')
      const other = pendingSwap(dataDir)?.replaced ?? ''
      expect(other).not.toBe(SWAP.replaced)
      expect(dossiersIn(join(dataDir, 'replaced', other))).toBe(2)
      expect(dossiersIn(join(dataDir, 'register.db'))).toBe(0)
    }
  }, 120_000)

  it('stays when the register that came does not open and another is restored in its place', async () => {
    const dataDir = await folderWithStaged()
    beginSwap(dataDir, SWAP)
    finishSwap(dataDir)
    writeFileSync(join(dataDir, 'register.db'), Buffer.alloc(8192, 1))
    const { core, client } = await openTestCore({ dataDir, setUp: false })
    const [backup] = (await client.rescue.state())?.backups ?? []
    const wish = { place: 'first', name: backup?.name ?? '', password: null } as const

    // Refused when it was staged already: nothing of it is left to take the place at the next opening.
    const beside = join(dataDir, 'backups', wish.name.replace(/\.db$/, '.json'))
    const manifest = readFileSync(beside, 'utf8')
    writeFileSync(beside, manifest.replace(/"tail": "[0-9a-f]+"/, `"tail": "${'0'.repeat(64)}"`))
    expect((await refusalOf(client.rescue.restore(wish))).code).toBe('backup-unfit')
    expect(pendingSwap(dataDir)).toBeNull()
    expect(readdirSync(dataDir).filter((name) => name.includes('staged'))).toEqual([])
    expect(dossiersIn(join(dataDir, 'replaced', SWAP.replaced))).toBe(2)

    writeFileSync(beside, manifest)
    expect(await client.rescue.restore(wish)).toBeNull()
    expect((await client.dossiers.counts()).all).toBe(0)
    await core.close()
    expect(dossiersIn(join(dataDir, 'replaced', SWAP.replaced))).toBe(2)
  })

  it('is not taken for the register when a replacement is called off that had not begun to move it', async () => {
    const dataDir = await folderWithStaged()
    beginSwap(dataDir, SWAP)
    writeFileSync(join(dataDir, 'replaced', SWAP.replaced), 'sổ gốc')
    undoSwap(dataDir)
    expect(dossiersIn(join(dataDir, 'register.db'))).toBe(2)
    expect(readFileSync(join(dataDir, 'replaced', SWAP.replaced), 'utf8')).toBe('sổ gốc')
  })

  it('comes back when a replacement was cut off and another is to be staged', async () => {
    const steps = await stepsOf()
    for (const cutAt of steps.keys()) {
      const dataDir = await folderWithStaged()
      beginSwap(dataDir, SWAP)
      let done = 0
      const cut = (): void => {
        if (done++ === cutAt) throw new PowerCut()
      }
      expect(() => finishSwap(dataDir, cut)).toThrow(PowerCut)
      const isDone = steps[cutAt] === 'name of the new to disk'
      expect(settleSwap(dataDir)).toBe(isDone ? SWAP.replaced : null)
      expect(pendingSwap(dataDir)).toBeNull()
      expect(dossiersIn(join(dataDir, 'register.db'))).toBe(isDone ? 0 : 2)
    }
  }, 120_000)
})

it('a register aside with its log can be restored with what is only in the log', async () => {
  const folder = testFolder()
  const store = new Store(join(folder, 'a.db'))
  await store.write((db) => {
    db.run("INSERT INTO staff (id, name, name_key, name_lookup) VALUES (1, 'Lan', 'lan', 'lan')")
    db.run(`INSERT INTO procedure_version (id, key, national_code, name_vi, name_en, name_key, field, term, unit,
      remote_extra, has_fee_leg, valid_from, basis, status)
      VALUES (1, 'a', '', 'a', 'a', 'a', 'a', 8, 'working-day', 0, 0, '1970-01-01', 'x', 'sourced')`)
    addDossier(db, historyOf(['2020-01-02', acceptance('a', '2020-01-14')]))
  })
  for (const suffix of ['', '-wal']) cpSync(join(folder, `a.db${suffix}`), join(folder, `b.db${suffix}`))
  await store.close()
  const dataDir = testFolder()
  expect(stageBackup(join(folder, 'b.db'), dataDir, { password: null, key: null }).dossiers).toBe(1)
  expect(dossiersIn(stagedFile(dataDir))).toBe(1)
  expect(makeBackup(stagedFile(dataDir), join(dataDir, 'backups'), BY_HAND).manifest?.dossiers).toBe(1)
})

const BY_HAND = {
  madeAt: '2026-11-23T02:00:00.000Z',
  reason: 'by-hand',
  program: 'test',
  key: null,
} as const
