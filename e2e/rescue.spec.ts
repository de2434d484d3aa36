/**
 * The office with a register that cannot be opened: what the window says, and the ways back to work.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import BetterSqlite3 from 'better-sqlite3'
import { backupFolder, makeBackup } from '../src-main/store/backup.ts'
import { expect, test as base } from './office.ts'
import { PERSON, signIn } from './people.ts'
import { TEMPLATES } from './prepare.ts'

const start = join(import.meta.dirname, '..', 'src-main', 'start.js')

interface Hurt {
  file: string
  /** Opens the program on the folder, and a window on it. */
  open: () => Promise<Page>
}

/** A prepared office, closed, with a backup of it; hurt by the test before it is opened. */
const test = base.extend<{ hurt: Hurt }>({
  hurt: async ({ chrome }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'smc-rescue-'))
    cpSync(join(TEMPLATES, 'office'), dataDir, { recursive: true })
    const file = join(dataDir, 'register.db')
    makeBackup(file, backupFolder(file), {
      madeAt: '2026-11-20T09:30:00.000Z',
      reason: 'closing',
      program: 'e2e',
      key: null,
    })
    const programs: ChildProcess[] = []
    const context = await chrome.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'vi-VN',
      reducedMotion: 'reduce',
    })
    await use({
      file,
      open: async () => {
        const program = spawn(process.execPath, [
          start,
          '--no-open',
          '--port=0',
          `--data=${dataDir}`,
          '--today=2026-11-23',
        ])
        programs.push(program)
        const page = await context.newPage()
        await page.goto(await addressOf(program))
        return page
      },
    })
    await context.close()
    for (const program of programs) {
      const ended = new Promise((resolve) => program.once('exit', resolve))
      program.kill('SIGTERM')
      await ended
    }
    rmSync(dataDir, { recursive: true, force: true })
  },
})
test.skip(({ host }) => host !== 'web', 'the page is the same on every host')

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [program.stdout, program.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const address = /http:\/\/\S+/.exec(said)
        if (address) resolve(address[0])
      })
    }
    program.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)))
  })
}

function overwriteHead(file: string): void {
  const content = readFileSync(file)
  content.fill(0x20, 0, 100)
  writeFileSync(file, content)
}

async function expectNoViolations(page: Page): Promise<void> {
  await page.waitForTimeout(300)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

test('a damaged file: told in both languages, restored from the newest backup by keyboard, and the damaged file kept', async ({
  hurt,
}) => {
  overwriteHead(hurt.file)
  const damaged = readFileSync(hurt.file)
  const page = await hurt.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phần đầu tệp sổ bị hỏng')
  await expect(page.getByRole('button', { name: 'Thử lại' })).toBeFocused()
  await expect(page.getByText('20/11/2026 16:30')).toBeVisible()
  await expectNoViolations(page)

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The beginning of the register’s file is damaged',
  )
  await page.getByRole('button', { name: 'Dark' }).click()
  await expectNoViolations(page)
  expect(readFileSync(hurt.file).equals(damaged)).toBe(true)

  await page.getByRole('button', { name: 'Try again' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The register still cannot be opened.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(
    page.getByRole('button', { name: 'Restore the backup made at 20/11/2026 16:30' }),
  ).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('Restore the backup made at 20/11/2026 16:30?')
  await expectNoViolations(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await signIn(page, PERSON.login, PERSON.password, 'Login')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today')

  const replaced = join(hurt.file, '..', 'replaced')
  const kept = readdirSync(replaced).filter((name) => name.endsWith('.db'))
  expect(kept).toHaveLength(1)
  expect(readFileSync(join(replaced, kept[0] ?? '')).equals(damaged)).toBe(true)
})

test('a foreign file: not touched; with the right file back in its place, trying again opens the register', async ({
  hurt,
}) => {
  const aside = `${hurt.file}.aside`
  renameSync(hurt.file, aside)
  writeFileSync(hurt.file, 'Kính gửi: Chi nhánh Văn phòng Đăng ký đất đai\n'.repeat(100))
  const page = await hurt.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đây không phải tệp sổ của chương trình')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await expect(page.getByText('Vẫn chưa mở được sổ.')).toBeVisible()
  renameSync(aside, hurt.file)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await signIn(page, PERSON.login, PERSON.password)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hôm nay')
})

test('a newer version: nothing is offered but to install it', async ({ hurt }) => {
  const database = new BetterSqlite3(hurt.file)
  database.pragma('user_version = 999')
  database.close()
  const page = await hurt.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sổ được ghi bởi phiên bản mới hơn')
  await expect(page.getByText('cấu trúc 999')).toBeVisible()
  await expect(page.getByText('Khôi phục từ bản sao lưu', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Sửa tệp|Mở như hiện có|Bắt đầu sổ mới/ })).toHaveCount(0)
})

test('a register whose guard was taken off is mended from its history', async ({ hurt }) => {
  const database = new BetterSqlite3(hurt.file)
  database.exec('DROP TRIGGER chain_no_delete')
  database.close()
  const page = await hurt.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cấu trúc sổ thiếu một phần')
  await page.getByRole('button', { name: 'Sửa tệp' }).click()
  await signIn(page, PERSON.login, PERSON.password)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hôm nay')
})

test('a register that is gone does not look like a first start', async ({ hurt }) => {
  rmSync(hurt.file)
  const page = await hurt.open()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không thấy tệp sổ')
  await page.getByRole('button', { name: 'Bắt đầu sổ mới' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Khôi phục bản sao lưu lúc 20/11/2026 16:30' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Khôi phục bản này' }).click()
  await signIn(page, PERSON.login, PERSON.password)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hôm nay')
})
