import { expect, goTo, test } from './office.ts'

test.use({ data: 'register', today: '2020-06-30' })

test('a late dossier gets its result, is handed out, and a mistake is set right by a further entry', async ({
  page,
}) => {
  await goTo(page, '/overdue')
  await page.getByRole('row', { name: /191127-0001/ }).dblclick()
  await expect(page.getByRole('heading', { name: '000.00.22.H32-191127-0001' })).toBeVisible()
  await expect(page.getByText('Trễ 142 ngày làm việc').first()).toBeVisible()

  await page.getByRole('button', { name: 'Đã có kết quả' }).click()
  await page.getByRole('dialog').getByLabel('Ghi chú').fill('Giấy chứng nhận đã ký')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('Xong trễ 142 ngày làm việc')).toBeVisible()
  await expect(page.getByText('Giấy chứng nhận đã ký')).toBeVisible()

  await page.getByRole('button', { name: /^(Đã )?[Tt]rả kết quả/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.locator('.MuiDialog-root').locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('Đã trả kết quả').first()).toBeVisible()

  await page.getByRole('button', { name: 'Đính chính' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Người nộp').fill('Đặng Xuân Trùng')
  await dialog.getByLabel('Lý do đính chính').fill('gõ nhầm tên')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Lý do: gõ nhầm tên')).toBeVisible()
  await expect(page.getByRole('deletion').getByText('Đặng Xuân Trung', { exact: true })).toBeVisible()
  await expect(page.getByText('Đặng Xuân Trùng').first()).toBeVisible()

  await goTo(page, '/overdue')
  await expect(
    page
      .getByText('Tính đến ngày 30/06/2020 · 57 hồ sơ')
      .or(page.getByText(/57 hồ sơ/))
      .first(),
  ).toBeVisible()
})

test('what the overdue list shows leaves as an Excel file', async ({ page, host }, info) => {
  info.skip(host !== 'web', 'the stand-in has no download folder')
  await goTo(page, '/overdue')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất Excel' }).click()
  expect((await download).suggestedFilename()).toMatch(/^ho-so-tre-han_.*_2020-06-30\.xlsx$/)
})

test('the summary leaves as the official sheet', async ({ page, host }, info) => {
  info.skip(host !== 'web', 'the stand-in has no download folder')
  await goTo(page, '/figures?from=2020-01-01&to=2020-06-30&by=field')
  await page.getByRole('button', { name: 'Xuất báo cáo' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất tệp' }).click()
  expect((await download).suggestedFilename()).toMatch(/^bieu-II06a_.*_2020-01-01_2020-06-30\.xlsx$/)
})

test('language and colours are switched from the menu and kept', async ({ page }) => {
  await page.getByRole('button', { name: /Người dùng: / }).click()
  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('menuitemradio', { name: 'English' }))
    .click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
})
