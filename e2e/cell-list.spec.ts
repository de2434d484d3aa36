import type { Page } from '@playwright/test'
import { z } from 'zod'
import { sheetsOf } from '../src-main/documents/forms/test-pdf.ts'
import { expect, goTo, test } from './office.ts'

test.use({ data: 'register', today: '2020-12-01' })

const HALF = 'period=half-year&year=2020&index=1&rule=calendar'
const OVERDUE = JSON.stringify({
  ...{ from: '2020-01-01', to: '2020-06-30', method: 'original', known: null },
  ...{ by: 'field', key: null, column: 'pendingOverdue' },
})

/** Takes the place of the browser's print window, which nobody is there to answer. */
async function withoutPrinter(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  await page.reload()
}

/** What the office makes to be printed: its name, and the text of its sheets. */
async function printed(page: Page, start: () => Promise<void>): Promise<{ name: string; sheets: string[] }> {
  const answer = page.waitForResponse((response) => response.url().includes('dossiers/print'))
  await start()
  const { value } = z
    .object({ value: z.object({ name: z.string(), content: z.string() }) })
    .parse(await (await answer).json())
  await expect(page.locator('iframe.printed-file')).toBeAttached()
  return { name: value.name, sheets: await sheetsOf(new Uint8Array(Buffer.from(value.content, 'base64'))) }
}

test('the dossiers behind a number of June say in December what they counted as', async ({ page }) => {
  await goTo(page, `/dossiers?cell=${encodeURIComponent(OVERDUE)}`)
  const grid = page.getByRole('grid')
  await expect(page.getByRole('status').filter({ hasText: '58 hồ sơ' })).toBeVisible()
  for (const head of ['Tính vào: giải quyết', 'Hẹn so sánh', 'Ngày trễ', 'Thụ lý khi đó'])
    await expect(grid.getByRole('columnheader', { name: head })).toBeVisible()
  const cells = grid.locator('[role=gridcell][data-field=countedStanding]')
  await expect(cells.first()).toHaveText('(13) Quá hạn')
  // Sorted by the days late, as they were at the end of June.
  await grid.getByRole('columnheader', { name: 'Ngày trễ' }).click()
  await expect(page).toHaveURL(/sort=countedDaysLate/)
  await grid.getByRole('columnheader', { name: 'Ngày trễ' }).click()
  await expect(page).toHaveURL(/sort=-countedDaysLate/)
  const late = grid.locator('[role=gridcell][data-field=countedDaysLate]')
  await expect(async () => {
    const days = (await late.allTextContents()).map(Number)
    expect(days.length).toBeGreaterThan(5)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  }).toPass()
})

test('Ctrl+P prints that list, as long as the number, with what each counted as', async ({
  page,
  host,
}, info) => {
  info.skip(host !== 'web', 'what the office answers is seen on the network alone')
  await withoutPrinter(page)
  await goTo(page, `/dossiers?cell=${encodeURIComponent(OVERDUE)}&sort=-countedDaysLate`)
  await expect(page.getByRole('status').filter({ hasText: '58 hồ sơ' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'In', exact: true })).toBeEnabled()
  const { name, sheets } = await printed(page, () => page.keyboard.press('Control+p'))
  expect(name).toMatch(/^ho-so_.*_2020-12-01\.pdf$/)
  expect(sheets[0]).toContain('Trạng thái tính đến hết ngày: 01/12/2020. Số hồ sơ: 58')
  expect(sheets[0]).toContain('cột: Đang giải quyết quá hạn (13)')
  expect(sheets.at(-1)).toContain('Cộng: 58 hồ sơ.')
  expect(sheets.at(-1)).toContain(`Trang ${sheets.length}/${sheets.length}`)
})

test('of a list too long for paper the beginning is printed, and that is said beforehand and after', async ({
  page,
  host,
}, info) => {
  info.skip(host !== 'web', 'what the office answers is seen on the network alone')
  await withoutPrinter(page)
  await goTo(page, '/dossiers')
  const button = page.getByRole('button', { name: 'In', exact: true })
  await expect(button).toHaveAttribute('title', /3\.000 hồ sơ đầu tiên trong 15\.970/)
  const paper = printed(page, () => button.click())
  await expect(page.getByText('Bản in chỉ có 3.000 hồ sơ đầu tiên trong 15.970 hồ sơ')).toBeVisible({
    timeout: 60_000,
  })
  const { sheets } = await paper
  expect(sheets[0]).toContain('Số hồ sơ: 15.970')
  expect(sheets[0]).toContain('Bản in chỉ có 3.000 hồ sơ đầu tiên')
})

test('part and whole of a share open their dossiers', async ({ page }) => {
  await goTo(page, `/figures?${HALF}`)
  const share = page.locator('[data-share=onTimeOfResolved]')
  await expect(share.getByRole('link')).toHaveCount(2)
  const [part, whole] = await share.getByRole('link').allTextContents()
  await expect(share).toContainText(`${part} / ${whole} hồ sơ đã giải quyết`)
  await share.getByRole('link').first().click()
  await expect(page.getByRole('status').filter({ hasText: `${part} hồ sơ` })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Đang lọc theo' })).toContainText('trước và đúng hạn')
  await page.goBack()
  await share.getByRole('link').nth(1).click()
  await expect(page.getByRole('status').filter({ hasText: `${whole} hồ sơ` })).toBeVisible()
})

test.describe('on the last day of June', () => {
  test.use({ today: '2020-06-30' })

  test('the load of each day opens its dossiers by the extended due date too', async ({ page }) => {
    await goTo(page, `/figures?${HALF}&view=charts&method=extended`)
    const card = page.getByTestId('chart-load')
    const later = card.getByRole('link', { name: /Đang tính hạn/ }).first()
    const number = await later.textContent()
    await later.click()
    await expect(page.getByRole('status').filter({ hasText: `${number} hồ sơ` })).toBeVisible()
    await expect(page.getByRole('group', { name: 'Đang lọc theo' })).toContainText('hẹn trả từ')
    await page.goBack()
    await card
      .getByRole('button', { name: /số liệu|Số liệu/ })
      .first()
      .click()
    const link = card.getByRole('grid').getByRole('link').first()
    const due = await link.textContent()
    await link.click()
    await expect(page.getByRole('status').filter({ hasText: `${due} hồ sơ` })).toBeVisible()
  })

  test('every number of the month on the first screen opens its dossiers', async ({ page }) => {
    const month = page.getByRole('region', { name: /Tháng 6\/2020/ })
    const links = month.getByRole('link', { name: /mở danh sách/ })
    await expect(links).toHaveCount(12)
    for (let at = 0; at < 12; at++) {
      const link = links.nth(at)
      const number = await link.textContent()
      await link.click()
      await expect(page.getByRole('status').filter({ hasText: `${number} hồ sơ` })).toBeVisible()
      await page.goBack()
    }
  })
})
