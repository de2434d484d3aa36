import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

const entries = (page: Page) => page.getByRole('table', { name: 'Các mục nhật ký' }).getByRole('row')

test('the audit is filtered, leaves as a file, and that is its next entry', async ({ page, host }, info) => {
  info.skip(host === 'electron', 'the file goes where the system puts it')
  await goTo(page, '/audit')
  await expect(entries(page).filter({ hasText: 'Tạo sổ' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Việc' }).press('Enter')
  await page.getByRole('option', { name: 'Thiết lập đơn vị' }).press('Enter')
  await expect(entries(page)).toHaveCount(2)
  await expect(entries(page).nth(1)).toContainText('Nguyễn Thị Một')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất', exact: true }).press('Enter')
  await page.getByRole('menuitem', { name: /CSV/ }).press('Enter')
  const text = readFileSync(await (await download).path(), 'utf8')
  expect(text).toContain('Thiết lập đơn vị')
  expect(text).not.toContain('Tạo sổ')

  await page.getByRole('button', { name: 'Xóa lọc' }).click()
  // The daily backup may have been made meanwhile.
  await expect(entries(page).filter({ hasText: 'Xuất tệp' })).toHaveCount(1)
})

test('what another program did to the file is found, stands out in the audit', async ({ page, office }) => {
  await goTo(page, '/audit')
  const verify = page.getByRole('button', { name: 'Kiểm tra', exact: true })
  await verify.click()
  await expect(page.getByText('Sổ nguyên vẹn')).toBeVisible()
  const db = new BetterSqlite3(join(office.dataDir, 'register.db'))
  db.exec("UPDATE staff SET name_lookup = 'ai đó'")
  db.close()
  // What a walk has found is written down behind it: the next one tells of it, too.
  await expect(async () => {
    await verify.click()
    await expect(page.getByText('Có 1 điểm không khớp')).toBeVisible({ timeout: 5000 })
    await expect(page.getByText(/^Phát hiện sổ bị sửa ngoài chương trình: \d+ lần/)).toBeVisible({
      timeout: 1000,
    })
  }).toPass({ timeout: 30_000 })
  await expect(entries(page).filter({ hasText: 'Sổ bị sửa ngoài chương trình' }).first()).toBeVisible()
})
