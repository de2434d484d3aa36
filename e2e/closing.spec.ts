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

test('what is known now is held against what was known at any moment', async ({ page }) => {
  const { code } = await receiveTwo(page)
  await goTo(page, '/figures/since?from=2026-11-01&to=2026-11-30')
  // Entered in December: nothing of November was known in November.
  await expect(page.getByTestId('differences-count')).toContainText('2 hồ sơ được tính khác')
  await expect(page.getByRole('row', { name: new RegExp(code) })).toContainText('ghi muộn')
  const time = page.getByLabel(/^Giờ/)
  await time.fill('25:00')
  await expect(page.getByText('Giờ dạng 17:00')).toBeVisible()
  await time.fill('08:00')
  await expect(page.getByText('Giờ dạng 17:00')).toBeHidden()
})
