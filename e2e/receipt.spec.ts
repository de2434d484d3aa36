import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

/** Takes the place of the browser's print window, which nobody is there to answer; counts instead. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.print = () => {
      const { dataset } = window.top?.document.documentElement ?? document.documentElement
      dataset['prints'] = String(Number(dataset['prints'] ?? '0') + 1)
    }
  })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return async () => Number((await page.locator('html').getAttribute('data-prints')) ?? '0')
}

/** Receives a dossier of eight working days by the keyboard; returns its code. */
async function receive(page: Page, name: string): Promise<string> {
  await page.keyboard.press('Alt+2')
  const procedure = page.getByRole('combobox', { name: /Thủ tục/ })
  await expect(procedure).toBeFocused()
  await page.keyboard.type('cap doi giay')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Người nộp')).toBeFocused()
  await page.keyboard.type(name)
  const code = page.getByTestId('code')
  const before = (await code.count()) > 0 ? await code.textContent() : ''
  await page.keyboard.press('Control+Enter')
  await expect(code).not.toHaveText(before ?? '')
  await expect(procedure).toBeFocused()
  return (await code.textContent()) ?? ''
}

/** Makes 25/11/2026 a day off in the draft of the calendar and goes to what that does. */
async function tryDayOff(page: Page): Promise<void> {
  await goTo(page, '/calendar')
  await expect(page.getByRole('heading', { name: 'Lịch làm việc' })).toBeVisible()
  await page.locator('[data-date="2026-11-25"]').click()
  await expect(page.getByRole('dialog', { name: 'Thứ Tư, 25/11/2026' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Tên').fill('Nghỉ bão')
  await page.getByLabel('Căn cứ').fill('Công văn 12/UBND')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('calendar-draft')).toContainText('25/11/2026')
  await goTo(page, '/calendar?view=effects')
}

test('a receipt is shown, printed and kept in the history; a change of calendar knows who holds one', async ({
  page,
}) => {
  const prints = await countPrints(page)
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  const code = await receive(page, 'Nguyễn Thị Hoàng Oanh')
  const other = await receive(page, 'Trần Văn Bình')
  await page.keyboard.press('Alt+i')
  const dialog = page.getByRole('dialog', { name: `Giấy tiếp nhận ${other}` })
  await expect(dialog.getByTestId('receipt')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'In (Ctrl+P)' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(prints).toBe(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await expect(page.getByRole('heading', { name: other })).toBeVisible()
  await expect(page.getByText('Số 1/TNHS, hẹn trả 01/12/2026')).toBeVisible()
  await expect(page.getByRole('button', { name: /In lại giấy tiếp nhận/ })).toBeVisible()

  await tryDayOff(page)
  const row = (of: string) => page.getByRole('row', { name: new RegExp(of.replaceAll('.', '\\.')) })
  await expect(row(other)).toContainText('Đã in')
  await expect(row(code)).toContainText('Chưa in')
  expect(refused).toEqual([])
})

test('who wants it has the receipt printed on saving, and goes on typing', async ({ page }) => {
  const prints = await countPrints(page)
  await page.keyboard.press('Alt+2')
  const choice = page.getByRole('checkbox', { name: 'Lưu xong in giấy tiếp nhận' })
  await choice.click()
  await expect(choice).toBeChecked()
  await receive(page, 'Lê Văn Tám')
  await expect.poll(prints).toBe(1)
  await expect(page.getByRole('combobox', { name: /Thủ tục/ })).toBeFocused()
  await page.reload()
  await page.keyboard.press('Alt+2')
  await expect(choice).toBeChecked()
})
