import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { call } from './calls.ts'
import { expect, goTo, test } from './office.ts'

test.use({ data: 'register', today: '2020-06-30' })

const MAY = '/figures?from=2020-05-01&to=2020-05-31&by=field'

/** A result of May entered in June, of the first dossier of May that is still open. */
async function enterLate(page: Page): Promise<string> {
  const { rows } = z.object({ rows: z.array(z.object({ id: z.number(), code: z.string() })) }).parse(
    await call(page, 'dossiers', 'list', {
      filter: {
        ...{ queue: 'in-process', search: '', procedureId: null, state: 'in-process', holderId: null },
        ...{ channel: null, commune: null, acceptedFrom: '2020-05-04', acceptedTo: '2020-05-20' },
        ...{ dueFrom: null, dueTo: null },
      },
      ...{ sort: { field: 'code', descending: false }, page: 0, pageSize: 50 },
    }),
  )
  const [first] = rows
  if (!first) throw new Error('no open dossier of May')
  const { version } = z
    .object({ version: z.number() })
    .parse(await call(page, 'dossiers', 'get', { id: first.id }))
  await call(page, 'dossiers', 'recordStep', {
    ...{ id: first.id, version, step: 'result-ready', happenedOn: '2020-05-29', happenedAt: null },
    ...{ holderId: null, note: '' },
  })
  return first.code
}

test('a period is closed, checked, seen to differ after a late entry, opened again and closed anew, by the keyboard', async ({
  page,
}) => {
  await goTo(page, MAY)
  const close = page.getByRole('button', { name: 'Chốt kỳ' })
  await close.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Chốt kỳ 01/05/2020 – 31/05/2020' })
  await expect(dialog.getByTestId('closing-preview')).toContainText('khớp')
  const confirm = dialog.getByRole('button', { name: 'Chốt', exact: true })
  await expect(confirm).toBeEnabled()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^chot-ky_.*_2020-05-01_2020-05-31_lan-1_so-1\.json$/)
  await expect(dialog).toBeHidden()
  await expect(page.getByTestId('closing-notice')).toContainText('đúng như khi chốt')
  await expect(close).toBeHidden()
  // The file alone says that it is intact.
  const said = execFileSync(
    process.execPath,
    [join(import.meta.dirname, '..', 'src-main', 'verify-period.ts'), await file.path()],
    { encoding: 'utf8' },
  )
  expect(said).toContain('NGUYÊN VẸN')

  const code = await enterLate(page)
  const notice = page.getByTestId('closing-notice')
  await expect(notice).toContainText('1 hồ sơ nay được tính khác với khi chốt')
  await notice.getByRole('link', { name: 'Xem khác biệt' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chốt số 1')
  const row = page.getByRole('row', { name: new RegExp(code) })
  await expect(row).toContainText('ghi muộn')
  await expect(row).toContainText('Có kết quả 29/05/2020, ghi 30/06/2020')
  await page.getByRole('button', { name: 'Kiểm tra' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closing-verdict')).toContainText('Nguyên vẹn', { timeout: 30_000 })

  await row.getByRole('gridcell').nth(1).click()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)

  await goTo(page, '/figures/closing/1')
  await page.getByRole('button', { name: 'Mở lại' }).focus()
  await page.keyboard.press('Enter')
  const reopen = page.getByRole('dialog', { name: /^Mở lại kỳ/ })
  await page.keyboard.press('Enter')
  await expect(reopen.getByText('Cần điền ô này')).toBeVisible()
  await page.keyboard.type('Ghi muộn kết quả')
  await page.keyboard.press('Enter')
  await expect(reopen).toBeHidden()
  await expect(page.getByTestId('closing-reopened')).toContainText('Ghi muộn kết quả')

  await goTo(page, MAY)
  await close.click()
  await expect(confirm).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Các kỳ đã chốt' }).click()
  const list = page.getByRole('grid', { name: 'Danh sách kỳ đã chốt' })
  await expect(list.getByRole('row', { name: /Đang chốt/ })).toContainText('01/05/2020 – 31/05/2020')
  await expect(list.getByRole('row', { name: /Đã mở lại/ })).toContainText('Ghi muộn kết quả')
})

test('what is known now is held against what was known at any moment', async ({ page }) => {
  await goTo(page, '/figures/since?from=2020-05-01&to=2020-05-31')
  // The register was brought in on one day: nothing of May was known in May.
  await expect(page.getByTestId('differences-count')).toBeVisible({ timeout: 30_000 })
  const time = page.getByLabel(/^Giờ/)
  await time.fill('25:00')
  await expect(page.getByText('Giờ dạng 17:00')).toBeVisible()
  await time.fill('08:00')
  await expect(page.getByText('Giờ dạng 17:00')).toBeHidden()
})
