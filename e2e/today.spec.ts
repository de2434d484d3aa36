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
