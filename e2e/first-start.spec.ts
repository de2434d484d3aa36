import { expect, test } from './office.ts'

test.use({ data: 'nothing' })

test.describe('first start', () => {
  test('asks for the office, keeps what was typed when something is wrong, and opens the register', async ({
    page,
  }) => {
    await expect(page.getByRole('heading', { name: 'Chào mừng đến với Sổ Một Cửa' })).toBeVisible()
    await page.getByLabel('Tên chi nhánh').fill('Chi nhánh Văn phòng Đăng ký đất đai Nha Trang')
    await page.getByLabel('Cơ quan chủ quản').fill('Văn phòng Đăng ký đất đai tỉnh Khánh Hòa')
    const code = page.getByLabel('Mã định danh cơ quan')
    await code.fill('không phải mã')
    await page.getByLabel('Họ và tên của bạn').fill('Nguyễn Thị Một')
    await page.keyboard.press('Enter')
    await expect(code).toBeFocused()
    await expect(code).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('Tên chi nhánh')).toHaveValue(
      'Chi nhánh Văn phòng Đăng ký đất đai Nha Trang',
    )

    await code.fill('000.00.22.H32')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
    await expect(page.getByText('Sổ chưa có hồ sơ nào')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
  })

  test('opens the sample with its own clock, and closes it again without a trace', async ({ page }) => {
    await page.getByRole('button', { name: 'Mở dữ liệu mẫu' }).click()
    await expect(page.getByText('Thứ ba, 30/06/2020')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Đóng dữ liệu mẫu' }).click()
    await expect(page.getByRole('heading', { name: 'Chào mừng đến với Sổ Một Cửa' })).toBeVisible()
  })
})
