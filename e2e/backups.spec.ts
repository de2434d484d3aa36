import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'
import { PERSON, signIn } from './people.ts'

/** Receives a dossier with the keyboard alone. */
async function receive(page: Page, name: string): Promise<void> {
  await goTo(page, '/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('combobox', { name: /Thủ tục/ })).toBeFocused()
  // The form remembers the last procedure.
  await page.keyboard.press('Control+a')
  await page.keyboard.type('cap doi giay')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Người nộp')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Người nộp')).toHaveValue('')
}

/** Opens the screen and makes a backup. */
async function backUp(page: Page): Promise<void> {
  await goTo(page, '/backups')
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect(page.getByText('Đã sao lưu và kiểm tra xong')).toBeVisible()
}

test.describe('the drill', () => {
  // Two whole restores, each with a backup before it.
  test.setTimeout(120_000)

  test('a backup is made, work goes on, the backup is restored, and the register stands where it stood', async ({
    page,
    office,
  }) => {
    await receive(page, 'Nguyễn Văn Trước')
    await backUp(page)
    await receive(page, 'Trần Thị Sau')

    await goTo(page, '/backups')
    const byHand = page.getByTestId('backup-list').getByRole('row', { name: /Làm thủ công/ })
    await expect(byHand).toContainText('Đã kiểm tra')
    await byHand.getByRole('button', { name: /Khôi phục bản/ }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Khôi phục bản sao lưu' })
    await expect(dialog).toContainText('một thời điểm trước của sổ hiện tại')
    await expect(dialog.getByTestId('restore-counts')).toContainText('Bản sao lưu có 1 hồ sơ')
    await expect(dialog.getByTestId('restore-loss')).toContainText('1 hồ sơ tiếp nhận, 1 sự kiện')
    await expect(
      dialog.getByTestId('restore-loss').getByRole('row', { name: /23\/11\/2026 1 1/ }),
    ).toBeVisible()

    const confirm = dialog.getByRole('button', { name: 'Khôi phục', exact: true })
    await expect(confirm).toBeDisabled()
    const word = dialog.getByLabel('Gõ KHÔI PHỤC để xác nhận')
    await expect(word).toBeFocused()
    await page.keyboard.type('khôi phục')
    await expect(confirm).toBeEnabled()
    await page.keyboard.press('Enter')

    // Everybody comes in through the door again.
    await expect(page.getByLabel('Tên đăng nhập')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByTestId('restored-note')).toContainText('đã được khôi phục')
    await page.reload()
    await expect(page.getByTestId('restored-note')).toContainText('từ bản sao lưu tạo lúc')
    await signIn(page, PERSON.login, PERSON.password)
    await expect(page.getByText(/Đã khôi phục từ so-mot-cua_2026-11-23/)).toBeVisible()
    await goTo(page, '/dossiers?queue=all')
    await expect(page.getByRole('row', { name: /Nguyễn Văn Trước/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /Trần Thị Sau/ })).toHaveCount(0)
    await goTo(page, '/backups')
    await expect(page.getByText('1 sổ được giữ lại')).toBeVisible()
    await expect(page.getByTestId('backup-list')).toContainText('Trước khi khôi phục')
    expect(readdirSync(join(office.dataDir, 'replaced'))).toHaveLength(1)
  })
})

test('the second place is chosen, gets its copy, and a wrong one is told at the field', async ({ page }) => {
  const second = mkdtempSync(join(tmpdir(), 'so-mot-cua-stick-'))
  await backUp(page)
  const field = page.getByLabel('Thư mục')
  const save = page.getByRole('button', { name: 'Lưu', exact: true })
  await field.fill('sao-luu')
  await save.click()
  await expect(page.getByText('Ghi đường dẫn đầy đủ')).toBeVisible()
  await field.fill('/khong/co')
  await save.click()
  await expect(page.getByText('Không có thư mục này')).toBeVisible()
  await field.fill(second)
  await save.click()
  await expect(page.getByTestId('backup-list').getByRole('row', { name: /Nơi thứ hai/ })).toBeVisible()
  expect(readdirSync(second).filter((name) => name.endsWith('.db'))).toHaveLength(1)

  rmSync(second, { recursive: true })
  await page.getByRole('button', { name: 'Sao lưu ngay' }).click()
  await expect(page.getByText(/chưa chép được sang nơi thứ hai/)).toBeVisible()
  await expect(page.getByTestId('backup-chip')).toContainText('Sao lưu gặp lỗi')
})

test('a file that is no backup, a cut one, and none at all are refused in words', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-mot-cua-files-'))
  writeFileSync(join(folder, 'ghi-chu.db'), 'không phải bản sao lưu')
  await goTo(page, '/backups')
  for (const [path, words] of [
    [join(folder, 'ghi-chu.db'), 'không phải là bản sao lưu'],
    [join(folder, 'khong-co.db'), 'Không tìm thấy hoặc không mở được'],
    ['khong-co.db', 'Ghi đường dẫn đầy đủ'],
  ] as const) {
    await page.getByRole('button', { name: 'Khôi phục từ tệp khác…' }).click()
    await page.getByLabel('Đường dẫn của tệp').fill(path)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Khôi phục bản sao lưu' })
    await expect(dialog).toContainText(words)
    await expect(dialog.getByRole('button', { name: 'Khôi phục', exact: true })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Hủy' }).click()
  }
  rmSync(folder, { recursive: true })
})

test('everything goes out as one zip', async ({ page, host }, info) => {
  info.skip(host !== 'web', 'downloads are the browser’s')
  await goTo(page, '/backups')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất toàn bộ' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^toan-bo-du-lieu_.*_2026-11-23\.zip$/)
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test.describe('first start', () => {
  test.use({ data: 'nothing' })

  test('offers an export of everything, and says when a file is none', async ({ page }) => {
    await page.getByRole('button', { name: 'Từ bản xuất toàn bộ…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Mở từ bản xuất toàn bộ' })
    await expect(dialog.getByRole('button', { name: 'Mở', exact: true })).toBeDisabled()
    await dialog.getByTestId('export-file').setInputFiles({
      name: 'anh.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('không phải zip'),
    })
    await dialog.getByLabel('Họ và tên của bạn').fill('Phạm Văn Mới')
    await dialog.getByLabel('Mở sổ không cần đăng nhập').check()
    await dialog.getByRole('button', { name: 'Mở', exact: true }).click()
    await expect(dialog).toContainText('không phải là bản xuất toàn bộ')
  })
})

test.describe('WCAG 2.2 AA, as far as axe can tell', () => {
  test('the screen and the restore dialog', async ({ page, host }, info) => {
    info.skip(host !== 'web', 'the page is the same on every host')
    await backUp(page)
    const look = async (): Promise<void> => {
      await page.waitForTimeout(400)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    }
    await look()
    await page
      .getByRole('button', { name: /Khôi phục bản/ })
      .first()
      .click()
    await expect(page.getByTestId('restore-counts')).toBeVisible()
    await look()
  })
})
