import type { Page } from '@playwright/test'
import { PERSON, signIn } from './people.ts'
import { expect, test } from './office.ts'

test.use({ data: 'nothing' })

/** Fills the first step in and goes on; answers with the field of the identifier. */
async function fillOffice(page: Page): Promise<void> {
  await page.getByLabel('Tên chi nhánh').fill('Chi nhánh Văn phòng Đăng ký đất đai Nha Trang')
  await page.getByLabel('Cơ quan chủ quản').fill('Văn phòng Đăng ký đất đai tỉnh Khánh Hòa')
  await page.getByLabel('Mã định danh cơ quan').fill('000.00.22.H32')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Họ và tên của bạn')).toBeFocused()
}

test.describe('first start', () => {
  test('asks for the office and its first administrator, keeps what was typed when something is wrong', async ({
    page,
  }) => {
    await expect(page.getByRole('heading', { name: 'Chào mừng đến với Sổ Một Cửa' })).toBeVisible()
    const code = page.getByLabel('Mã định danh cơ quan')
    await page.getByLabel('Tên chi nhánh').fill('Chi nhánh Văn phòng Đăng ký đất đai Nha Trang')
    await page.getByLabel('Cơ quan chủ quản').fill('Văn phòng Đăng ký đất đai tỉnh Khánh Hòa')
    await code.fill('không phải mã')
    await page.keyboard.press('Enter')
    await expect(code).toBeFocused()
    await expect(code).toHaveAttribute('aria-invalid', 'true')
    await code.fill('000.00.22.H32')
    await page.keyboard.press('Enter')

    await page.getByLabel('Họ và tên của bạn').fill(PERSON.name)
    await page.getByLabel('Tên đăng nhập').fill(PERSON.login)
    await page.locator('input[name="account.password"]').fill(PERSON.password)
    const repeat = page.locator('input[name="account.repeat"]')
    await repeat.fill('khác hẳn đi')
    await page.getByRole('checkbox', { name: 'Cán bộ một cửa' }).check()
    await page.getByRole('button', { name: 'Bắt đầu dùng sổ' }).click()
    await expect(repeat).toBeFocused()
    await expect(page.getByText('Hai lần nhập mật khẩu chưa giống nhau')).toBeVisible()
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await expect(code).toHaveValue('000.00.22.H32')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await expect(page.getByLabel('Họ và tên của bạn')).toHaveValue(PERSON.name)
    await repeat.fill(PERSON.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
    await expect(page.getByText('Sổ chưa có hồ sơ nào')).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()

    await page.getByRole('button', { name: `Người dùng: ${PERSON.name}` }).click()
    await expect(page.getByText('Cán bộ một cửa, Quản trị')).toBeVisible()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible()
    // One person works at this PC: the login stands there already.
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(PERSON.login)
    await signIn(page, PERSON.login, PERSON.password)
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
  })

  test('makes an office open to who starts the program, if so chosen; sign-in can be turned on later', async ({
    page,
  }) => {
    await fillOffice(page)
    await page.getByLabel('Họ và tên của bạn').fill(PERSON.name)
    await page.getByRole('radio', { name: 'Mở sổ không cần đăng nhập' }).check()
    await expect(page.getByText('Ai mở được máy này cũng xem và sửa được toàn bộ sổ')).toBeVisible()
    await page.getByRole('button', { name: 'Bắt đầu dùng sổ' }).click()
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
    await page.getByRole('button', { name: `Người dùng: ${PERSON.name}` }).click()
    await expect(page.getByRole('menuitem', { name: 'Khóa màn hình' })).toHaveCount(0)
    await page.keyboard.press('Escape')

    await page.getByRole('link', { name: 'Người dùng', exact: true }).click()
    await page.getByRole('radio', { name: 'Mỗi người đăng nhập bằng mật khẩu riêng' }).check()
    await page.getByRole('button', { name: 'Lưu' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bật đăng nhập' })
    await dialog.getByLabel('Tên đăng nhập').fill(PERSON.login)
    await dialog.locator('input[name=password]').fill(PERSON.password)
    await dialog.locator('input[name=repeat]').fill(PERSON.password)
    await dialog.getByRole('button', { name: 'Bật đăng nhập' }).click()
    await expect(page.getByRole('row', { name: /Nguyễn Thị Một/ })).toContainText('Quản trị')
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('heading', { name: 'Màn hình đang khóa' })).toBeVisible()
  })

  test('opens the sample with its own clock, and closes it again without a trace', async ({ page }) => {
    test.slow()
    await page.getByRole('button', { name: 'Mở dữ liệu mẫu' }).click()
    await expect(page.getByText('Thứ Ba, 30/06/2020')).toBeVisible({ timeout: 90_000 })
    await page.getByRole('button', { name: 'Đóng dữ liệu mẫu' }).click()
    await expect(page.getByRole('heading', { name: 'Chào mừng đến với Sổ Một Cửa' })).toBeVisible()
  })
})
