import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Download, Locator, Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

test.use({ data: 'register', today: '2020-06-30' })

const HALF = 'period=half-year&year=2020&index=1&rule=calendar'

/** A number of the table on the screen. */
const cellOf = (page: Page, row: string, column: string): Locator =>
  page.locator(`[data-testid=figures-table] [data-row="${row}"] [data-figure=${column}]`)

/** How long the list on the screen is, as it says itself. */
const listLength = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'hồ sơ' }).first()

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

test('a number opens the dossiers it counts, in as long a list, which names it and leads back to it', async ({
  page,
}) => {
  const cells = [
    {
      by: 'procedure',
      row: 'Tách thửa hoặc hợp thửa đất',
      column: 'resolvedLate',
      named: 'Giải quyết quá hạn',
    },
    { by: 'month', row: 'Tháng 3 năm 2020', column: 'pendingOverdue', named: 'Đang giải quyết quá hạn' },
    { by: 'band', row: 'Trên 30 ngày', column: 'late', named: 'Quá hạn, đã và đang giải quyết' },
    { by: 'level', row: 'total', column: 'carriedOver', named: 'Từ kỳ trước' },
  ]
  for (const { by, row, column, named } of cells) {
    await goTo(page, `/figures?${HALF}&by=${by}`)
    await expect(page.getByTestId('figures-table')).toHaveAttribute('data-by', by)
    const link = cellOf(page, row, column).getByRole('link')
    const number = await link.textContent()
    await expect(link).toHaveAccessibleName(
      `${number} hồ sơ, ${row === 'total' ? 'Tổng số' : row}, ${named}: mở danh sách`,
    )
    await link.click()
    await expect(listLength(page)).toHaveText(`${number} hồ sơ`)
    const chips = page.getByRole('group', { name: 'Đang lọc theo' })
    await expect(chips).toContainText(
      `Thống kê 6 tháng đầu năm 2020: ${row === 'total' ? '' : `${row} – `}${named}`,
    )
    await chips.getByRole('link', { name: 'Về bảng thống kê' }).click()
    await expect(page.getByTestId('figures-table')).toHaveAttribute('data-period', '2020-01-01/2020-06-30')
    await expect(cellOf(page, row, column).getByRole('link')).toBeFocused()
  }
})

test('the days late by leg stand beside the dossiers, and open those that have some', async ({ page }) => {
  await goTo(page, `/figures?${HALF}&by=whose`)
  const days = cellOf(page, 'total', 'daysLate').getByRole('link')
  await expect(days).toHaveAccessibleName(/ngày làm việc trễ, Tổng số: mở danh sách hồ sơ có những ngày này$/)
  // The same number of dossiers as are late; there are more days than dossiers.
  const late = await cellOf(page, 'total', 'late').textContent()
  expect(Number((await days.textContent())?.replace('.', ''))).toBeGreaterThan(Number(late?.replace('.', '')))
  await days.click()
  await expect(listLength(page)).toHaveText(`${late} hồ sơ`)
  await expect(page.getByRole('group', { name: 'Đang lọc theo' })).toContainText('Có ngày làm việc trễ')
})

test('a list from a number of a commune says its name, here and in its file', async ({
  page,
  host,
}, info) => {
  await goTo(page, `/figures?${HALF}&by=commune`)
  const row = page.locator('[data-testid=figures-row]').nth(1)
  const name = await row.getByRole('rowheader').textContent()
  const number = await row.locator('[data-figure=resolved]').textContent()
  await row.locator('[data-figure=resolved]').getByRole('link').click()
  await expect(listLength(page)).toHaveText(`${number} hồ sơ`)
  await expect(page.getByRole('group', { name: 'Đang lọc theo' })).toContainText(`${name} – Đã giải quyết`)
  info.skip(host !== 'web', 'the stand-in has no download folder')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất Excel' }).click()
  expect((await bytesOf(await download)).subarray(0, 2).toString()).toBe('PK')
})

test('the table is one stop of the Tab key; arrows go between its numbers and Enter opens one', async ({
  page,
}) => {
  await goTo(page, `/figures?${HALF}&by=field`)
  await expect(page.getByTestId('figures-table')).toHaveAttribute('data-by', 'field')
  await expect(page.locator('[data-testid=figures-table] a[tabindex="0"]')).toHaveCount(1)
  const first = cellOf(page, 'total', 'receivedTotal').getByRole('link')
  await page.getByRole('link', { name: 'So với lúc trước' }).focus()
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(cellOf(page, 'total', 'receivedOnline').getByRole('link')).toBeFocused()
  await page.keyboard.press('End')
  await expect(cellOf(page, 'total', 'pendingOverdue').getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(listLength(page)).toHaveText('58 hồ sơ')
})

test('the due date compared with is chosen, said under “Cách tính”, and goes along to the list', async ({
  page,
}) => {
  await goTo(page, `/figures?${HALF}&by=field`)
  const table = page.getByTestId('figures-table')
  const notes = page.getByTestId('figures-method')
  await expect(table).toHaveAttribute('data-method', 'original')
  await expect(notes).toContainText('so ngày kết thúc với ngày hẹn trả đang có hiệu lực')
  await page.getByRole('button', { name: 'Hẹn lại' }).click()
  await expect(table).toHaveAttribute('data-method', 'extended')
  await expect(notes).toContainText('so ngày kết thúc với ngày hẹn lại trên phiếu xin lỗi')
  await cellOf(page, 'total', 'pending').getByRole('link').click()
  await expect(page.getByRole('group', { name: 'Đang lọc theo' })).toContainText('theo ngày hẹn lại')
  await expect(listLength(page)).toHaveText('1.023 hồ sơ')
})

test('the breakdown is chosen with the keyboard', async ({ page }) => {
  await goTo(page, `/figures?${HALF}`)
  const choice = page.getByRole('combobox', { name: 'Các dòng của bảng' })
  await choice.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Theo tháng' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('figures-table')).toHaveAttribute('data-by', 'month')
  // What is left at the end of a month is what the next one begins with.
  const left = await cellOf(page, 'Tháng 1 năm 2020', 'pending').textContent()
  await expect(cellOf(page, 'Tháng 2 năm 2020', 'carriedOver')).toHaveText(left ?? '')
})

test('processing times tell of how many dossiers they are', async ({ page }) => {
  await goTo(page, `/figures?${HALF}&view=times`)
  const total = page.locator('[data-testid=times-table] [data-row=total]')
  await expect(total.locator('[data-figure=median]')).toHaveText('6')
  const number = await total.getByRole('link').textContent()
  await total.getByRole('link').click()
  await expect(listLength(page)).toHaveText(`${number} hồ sơ`)
})

test('a quarter is compared with the one before and with last year', async ({ page }) => {
  await goTo(page, '/figures?period=quarter&year=2020&index=2&rule=calendar&view=compare')
  const row = page.locator('[data-testid=compare-table] [data-row=receivedInPeriod]')
  await expect(row.locator('[data-figure=now]')).toHaveText('7.773')
  await expect(row.locator('[data-figure=before]')).toHaveText('7.295')
  await expect(row.locator('[data-figure=difference-1]')).toHaveText('+478')
  await expect(row.locator('[data-figure=yearBefore]')).toHaveText('0')
  const share = page.locator('[data-testid=compare-table] [data-row=share]')
  await expect(share.locator('[data-figure=now]')).toContainText('7.398 / 7.661')
  await row.locator('[data-figure=before]').getByRole('link').click()
  await expect(listLength(page)).toHaveText('7.295 hồ sơ')
})

test('the numbers of a chart open their dossiers', async ({ page }) => {
  await goTo(page, `/figures?${HALF}&view=charts`)
  for (const [name, title] of [
    ['load', 'Hồ sơ đến hạn trong 15 ngày làm việc tới'],
    ['ages', 'Tuổi của hồ sơ đang giải quyết'],
    ['flow', 'Tiếp nhận, giải quyết, tồn theo tháng'],
  ] as const) {
    await goTo(page, `/figures?${HALF}&view=charts`)
    const chart = page.getByTestId(`chart-${name}`)
    await chart.getByRole('button', { name: `Số liệu của biểu đồ ${title}` }).click()
    const link = chart.getByRole('grid', { name: title }).getByRole('link').nth(1)
    await expect(link).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include(`[data-chart-card=${name}]`).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    const number = await link.textContent()
    await link.click()
    await expect(listLength(page)).toHaveText(`${number} hồ sơ`)
  }
})

test('a chart leaves as a picture, the same by day and by night', async ({ page, host }, info) => {
  info.skip(host !== 'web', 'the stand-in has no download folder')
  const pictureOf = async (name: string): Promise<Buffer> => {
    await expect(page.locator(`[data-chart=${name}] svg`).first()).toBeVisible()
    const download = page.waitForEvent('download')
    await page.locator(`[data-chart-picture=${name}]`).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^[a-z0-9-]+_[a-z0-9-]+(_2020-\d\d-\d\d)?_2020-06-30\.png$/)
    return bytesOf(file)
  }
  const all: Buffer[][] = []
  for (const scheme of ['light', 'dark']) {
    await page.evaluate(
      (value) =>
        fetch('/call/office/setPreference', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ input: { key: 'scheme', value } }),
        }),
      scheme,
    )
    await goTo(page, `/figures?${HALF}&view=charts`)
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-theme', scheme)
    const pictures: Buffer[] = []
    for (const name of ['flow', 'share', 'cause', 'procedure', 'ages', 'load'])
      pictures.push(await pictureOf(name))
    all.push(pictures)
  }
  const [light = [], dark = []] = all
  for (const [at, picture] of light.entries()) {
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    // Twice the size of the screen, for paper.
    expect(picture.readUInt32BE(16)).toBeGreaterThan(800)
    expect(picture.equals(dark[at] ?? Buffer.alloc(0))).toBe(true)
  }
  // Drawn, not blank.
  expect(new Set(light.map((picture) => picture.length)).size).toBe(6)
  for (const picture of light) expect(picture.length).toBeGreaterThan(10_000)
})

test('printing a table prints the paper of the office, by its button and with Ctrl+P, and the audit tells of it', async ({
  page,
  host,
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      const root = window.top?.document.documentElement ?? document.documentElement
      root.dataset['prints'] = String(Number(root.dataset['prints'] ?? '0') + 1)
    }
  })
  const asked: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/figures/exportSummary')) asked.push(request.postDataJSON())
  })
  await goTo(page, `/figures?${HALF}&by=commune`)
  await page.reload()
  await expect(page.getByTestId('figures-table')).toHaveAttribute('data-by', 'commune')
  const button = page.getByRole('button', { name: 'In', exact: true })
  await expect(button).toBeEnabled()
  await button.click()
  await expect(page.locator('iframe.printed-file')).toHaveAttribute('title', /^bieu-II06a_.*\.pdf$/)
  await expect(button).toBeEnabled()
  await page.keyboard.press('Control+p')
  // The shell has no requests to look at; there the audit alone tells.
  if (host === 'web') {
    await expect.poll(() => asked.length).toBe(2)
    expect(asked[0]).toMatchObject({ input: { by: 'field', table: 'commune', format: 'pdf' } })
  }
  await expect(button).toBeEnabled()
  await goTo(page, '/audit')
  await expect(page.getByText(/biểu II\.06a.*_2020-01-01_2020-06-30\.pdf/)).toHaveCount(2)
})

test('the charts stand on paper in the colours of paper', async ({ page }) => {
  await goTo(page, `/figures?${HALF}&view=charts`)
  await expect(page.locator('[data-chart=load] svg').first()).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.paper')
  await expect(sheet.locator('[data-chart-card]')).toHaveCount(6)
  await expect(sheet).toContainText('So với ngày hẹn trả đang có hiệu lực')
  await expect(sheet.getByRole('button')).toHaveCount(0)
  await expect(page.locator('#root')).toBeHidden()
})

test('the month of the first screen is the report of it, to the unit', async ({ page }) => {
  const month = page.getByRole('region', { name: /Tháng 6\/2020/ })
  const shown: Record<string, string> = {}
  for (const [column, name] of [
    ['receivedInPeriod', /, Tiếp nhận trong kỳ: /],
    ['resolved', /, Đã giải quyết: /],
    ['pending', /, Đang giải quyết: /],
    ['pendingOverdue', /, Đang giải quyết quá hạn: /],
  ] as const)
    // What a share is a share of is the same number once more.
    shown[column] = (await month.getByRole('link', { name }).first().textContent()) ?? ''
  const resolved = Number(shown['resolved']?.replace('.', ''))
  await month.getByRole('link', { name: 'Xem thống kê' }).click()
  await expect(page.getByTestId('figures-table')).toHaveAttribute('data-period', '2020-06-01/2020-06-30')
  await goTo(page, '/figures?from=2020-06-01&to=2020-06-30&by=month')
  await expect(page.getByTestId('figures-table')).toHaveAttribute('data-by', 'month')
  for (const [column, number] of Object.entries(shown))
    await expect(cellOf(page, 'total', column)).toHaveText(number)
  const onTime = await Promise.all(
    ['resolvedEarly', 'resolvedOnTime'].map((column) => cellOf(page, 'total', column).textContent()),
  )
  const sum = onTime.reduce((all, text) => all + Number((text ?? '').replace('.', '')), 0)
  await goTo(page, '/')
  await expect(month).toContainText(
    `${new Intl.NumberFormat('vi-VN').format(sum)} trên ${new Intl.NumberFormat('vi-VN').format(resolved)} hồ sơ đã giải quyết`,
  )
})
