import { readFile } from 'node:fs/promises'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import type { Locator, Page } from '@playwright/test'
import { sheetsOf } from '../src-main/documents/forms/test-pdf.ts'
import { expect, goTo, test } from './office.ts'

test.use({ data: 'register', today: '2020-07-01' })

/** The figures of the half-year, and the dialog its report leaves by. */
async function openExport(page: Page): Promise<Locator> {
  await goTo(page, '/figures?from=2020-01-01&to=2020-06-30&by=procedure')
  await expect(page.getByTestId('figures-table')).toHaveAttribute('data-period', '2020-01-01/2020-06-30', {
    timeout: 30_000,
  })
  await page.getByRole('button', { name: 'Xuất báo cáo' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Xuất báo cáo thống kê' })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Chooses a format, exports and reads what was saved. */
async function save(page: Page, dialog: Locator, format: string): Promise<{ name: string; bytes: Buffer }> {
  await dialog.getByRole('button', { name: format, exact: true }).click()
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await dialog.getByRole('button', { name: 'Xuất tệp' }).click()
  const file = await download
  await expect(dialog).toBeHidden()
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

test('the report of half a year leaves as a workbook with every dossier', async ({ page }) => {
  test.slow()
  const dialog = await openExport(page)
  await dialog.getByRole('checkbox', { name: 'Danh sách hồ sơ' }).check()
  const { name, bytes } = await save(page, dialog, 'Excel')
  expect(name).toMatch(/^bieu-II06a-theo-thu-tuc_.+_2020-01-01_2020-06-30\.xlsx$/)
  const { sheets } = await readXlsx(new Uint8Array(bytes))
  expect(sheets).toHaveLength(14)
  const total = sheets[0]?.rows.find((row) => row[1] === 'Tổng cộng')
  expect(total?.slice(2)).toEqual([15970, 5487, 9581, 902, 14947, 9663, 4537, 747, 1023, 965, 58])
  const list = sheets.at(-1)
  const head = list?.rows.findIndex((row) => row[0] === 'STT') ?? 0
  expect(list?.rows.slice(head + 1)).toHaveLength(15970)
})

test('as a paper to sign, and as CSV for other programs, chosen with the keyboard', async ({ page }) => {
  test.slow()
  const paper = await save(page, await openExport(page), 'PDF để ký')
  expect(paper.name).toMatch(/\.pdf$/)
  const [first = ''] = await sheetsOf(new Uint8Array(paper.bytes))
  expect(first).toContain('Tổng cộng 15.970 5.487 9.581 902 14.947 9.663 4.537 747 1.023 965 58')
  const dialog = await openExport(page)
  await expect(dialog.getByRole('button', { name: 'Xuất tệp' })).toBeFocused()
  await dialog.getByRole('button', { name: 'CSV', exact: true }).press('Space')
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await dialog.getByRole('button', { name: 'Xuất tệp' }).press('Enter')
  const text = (await readFile(await (await download).path())).toString('utf8')
  const rows = parseCsv(text.slice(1))
  const total = rows.find((row) => row[3] === 'Tổng cộng')
  expect(total?.slice(5, 9).map(Number)).toEqual([15970, 5487, 9581, 902])
  // What left is in the audit.
  await goTo(page, '/audit')
  await expect(page.getByText(/biểu II\.06a.*_2020-01-01_2020-06-30\.csv/).first()).toBeVisible()
})

test('a report under way can be stopped, and nothing is saved', async ({ page }) => {
  test.slow()
  const dialog = await openExport(page)
  await dialog.getByRole('checkbox', { name: 'Danh sách hồ sơ' }).check()
  let saved = false
  page.on('download', () => (saved = true))
  await dialog.getByRole('button', { name: 'Xuất tệp' }).click()
  await expect(dialog.getByRole('progressbar', { name: 'Đang lập báo cáo' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Dừng' }).click()
  await expect(dialog.getByText('Đã dừng, chưa có tệp nào được lưu.')).toBeVisible({ timeout: 30_000 })
  expect(saved).toBe(false)
  await dialog.getByRole('button', { name: 'Hủy' }).click()
  await expect(dialog).toBeHidden()
})

test.describe('the dossiers to mend', () => {
  test.use({ data: 'office', today: '2026-11-23' })

  test('are listed by kind, open with Enter, and are there on the way back', async ({ page }) => {
    await goTo(page, '/reception')
    await page.getByRole('combobox', { name: /Thủ tục/ }).fill('cap doi giay')
    await page.getByRole('listbox').getByRole('option').first().click()
    await page.getByLabel('Người nộp').fill('Nguyễn Văn A')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('link', { name: 'Mở hồ sơ' })).toBeVisible()
    await goTo(page, '/figures?from=2026-11-01&to=2026-11-30&by=field')
    // The dialog says so before a report leaves, and leads there.
    await page.getByRole('button', { name: 'Xuất báo cáo' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Xem hồ sơ' }).press('Enter')
    await expect(page.getByTestId('checks-outcome')).toContainText('1 trong 1 hồ sơ của kỳ cần xem lại')
    const kind = page.getByRole('button', { name: 'Không có người thụ lý: 1' })
    await kind.press('Enter')
    await expect(kind).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByRole('button', { name: 'Kết quả ngày nghỉ: 0' })).toBeDisabled()
    const list = page.getByRole('grid', { name: 'Hồ sơ cần xem lại' })
    await expect(list).toContainText('Nguyễn Văn A')
    await list.getByRole('link').first().press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('261123-0001')
    await page.goBack()
    await expect(kind).toHaveAttribute('aria-pressed', 'true')
  })
})
