import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { call } from './calls.ts'
import { expect, goTo, test } from './office.ts'

test.use({ today: '2026-12-02' })

const NOVEMBER = '/figures?from=2026-11-01&to=2026-11-30&by=field'

/** What axe finds of WCAG 2.2 AA on the screen as it stands. */
async function violations(page: Page): Promise<unknown[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

/** Two dossiers accepted in November and entered in December, as the counter does after a day without power. */
async function receiveTwo(page: Page): Promise<{ id: number; code: string }> {
  const [procedure] = z
    .array(z.object({ id: z.number() }))
    .parse(await call(page, 'office', 'procedures', { on: '2026-11-23' }))
  const received: unknown[] = []
  for (const applicantName of ['Nguyễn Văn A', 'Trần Thị B']) {
    received.push(
      await call(page, 'reception', 'receive', {
        ...{
          procedureId: procedure?.id,
          acceptedAt: '2026-11-23T02:00:00.000Z',
          holderId: null,
          remote: false,
        },
        particulars: {
          ...{ applicantName, idNumber: '', phone: '', email: '', address: '', representative: '' },
          ...{ commune: 'Vĩnh Hải', mapSheet: '', plot: '', certificateNumber: '', content: '' },
          ...{ channel: 'direct', onlineLevel: null, returnWay: 'counter', documents: [], sets: 1, note: '' },
        },
      }),
    )
  }
  return z.object({ id: z.number(), code: z.string() }).parse(received[0])
}

test('a period is closed, checked, seen to differ after a late entry, opened again and closed anew, by the keyboard', async ({
  page,
  host,
}) => {
  const { id, code } = await receiveTwo(page)
  await goTo(page, NOVEMBER)
  const close = page.getByRole('button', { name: 'Chốt kỳ' })
  await close.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Chốt kỳ 01/11/2026 – 30/11/2026' })
  await expect(dialog.getByTestId('closing-preview')).toContainText('khớp')
  const confirm = dialog.getByRole('button', { name: 'Chốt', exact: true })
  await expect(confirm).toBeEnabled()
  // The page is the same on every host.
  if (host === 'web') expect(await violations(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^chot-ky_.*_2026-11-01_2026-11-30_lan-1_so-1\.json$/)
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

  // A result of November entered after the closing.
  await call(page, 'dossiers', 'recordStep', {
    ...{ id, version: 1, step: 'result-ready', happenedOn: '2026-11-30', happenedAt: null, holderId: null },
    note: '',
  })
  const notice = page.getByTestId('closing-notice')
  await expect(notice).toContainText('1 hồ sơ nay được tính khác với khi chốt')
  await notice.getByRole('link', { name: 'Xem khác biệt' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Chốt số 1')
  const row = page.getByRole('row', { name: new RegExp(code) })
  await expect(row).toContainText('ghi muộn')
  await expect(row).toContainText('Có kết quả 30/11/2026, ghi 02/12/2026')
  await page.getByRole('button', { name: 'Kiểm tra' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('closing-verdict')).toContainText('nguyên vẹn', { timeout: 30_000 })
  await expect(page.getByTestId('closing-recounted')).toContainText('vẫn ra đúng số liệu này')
  if (host === 'web') expect(await violations(page)).toEqual([])

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

  await goTo(page, NOVEMBER)
  await close.click()
  await expect(confirm).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Các kỳ đã chốt' }).click()
  const list = page.getByRole('grid', { name: 'Danh sách kỳ đã chốt' })
  await expect(list.getByRole('row', { name: /Đang chốt/ })).toContainText('01/11/2026 – 30/11/2026')
  await expect(list.getByRole('row', { name: /Đã mở lại/ })).toContainText('Ghi muộn kết quả')
})

test('a closed period shows the tables that were closed, each number its dossiers as known then; the figures of now are others', async ({
  page,
  host,
}) => {
  const { id } = await receiveTwo(page)
  const november = { from: '2026-11-01', to: '2026-11-30' }
  const { digest } = z.object({ digest: z.string() }).parse(await call(page, 'closing', 'preview', november))
  await call(page, 'closing', 'close', { ...november, digest })
  await call(page, 'dossiers', 'recordStep', {
    ...{ id, version: 1, step: 'result-ready', happenedOn: '2026-11-30', happenedAt: null, holderId: null },
    note: '',
  })
  const pending = page.locator('[data-testid=figures-table] [data-row=total] [data-figure=pending]')
  await goTo(page, '/figures/closing/1')
  await expect(pending).toHaveText('2')
  await expect(page.getByRole('tab', { name: 'Khác so với khi chốt (1)' })).toBeVisible()
  if (host === 'web') expect(await violations(page)).toEqual([])
  await page.getByLabel('Các dòng của bảng').click()
  await page.getByRole('option', { name: 'Theo xã/phường' }).click()
  const row = page.locator('[data-testid=figures-table] [data-row="Vĩnh Hải"] [data-figure=pending]')
  await row.getByRole('link').click()
  await expect(page.getByRole('status').filter({ hasText: 'hồ sơ' }).first()).toHaveText('2 hồ sơ')
  const chips = page.getByRole('group', { name: 'Đang lọc theo' })
  await expect(chips).toContainText('Tháng 11 năm 2026: Vĩnh Hải – Đang giải quyết, như khi chốt (số 1)')

  // The way back leads to the table of then, which says so; Esc to that of now.
  await chips.getByRole('link', { name: 'Về bảng thống kê' }).click()
  const banner = page.getByTestId('figures-known')
  await expect(banner).toContainText('(kỳ chốt số 1), trước 1 diễn biến ghi sau đó')
  await expect(row.getByRole('link')).toBeFocused()
  await expect(row).toHaveText('2')
  await expect(page.getByRole('tab')).toHaveText(['Bảng số liệu', 'Thời gian giải quyết'])
  if (host === 'web') expect(await violations(page)).toEqual([])
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.keyboard.press('Escape')
  await expect(banner).toBeHidden()
  await expect(row).toHaveText('1')
  await expect(page.getByRole('tab')).toHaveCount(4)

  // Opened again, what was closed can still be looked at.
  await call(page, 'closing', 'reopen', { number: 1, reason: 'Ghi muộn kết quả' })
  await goTo(page, '/figures/closing/1')
  await expect(page.getByTestId('closing-reopened')).toBeVisible()
  await expect(pending).toHaveText('2')
  await page.getByRole('tab', { name: 'Thời gian giải quyết' }).click()
  await expect(page.getByText('Không có hồ sơ nào kết thúc có kết quả trong kỳ.')).toBeVisible()
})

test('the report of a closed period is asked for by the number of its closing', async ({
  page,
  host,
}, info) => {
  info.skip(host !== 'web', 'what the window asks is seen in its requests')
  const october = { from: '2026-10-01', to: '2026-10-31' }
  const { digest } = z.object({ digest: z.string() }).parse(await call(page, 'closing', 'preview', october))
  await call(page, 'closing', 'close', { ...october, digest })
  await goTo(page, '/figures/closing/1')
  await page.getByRole('button', { name: 'Xuất báo cáo' }).click()
  const dialog = page.getByRole('dialog', { name: 'Xuất báo cáo thống kê' })
  await expect(dialog).toContainText('Số liệu như đã chốt (chốt số 1)')
  const request = page.waitForRequest('**/call/figures/exportSummary')
  await page.keyboard.press('Enter')
  expect((await request).postDataJSON()).toMatchObject({
    input: { ...october, by: 'procedure', method: 'original', closing: 1 },
  })
})

test('what is known now is held against what was known at any moment', async ({ page }) => {
  const { code } = await receiveTwo(page)
  await goTo(page, '/figures/since?from=2026-11-01&to=2026-11-30&method=extended')
  // Entered in December: nothing of November was known in November.
  await expect(page.getByTestId('differences-count')).toContainText('2 hồ sơ được tính khác')
  await expect(page.getByRole('row', { name: new RegExp(code) })).toContainText('ghi muộn')
  const time = page.getByLabel(/^Giờ/)
  await time.fill('25:00')
  await expect(page.getByText('Giờ dạng 17:00')).toBeVisible()
  await time.fill('08:00')
  await expect(page.getByText('Giờ dạng 17:00')).toBeHidden()

  // The table of that moment, before anything was entered; the way back finds the moment again.
  const link = page.getByRole('link', { name: 'Xem bảng như lúc đó' })
  await link.click()
  await expect(page.getByTestId('figures-known')).toContainText('chưa ghi diễn biến nào')
  const table = page.getByTestId('figures-table')
  await expect(table).toHaveAttribute('data-method', 'extended')
  await expect(table.locator('[data-row=total] [data-figure=pending]')).toHaveText('0')
  await page.goBack()
  await expect(time).toHaveValue('08:00')
  await page.getByRole('link', { name: 'Thống kê', exact: true }).last().click()
  await expect(table.locator('[data-row=total] [data-figure=pending]')).toHaveText('2')
  await expect(table).toHaveAttribute('data-method', 'extended')
})
