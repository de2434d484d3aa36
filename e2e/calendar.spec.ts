import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

/** A number of the sums of the effects, as it stands on the screen. */
const sum = (page: Page, words: string) =>
  page.getByTestId('calendar-sums').locator('div', { hasText: words }).getByRole('definition')

/** Makes 25/6/2020 a day off in the draft, by the keyboard from today on. */
async function draftDayOff(page: Page): Promise<void> {
  await goTo(page, '/calendar')
  await page.locator('[data-date="2020-06-23"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Thứ Năm, 25/06/2020' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Tên').fill('Nghỉ theo quyết định của tỉnh')
  await page.getByLabel('Căn cứ').fill('Quyết định 1/QĐ-UBND')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('calendar-draft')).toContainText('25/06/2020')
}

test.use({ data: 'register', today: '2020-06-23' })

test('a day off is tried out first, kept while one looks elsewhere, then made with its reason', async ({
  page,
}) => {
  await draftDayOff(page)
  await expect(page.locator('[data-date="2020-06-25"]')).toBeFocused()
  await goTo(page, '/dossiers?queue=all')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await goTo(page, '/calendar?view=effects')

  const moved = Number((await sum(page, 'Đổi ngày hẹn').innerText()).replaceAll('.', ''))
  expect(moved).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Áp dụng…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Áp dụng' }).click()
  await expect(dialog).toContainText('Cần điền ô này')
  await dialog.getByLabel('Lý do, căn cứ của thay đổi').fill('Quyết định 1/QĐ-UBND')
  await dialog.getByRole('button', { name: 'Áp dụng' }).click()
  await expect(page.getByTestId('calendar-applied')).toContainText('hồ sơ đổi ngày hẹn trả')

  await page.getByRole('tab', { name: 'Lịch sử thay đổi' }).click()
  await expect(page.getByTestId('calendar-changes').getByRole('listitem').first()).toContainText(
    'Quyết định 1/QĐ-UBND',
  )
  await page.getByRole('link', { name: /^Xem .* hồ sơ đổi ngày hẹn$/ }).click()
  const opened = page.getByTestId('calendar-change')
  await expect(opened).toContainText('Quyết định 1/QĐ-UBND')
  await expect(opened.getByRole('status').first()).toHaveText(`${moved.toLocaleString('vi-VN')} hồ sơ`)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    opened.getByRole('button', { name: 'Xuất danh sách' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^ho-so-doi-ngay-hen_.*\.xlsx$/)
  await opened.getByRole('button', { name: 'Mọi thay đổi' }).click()
  await expect(page.getByTestId('calendar-changes')).toBeVisible()
  await page.getByRole('tab', { name: 'Lịch năm' }).click()
  await expect(page.locator('[data-date="2020-06-25"]')).toHaveAttribute('data-kind', 'off')
})

test('a draft thrown away leaves the calendar as it was', async ({ page }) => {
  await draftDayOff(page)
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản nháp' }).click()
  await expect(page.getByTestId('calendar-draft')).toBeHidden()
  await expect(page.locator('[data-date="2020-06-25"]')).not.toHaveAttribute('data-kind', 'off')
})

test('a file with faults is refused row by row, in words', async ({ page }) => {
  await goTo(page, '/calendar')
  const rows =
    'date,kind,name,basis,status\n2020-13-01,off,Sai ngày,QĐ 1,confirmed\n2020-06-26,lễ,,QĐ 1,press\n'
  await page
    .getByTestId('calendar-file')
    .setInputFiles({ name: 'lich.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
  const dialog = page.getByRole('dialog', { name: 'Chưa nhập được tệp lich.csv' })
  await expect(dialog.getByRole('row', { name: /^2 Ngày 2020-13-01 Không có ngày này/ })).toBeVisible()
  await expect(dialog.getByRole('row', { name: /^3 Loại lễ Chỉ nhận/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Đóng' }).click()
  await expect(page.getByTestId('calendar-draft')).toBeHidden()
})

test.describe('in December, before the calendar of the next year is announced', () => {
  test.use({ data: 'office', today: '2026-12-10' })

  test('that is told on the first screen, on the calendar and where a due date falls into that year', async ({
    page,
  }) => {
    const reminders = page.getByTestId('calendar-reminders')
    await expect(reminders).toContainText('Lịch làm việc năm 2027 chưa xác nhận')
    await reminders.getByRole('link', { name: 'Mở lịch năm 2027' }).click()
    const doubt = page.getByTestId('calendar-unconfirmed')
    await expect(doubt).toContainText('Lịch năm 2027 chưa xác nhận. 12 ngày chưa công bố.')
    // The year says so itself: once is enough.
    await expect(reminders).toBeHidden()

    await goTo(page, '/reception')
    const procedure = page.getByRole('combobox', { name: /Thủ tục/ })
    await procedure.fill('dien tich tang them')
    await page.getByRole('listbox').getByRole('option').first().click()
    await expect(page.getByTestId('due')).toContainText('/2027')
    await expect(page.getByRole('status').filter({ hasText: '/2027' })).toContainText(
      'tạm tính: lịch nghỉ của năm này chưa được công bố',
    )
  })

  test('one announced day off does not make a year confirmed', async ({ page }) => {
    await goTo(page, '/calendar?year=2028')
    const doubt = page.getByTestId('calendar-unconfirmed')
    await expect(doubt).toContainText('Năm này chưa có ngày nghỉ nào')
    await page.locator('[data-date="2028-01-03"]').dblclick()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Ngày nghỉ' }).check()
    await dialog.getByLabel('Tên').fill('Nghỉ bù Tết Dương lịch')
    await dialog.getByLabel('Căn cứ').fill('Thông báo 1/TB')
    await page.keyboard.press('Enter')
    await expect(doubt).toContainText('Lịch còn thiếu ngày nghỉ theo luật')
  })
})
