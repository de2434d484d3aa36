/**
 * Several dossiers moved along their paths at once, from the list of a queue.
 */
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { EMPTY_PARTICULARS } from '../src-main/domain/dossier.ts'
import { call } from './calls.ts'
import { expect, goTo, test } from './office.ts'

/** Receives as many dossiers as there are names. */
async function receive(page: Page, ...names: string[]): Promise<void> {
  const known = z
    .array(z.object({ id: z.number(), key: z.string() }))
    .parse(await call(page, 'office', 'procedures', { on: '2026-11-23' }))
  const procedureId = known.find(({ key }) => key === 'exchange-certificate')?.id
  for (const applicantName of names) {
    const particulars = { ...EMPTY_PARTICULARS, applicantName }
    const rest = { acceptedAt: null, holderId: null, remote: false }
    await call(page, 'reception', 'receive', { procedureId, particulars, ...rest })
  }
}

test('several are taken, passed on to the signature and sent back with the keyboard; each step is a queue', async ({
  page,
}) => {
  await receive(page, 'Nguyễn Văn A', 'Trần Thị B', 'Lê Văn C')
  await goTo(page, '/dossiers?queue=all')
  const rows = page.locator('.MuiDataGrid-row')
  const bar = page.getByRole('region', { name: 'Hồ sơ đã chọn' })
  const steps = page.getByRole('group', { name: 'Theo bước' })
  const choose = async (count: number) => {
    // The rows of the step before may still stand there, as many of them.
    await expect(async () => {
      for (let row = 0; row < count; row++) await rows.nth(row).getByRole('checkbox').check({ timeout: 1000 })
      await expect(bar.getByRole('status')).toHaveText(`Đã chọn ${count} hồ sơ`, { timeout: 1000 })
    }).toPass({ timeout: 15_000 })
  }
  await expect(rows).toHaveCount(3)
  await expect(steps.getByRole('button', { name: 'Một cửa 3' })).toBeVisible()

  await choose(2)
  await page.keyboard.press('Alt+n')
  await expect(bar).toBeHidden()
  await expect(steps.getByRole('button', { name: 'Một cửa 1' })).toBeVisible()
  await steps.getByRole('button', { name: 'Thẩm định, giải quyết 2' }).click()
  await expect(rows).toHaveCount(2)

  await choose(2)
  await page.keyboard.press('Alt+g')
  const onward = page.getByRole('dialog', { name: 'Chuyển bước 2 hồ sơ' })
  await expect(onward).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(onward).toBeHidden()
  await steps.getByRole('button', { name: 'Trình ký 2' }).click()
  await expect(rows).toHaveCount(2)

  await choose(2)
  await page.keyboard.press('Alt+l')
  const back = page.getByRole('dialog', { name: 'Trả lại 2 hồ sơ' })
  await page.keyboard.press('Control+Enter')
  await expect(back.getByText('Cần điền ô này')).toBeVisible()
  await back.getByLabel('Lý do trả lại').fill('Thiếu chữ ký nháy')
  await page.keyboard.press('Control+Enter')
  await expect(back).toBeHidden()
  await expect(steps.getByRole('button', { name: 'Thẩm định, giải quyết 2' })).toBeVisible()
})
