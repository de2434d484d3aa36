import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

/** Goes to the form by keyboard and picks a procedure by a few letters of its name. */
async function pickProcedure(page: Page, letters: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('combobox', { name: /Thủ tục/ })).toBeFocused()
  await page.keyboard.type(letters)
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Người nộp')).toBeFocused()
}

/** Receives a dossier with the keyboard alone: procedure by a few letters, name, then Ctrl+Enter. Returns its code. */
async function receive(page: Page, procedure: string, name: string): Promise<string> {
  await pickProcedure(page, procedure)
  await page.keyboard.type(name)
  const code = page.getByTestId('code')
  const before = (await code.count()) > 0 ? await code.textContent() : ''
  await page.keyboard.press('Control+Enter')
  await expect(code).not.toHaveText(before ?? '')
  return (await code.textContent()) ?? ''
}

test('a dossier is received with the keyboard alone and appears in its queue', async ({ page }) => {
  const code = await receive(page, 'chuyen nhuong thua ke', 'Nguyễn Văn Ân')
  expect(code).toBe('000.00.22.H32-261123-0001')
  // The form is ready for the next one.
  await expect(page.getByLabel('Người nộp')).toHaveValue('')
  await expect(page.getByRole('combobox', { name: /Thủ tục/ })).toBeFocused()

  await goTo(page, '/dossiers?queue=waiting')
  await expect(page.getByRole('row', { name: /0001.*Nguyễn Văn Ân/ })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: code })).toBeVisible()
})

test('the due date stands there before saving, with the days counted and why not', async ({ page }) => {
  await pickProcedure(page, 'cap doi giay')
  const due = page.getByRole('complementary', { name: 'Hạn trả kết quả' })
  await expect(due).toContainText('01/12/2026')
  await expect(
    due.getByRole('gridcell', { name: /24\/11\/2026: không tính. Ngày Văn hóa Việt Nam/ }),
  ).toBeVisible()
})

test('bad input is said at the field, keeps the focus there and loses nothing', async ({ page }) => {
  await pickProcedure(page, 'cap doi giay')
  await page.keyboard.type('Trần Thị Bé')
  await page.keyboard.press('Enter')
  await page.keyboard.type('12345')
  await page.keyboard.press('Control+Enter')
  const number = page.getByLabel('Số định danh')
  await expect(number).toBeFocused()
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Người nộp')).toHaveValue('Trần Thị Bé')
  await expect(page.getByTestId('code')).toHaveCount(0)
  await number.fill('012345678901')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('code')).toHaveText('000.00.22.H32-261123-0001')
})

test('nguyễn is found by nguyen, đức by duc', async ({ page }) => {
  await receive(page, 'chuyen nhuong', 'Nguyễn Thị Bưởi')
  await receive(page, 'chuyen nhuong', 'Trần Hữu Đức')
  for (const [typed, name] of [
    ['nguyen', 'Nguyễn Thị Bưởi'],
    ['duc', 'Trần Hữu Đức'],
    ['nguyễn', 'Nguyễn Thị Bưởi'],
  ] as const) {
    await goTo(page, '/dossiers?queue=all')
    const box = page
      .getByRole('textbox', { name: /Tìm trong/ })
      .or(page.getByRole('searchbox', { name: /Tìm trong/ }))
    // The address of the search before is left behind first.
    await expect(box).toHaveValue('')
    await box.fill(typed)
    await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()
    await expect(page.locator('.MuiDataGrid-row')).toHaveCount(1)
  }
})

test('another window sees the new dossier by itself', async ({ office, host }, info) => {
  info.skip(host !== 'web', 'the desktop shell has one window')
  const other = await office.anotherWindow()
  await goTo(other, '/dossiers?queue=waiting')
  await expect(other.getByRole('heading', { name: 'Hồ sơ' })).toBeVisible()
  await receive(office.page, 'chuyen nhuong', 'Lê Văn Tám')
  await expect(other.getByRole('row', { name: /Lê Văn Tám/ })).toBeVisible()
})
