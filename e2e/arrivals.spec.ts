import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

/** Opens the form by keyboard and types an application that was filed this morning, as it stands on the portal. */
async function record(page: Page, reference: string, name: string): Promise<void> {
  await goTo(page, '/arrivals')
  await expect(page.getByRole('heading', { name: 'Hồ sơ chờ tiếp nhận' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('Số hồ sơ trên cổng')).toBeFocused()
  await page.keyboard.type(reference)
  await page.getByLabel('Giờ nộp').fill('00:00')
  await page.getByRole('combobox', { name: /Thủ tục/ }).fill('chuyen nhuong thua ke')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByLabel('Người nộp').fill(name)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: reference })).toBeVisible()
}

const badge = (page: Page) =>
  page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name: /Chờ tiếp nhận/ })

test('an online application is completed and accepted; the dossier page shows both moments', async ({
  page,
}) => {
  await record(page, 'H32.22-261123-0042', 'Nguyễn Văn Ân')
  await expect(page.getByRole('main')).toContainText('giờ làm việc')
  await expect(badge(page)).toContainText('1 hồ sơ chưa trả lời')

  await page.keyboard.press('Alt+y')
  await page.getByLabel(/Nội dung cần hoàn thiện/).fill('Hợp đồng chuyển nhượng\nBản gốc giấy chứng nhận')
  await page.getByLabel('Lý do').fill('Hợp đồng thiếu trang 3')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Đang chờ người nộp hoàn thiện')).toBeVisible()
  await expect(badge(page)).not.toContainText('chưa trả lời')
  await expect(page.getByRole('button', { name: /Mẫu 02/ })).toBeVisible()

  await page.keyboard.press('Alt+u')
  await expect(page.getByRole('dialog', { name: 'Người nộp đã hoàn thiện hồ sơ' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Đang chờ người nộp hoàn thiện')).toHaveCount(0)

  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('heading', { name: /Tiếp nhận hồ sơ H32/ })).toBeVisible()
  await expect(page.getByLabel('Người nộp')).toHaveValue('Nguyễn Văn Ân')
  await expect(page.getByTestId('due')).toHaveText('04/12/2026')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '000.00.22.H32-261123-0001' })).toBeVisible()
  await expect(page.getByText(/Nộp lúc 23\/11\/2026 00:00 · Tiếp nhận lúc 23\/11\/2026/)).toBeVisible()
  const history = page.getByRole('region', { name: 'Quá trình giải quyết' })
  await expect(history).toContainText('Yêu cầu hoàn thiện trước khi tiếp nhận')

  // Its number opens what it was.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('h32.22-261123-0042')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'H32.22-261123-0042' })).toBeVisible()
  await expect(page.getByRole('link', { name: /Mở hồ sơ 000.00.22.H32-261123-0001/ })).toBeVisible()
})

test('a wrong hour is said at the field; a number that is known, too', async ({ page }) => {
  await record(page, 'H32-1', 'Trần Thị Bé')
  await goTo(page, '/arrivals/new')
  await page.getByLabel('Số hồ sơ trên cổng').fill('h32-1')
  await page.getByRole('combobox', { name: /Thủ tục/ }).fill('chuyen nhuong thua ke')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Người nộp').fill('Trần Thị Bé')
  await page.getByLabel('Giờ nộp').fill('25')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByLabel('Giờ nộp')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Giờ nộp').fill('00:00')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Số hồ sơ này đã có trong sổ')).toBeVisible()
  await expect(page.getByLabel('Số hồ sơ trên cổng')).toBeFocused()
})

test('what cannot be accepted at the counter is declined with a slip, and is in the list', async ({
  page,
}) => {
  await goTo(page, '/reception')
  await page.getByRole('combobox', { name: /Thủ tục/ }).fill('cap doi giay')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Người nộp').fill('Lê Văn Cao')
  await page.keyboard.press('Alt+h')
  const dialog = page.getByRole('dialog', { name: 'Hồ sơ chưa tiếp nhận được' })
  await dialog.getByRole('button', { name: /Từ chối/ }).click()
  await dialog.getByLabel('Lý do từ chối').fill('Thửa đất đang bị ngăn chặn')
  await page.keyboard.press('Enter')
  const slip = page.getByRole('dialog', { name: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ' })
  await expect(slip).toBeVisible()
  await slip.getByRole('button', { name: 'Đóng' }).click()
  // Nothing was received, and the form is ready for the next.
  await expect(page.getByLabel('Người nộp')).toHaveValue('')
  await expect(page.getByTestId('code')).toHaveCount(0)
  await goTo(page, '/arrivals?queue=closed')
  await expect(page.getByRole('row', { name: /Từ chối tiếp nhận.*Lê Văn Cao/ })).toBeVisible()
})

test("a portal's list is looked at row by row, and what is sound comes in", async ({ page }) => {
  await goTo(page, '/arrivals')
  await page.getByRole('button', { name: 'Nhập danh sách từ cổng' }).click()
  const head = 'Mã hồ sơ,Thủ tục,Họ tên,Điện thoại,Thời điểm nộp'
  const rows = [
    'H32-7,Cấp đổi Giấy chứng nhận,Nguyễn Thị Bưởi,0905123456,20/11/2026 08:00',
    'H32-8,Cấp hộ chiếu,Nguyễn Thị Cam,0905123457,20/11/2026 08:00',
  ]
  await page.getByTestId('arrivals-file').setInputFiles({
    name: 'cong.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([head, ...rows].join('\n')),
  })
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 hồ sơ sẽ được ghi')
  await expect(dialog.getByRole('row', { name: /3 thủ tục Cấp hộ chiếu Không có thủ tục này/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Ghi 1 hồ sơ' }).click()
  await expect(page.getByRole('row', { name: /H32-7.*Nguyễn Thị Bưởi/ })).toBeVisible()
})
