import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, goTo, test } from './office.ts'

const root = join(import.meta.dirname, '..')
const REGISTER = join(root, 'resources', 'sample', 'register-2020h1.xlsx')
const figures = z.object({
  carried_over: z.number(),
  received_in_period: z.number(),
  received_online: z.number(),
  received_direct_postal: z.number(),
  resolved: z.number(),
  resolved_early: z.number(),
  resolved_on_time: z.number(),
  resolved_late: z.number(),
  pending: z.number(),
  pending_in_time: z.number(),
  pending_overdue: z.number(),
  received_total: z.number(),
  on_time_share_of_resolved_percent: z.number(),
  on_time_share_of_received_in_period_percent: z.number(),
})
type Figures = z.infer<typeof figures>
const expected = z
  .object({
    periods: z.record(z.string(), figures.extend({ start: z.string(), end: z.string() })),
    half_year_by_procedure: z.record(z.string(), figures),
  })
  .parse(
    JSON.parse(readFileSync(join(root, 'src-main/office/fixtures/register-2020h1.expected.json'), 'utf8')),
  )

/** The columns of the table in the words of the expected file. */
const COLUMNS = {
  received_total: 'receivedTotal',
  received_online: 'receivedOnline',
  received_direct_postal: 'receivedDirectPostal',
  carried_over: 'carriedOver',
  resolved: 'resolved',
  resolved_early: 'resolvedEarly',
  resolved_on_time: 'resolvedOnTime',
  resolved_late: 'resolvedLate',
  pending: 'pending',
  pending_in_time: 'pendingInTime',
  pending_overdue: 'pendingOverdue',
} as const satisfies Partial<Record<keyof Figures, string>>

/** All rows of the table as they stand on the screen: label → column → number. */
async function readTable(page: Page): Promise<Map<string, Map<string, number>>> {
  const cells = await page
    .getByTestId('figures-row')
    .evaluateAll((rows) =>
      rows.flatMap((row) =>
        [...row.querySelectorAll('[data-figure]')].map((cell) => [
          row.getAttribute('data-row') ?? '',
          cell.getAttribute('data-figure') ?? '',
          cell.textContent,
        ]),
      ),
    )
  const table = new Map<string, Map<string, number>>()
  for (const [row = '', column = '', text = ''] of cells) {
    const line = table.get(row) ?? new Map<string, number>()
    line.set(column, Number(text.replaceAll('.', '')))
    table.set(row, line)
  }
  return table
}

/** The table of a period, once it is on the screen. */
async function tableOf(
  page: Page,
  from: string,
  to: string,
  by: 'field' | 'procedure',
): Promise<Map<string, Map<string, number>>> {
  await goTo(page, `/figures?from=${from}&to=${to}&by=${by}`)
  const table = page.getByTestId('figures-table')
  await expect(table).toHaveAttribute('data-period', `${from}/${to}`)
  await expect(table).toHaveAttribute('data-by', by)
  return readTable(page)
}

function inItsWords(line: Map<string, number> | undefined): Record<string, number | undefined> {
  return Object.fromEntries(Object.entries(COLUMNS).map(([theirs, ours]) => [theirs, line?.get(ours)]))
}

const percentOf = (part: number, whole: number): string =>
  `${((100 * part) / whole).toFixed(1).replace('.', ',')}%`

const counted = (wanted: Figures): Record<string, number> =>
  Object.fromEntries(Object.entries(wanted).filter(([name]) => name in COLUMNS))

test.describe('the register of the first half of 2020', () => {
  test.use({ data: 'office', today: '2020-06-30' })
  test.slow()

  test('goes in through the file chooser, and the screen shows every expected figure', async ({ page }) => {
    await goTo(page, '/import')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Chọn tệp…' }).click()
    await (await chooser).setFiles(REGISTER)
    await expect(page.getByText('Đã đủ các cột bắt buộc.')).toBeVisible()
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    await expect(page.getByText('Không có dòng nào có vấn đề.')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Nhập 15.970 hồ sơ' }).click()
    await expect(page.getByText('Đã nhập 15.970 hồ sơ').first()).toBeVisible({ timeout: 30_000 })

    for (const [name, { start, end, ...wanted }] of Object.entries(expected.periods)) {
      await test.step(name, async () => {
        const table = await tableOf(page, start, end, 'field')
        expect(inItsWords(table.get('total'))).toEqual(counted(wanted))
        const inTime = wanted.resolved_early + wanted.resolved_on_time
        const shares = page.getByTestId('share')
        await expect(shares.nth(0)).toContainText(percentOf(inTime, wanted.resolved))
        await expect(shares.nth(1)).toContainText(percentOf(inTime, wanted.received_in_period))
        expect((100 * inTime) / wanted.resolved).toBeCloseTo(wanted.on_time_share_of_resolved_percent, 2)
        await expect(page.locator('[data-testid=identity][data-holds=true]')).toHaveCount(3)
      })
    }

    const byProcedure = await tableOf(page, '2020-01-01', '2020-06-30', 'procedure')
    for (const [procedure, wanted] of Object.entries(expected.half_year_by_procedure)) {
      expect(inItsWords(byProcedure.get(procedure)), procedure).toEqual(counted(wanted))
    }
    expect(byProcedure.size).toBe(Object.keys(expected.half_year_by_procedure).length + 1)
  })
})

test.describe('with the register in it', () => {
  test.use({ data: 'register', today: '2020-06-30' })

  test('the same file brings nothing in twice, and the screen says so', async ({ page }) => {
    await goTo(page, '/import')
    await page.locator('input[type=file]').setInputFiles(REGISTER)
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click()
    await expect(page.getByText('Tất cả 15.970 dòng đã có trong sổ; không nhập gì thêm.')).toBeVisible({
      timeout: 30_000,
    })
    await expect(page.getByText(/Tệp này đã được nhập ngày 30\/06\/2020/)).toBeVisible()
    await expect(page.getByRole('button', { name: /^Nhập .* hồ sơ$/ })).toHaveCount(0)
  })

  test('a file that is no Excel is refused in words, and nothing changes', async ({ page }) => {
    await goTo(page, '/import')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'so.xlsx', mimeType: 'text/plain', buffer: Buffer.from('không phải Excel') })
    await expect(page.getByText(/không phải là Excel .xlsx hoặc đã hỏng/)).toBeVisible()
  })
})
