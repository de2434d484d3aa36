import { expect, goTo, test } from './office.ts'

test.use({ data: 'register', today: '2020-06-30' })

test('the numbers of the morning lead to the lists they count', async ({ page }) => {
  await expect(page.getByText('Thứ Ba, 30/06/2020')).toBeVisible()
  const late = page.getByRole('link', { name: /Trễ hạn.*đã quá ngày hẹn trả/ })
  await expect(late).toContainText('58')
  await late.click()
  await expect(page).toHaveURL(/#\/(overdue|dossiers\?queue=late)/)
})

test('the month on the first screen is the month of the figures', async ({ page }) => {
  const month = page.getByRole('region', { name: /Tháng 6\/2020/ })
  await expect(month).toContainText('2.844')
  await expect(month).toContainText('2.750')
  await expect(month).toContainText('1.023')
  await goTo(page, '/figures?from=2020-06-01&to=2020-06-30')
  await expect(page.locator('[data-row=total] [data-figure=resolved]')).toHaveText('2.750')
})

test('what waits for whom leads to lists as long as its numbers, by keyboard alone', async ({ page }) => {
  const waits = page.getByRole('navigation', { name: 'Đang chờ' })
  const supplement = waits.getByRole('link', { name: 'Công dân bổ sung hồ sơ: 28 hồ sơ đang mở' })
  await expect(supplement).toHaveText('28')
  await supplement.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/queue=in-process&state=awaiting-supplement$/)
  await expect(page.getByText('28 hồ sơ', { exact: true })).toBeVisible()
  await goTo(page, '/')
  const holders = page.getByRole('navigation', { name: 'Hồ sơ đang mở, theo người thụ lý' })
  await expect(holders.getByRole('listitem').first()).toContainText('Nguyễn Quốc Khánh')
  const late = holders.getByRole('link', { name: 'Lê Minh Hải: 13 hồ sơ trễ hạn' })
  await expect(late).toHaveText('13 trễ')
  await late.press('Enter')
  await expect(page).toHaveURL(/queue=late&holder=\d+$/)
  await expect(page.getByText('13 hồ sơ', { exact: true })).toBeVisible()
  await goTo(page, '/dossiers?holder=nobody')
  await expect(page.getByRole('button', { name: 'Bỏ lọc Chưa có người thụ lý' })).toBeVisible()
})
