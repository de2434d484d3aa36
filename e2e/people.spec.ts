import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'
import { PERSON, signIn } from './people.ts'

const LAN = { name: 'Trần Thị Lan', login: 'lan.tt', password: 'hồ sơ trước, cơm sau' } as const

/** Adds a person on the screen; answers with the one-time password. */
async function addPerson(page: Page, roles: readonly string[]): Promise<string> {
  await goTo(page, '/people')
  await page.getByRole('button', { name: 'Thêm người' }).click()
  const dialog = page.getByRole('dialog', { name: 'Thêm người' })
  await dialog.getByLabel('Họ và tên').fill(LAN.name)
  await dialog.getByLabel('Tên đăng nhập').fill(LAN.login)
  for (const role of roles) await dialog.getByRole('checkbox', { name: role }).check()
  await page.keyboard.press('Enter')
  const oneTime = await page.getByTestId('one-time').textContent()
  await page.getByRole('button', { name: 'Đã trao, đóng' }).click()
  return oneTime ?? ''
}

/** Signs in with a one-time password and puts one's own in its place. */
async function firstSignIn(page: Page, oneTime: string): Promise<void> {
  await signIn(page, LAN.login, oneTime)
  await expect(page.getByRole('heading', { name: 'Đặt mật khẩu mới' })).toBeVisible()
  await page.locator('input[name=password]').fill(LAN.password)
  await page.locator('input[name=repeat]').fill(LAN.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `Người dùng: ${LAN.name}` })).toBeVisible()
}

async function fromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Người dùng: / }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const door = (page: Page) => page.getByRole('heading', { name: 'Đăng nhập' })
const lock = (page: Page) => page.getByRole('heading', { name: 'Màn hình đang khóa' })

async function unlock(page: Page, password: string): Promise<void> {
  await page.getByTestId('lock').locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
}

/** Types a procedure and a name into the form of reception, and saves nothing. */
async function halfFill(page: Page): Promise<void> {
  await goTo(page, '/reception')
  const procedure = page.getByRole('combobox', { name: /Thủ tục/ })
  await expect(procedure).toBeFocused()
  await page.keyboard.type('cap doi giay')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Người nộp')).toBeFocused()
  await page.keyboard.type('Nguyễn Văn Kín')
}

test.describe('at the door', () => {
  test.use({ signedIn: false })

  test('nobody is named, a wrong password is refused in words, tries are paced', async ({ page }) => {
    await expect(door(page)).toBeVisible()
    await expect(page.getByText('Chi nhánh Văn phòng Đăng ký đất đai Nha Trang')).toBeVisible()
    await expect(page.getByText(PERSON.name)).toHaveCount(0)
    const password = page.locator('input[name=password]')
    for (let tries = 0; tries < 3; tries++) {
      await signIn(page, 'khong.co', `đoán ${tries}`)
      await expect(page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.')).toBeVisible()
      await expect(password).toBeFocused()
      await expect(password).toHaveValue('')
    }
    await signIn(page, 'khong.co', 'đoán nữa')
    await expect(page.getByTestId('wait')).toContainText(/Thử lại sau \d giây/)
    await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeDisabled()
    await expect(page.getByTestId('wait')).toBeHidden()
    // Another login has not been tried yet.
    await signIn(page, ` ${PERSON.login.toUpperCase()} `, PERSON.password)
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
  })

  test('capitals that are locked are said, the language can be chosen, addresses lead nowhere', async ({
    page,
  }) => {
    await expect(door(page)).toBeVisible()
    await page.locator('input[name=password]').focus()
    await page.locator('input[name=password]').evaluate((field) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: true }))
    })
    await expect(page.getByText('Đang bật Caps Lock (chữ hoa)')).toBeVisible()
    await goTo(page, '/dossiers/1')
    await expect(door(page)).toBeVisible()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})

test.describe('a locked window', () => {
  test('shows nothing of what is behind it and keeps a half-filled form, with the focus in it', async ({
    page,
  }) => {
    await halfFill(page)
    await page.keyboard.press('Control+l')
    await expect(lock(page)).toBeVisible()
    await expect(page.getByLabel('Người nộp')).toBeHidden()
    expect(await page.locator('body').ariaSnapshot()).not.toMatch(/Nguyễn Văn Kín|Tiếp nhận|Thủ tục/)
    // No key reaches what is behind.
    await page.keyboard.press('Alt+3')
    await page.keyboard.press('Control+k')
    await unlock(page, 'không phải mật khẩu')
    await expect(page.getByText('Mật khẩu không đúng.')).toBeVisible()
    await unlock(page, PERSON.password)
    await expect(page.getByLabel('Người nộp')).toBeFocused()
    await expect(page.getByLabel('Người nộp')).toHaveValue('Nguyễn Văn Kín')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('code')).toHaveText('000.00.22.H32-261123-0001')
  })

  test('stays locked when the page is loaded again', async ({ page }) => {
    await fromMenu(page, 'Khóa màn hình')
    await expect(lock(page)).toBeVisible()
    await page.reload()
    await expect(lock(page)).toBeVisible()
    await unlock(page, PERSON.password)
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
  })

  test('locks by itself when nobody touches it, dialogs included', async ({ page }) => {
    await page.clock.install()
    await page.reload()
    await goTo(page, '/people')
    await page.getByRole('button', { name: 'Thêm người' }).click()
    const name = page.getByRole('dialog').getByLabel('Họ và tên')
    await name.fill('Lê Văn Dở')
    await page.clock.runFor(9 * 60_000)
    await page.keyboard.press('Shift')
    await page.clock.runFor(9 * 60_000)
    await expect(name).toBeVisible()
    await page.clock.runFor(70_000)
    await expect(lock(page)).toBeVisible()
    await expect(name).toBeHidden()
    await page.clock.resume()
    await unlock(page, PERSON.password)
    await expect(name).toHaveValue('Lê Văn Dở')
  })

  test('can be taken over by another person, who finds nothing of the one before', async ({ page }) => {
    const oneTime = await addPerson(page, ['Cán bộ một cửa'])
    await halfFill(page)
    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: 'Đổi người dùng' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Đổi người dùng' }).click()
    await expect(door(page)).toBeVisible()
    await firstSignIn(page, oneTime)
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
    await page.keyboard.press('Alt+2')
    await expect(page.getByLabel('Người nộp')).toHaveValue('')
    await page.reload()
    await expect(page.getByRole('button', { name: `Người dùng: ${LAN.name}` })).toBeVisible()
  })
})

test.describe('switching users from the menu', () => {
  test('asks in its own words over a half-filled form, and then for another login', async ({ page }) => {
    await halfFill(page)
    await fromMenu(page, 'Đổi người dùng')
    const dialog = page.getByRole('dialog', { name: 'Đổi người dùng?' })
    await expect(dialog.getByText(PERSON.name)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Đăng xuất' })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Đổi người dùng' }).click()
    await expect(door(page)).toBeVisible()
    await expect(page.getByText('Người dùng trước đã được đăng xuất.')).toBeVisible()
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('')
    await expect(page.getByLabel('Tên đăng nhập')).toBeFocused()
    await signIn(page, PERSON.login, PERSON.password)
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
    await fromMenu(page, 'Đăng xuất')
    await expect(page.getByLabel('Tên đăng nhập')).toHaveValue(PERSON.login)
    await expect(page.getByText('Người dùng trước đã được đăng xuất.')).toHaveCount(0)
  })
})

test.describe('people', () => {
  test('are given a role, and are offered what it may do and nothing else', async ({ page }) => {
    const oneTime = await addPerson(page, ['Chuyên viên'])
    await fromMenu(page, 'Đổi người dùng')
    await firstSignIn(page, oneTime)
    const rail = page.getByRole('navigation', { name: 'Các mục chính' })
    await expect(rail.getByRole('link')).toHaveText([
      'Hôm nay',
      'Chờ tiếp nhận',
      'Hồ sơ',
      'Kết quả chưa trả',
      'Trễ hạn',
      'Bàn giao',
      'Thống kê',
      'Lịch',
      'Thủ tục',
      'Ngăn chặn',
      'Cài đặt',
    ])
    await expect(page.getByRole('link', { name: /Tiếp nhận|Nhập sổ/ })).toHaveCount(0)
    await page.keyboard.press('Alt+2')
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
    for (const route of ['/reception', '/import', '/people']) {
      await goTo(page, route)
      await expect(page.getByRole('heading', { name: 'Mục này không thuộc quyền của bạn' })).toBeVisible()
    }
    await goTo(page, '/calendar')
    await expect(
      page.getByRole('button', { name: 'Xuất tệp' }).or(page.getByRole('tab')).first(),
    ).toBeVisible()
    await expect(page.getByRole('button', { name: /^Đề xuất|^Nhập tệp/ })).toHaveCount(0)
    await goTo(page, '/settings')
    await expect(page.getByRole('heading', { name: 'Hiển thị' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Đơn vị' })).toHaveCount(0)
  })

  test('change their own password, with the one before', async ({ page }) => {
    await fromMenu(page, 'Đổi mật khẩu')
    const dialog = page.getByRole('dialog', { name: 'Đổi mật khẩu' })
    await dialog.locator('input[name=current]').fill('không phải nó')
    await dialog.locator('input[name=password]').fill('mật khẩu mới tinh')
    await dialog.locator('input[name=repeat]').fill('mật khẩu mới tinh')
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Mật khẩu hiện tại không đúng')).toBeVisible()
    await dialog.locator('input[name=current]').fill(PERSON.password)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Đã đổi mật khẩu')).toBeVisible()
    await fromMenu(page, 'Đăng xuất')
    await signIn(page, PERSON.login, 'mật khẩu mới tinh')
    await expect(page.getByRole('heading', { name: 'Hôm nay' })).toBeVisible()
  })

  test('are thrown out of an open window when they are deactivated, and told so', async ({
    office,
  }, info) => {
    info.skip(office.newSession === undefined, 'the desktop shell has one window')
    const { page } = office
    const oneTime = await addPerson(page, ['Cán bộ một cửa'])
    const other = (await office.newSession?.()) ?? page
    await firstSignIn(other, oneTime)
    await halfFill(other)
    await page.getByRole('button', { name: `Thao tác khác với ${LAN.name}` }).click()
    await page.getByRole('menuitem', { name: 'Ngừng hoạt động' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ngừng hoạt động' }).click()
    await expect(page.getByRole('row', { name: new RegExp(LAN.name) })).toContainText('Ngừng hoạt động')
    await expect(door(other)).toBeVisible()
    await expect(other.getByText(/Bạn đã được đăng xuất/)).toBeVisible()
    await signIn(other, LAN.login, LAN.password)
    await expect(other.getByText('Tên đăng nhập hoặc mật khẩu không đúng.')).toBeVisible()
  })

  test('keep at least one administrator', async ({ page }) => {
    await goTo(page, '/people')
    await page.getByRole('button', { name: `Sửa: ${PERSON.name}` }).click()
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Quản trị' }).uncheck()
    await page.keyboard.press('Enter')
    await expect(page.getByText('Phải còn ít nhất một quản trị viên đang hoạt động.')).toBeVisible()
  })
})

test.describe('WCAG 2.2 AA, as far as axe can tell', () => {
  test.beforeEach(({ host }, info) => {
    info.skip(host !== 'web', 'the page is the same on every host')
  })

  for (const [language, scheme] of [
    ['vi', 'light'],
    ['en', 'dark'],
  ] as const) {
    test(`the door, the lock, the people and their dialogs, ${language}, ${scheme}`, async ({ page }) => {
      test.slow()
      await page.emulateMedia({ colorScheme: scheme })
      await page.evaluate((lang) => localStorage.setItem('so-mot-cua.language', lang), language)
      await page.reload()
      const check = async (what: string) => {
        await page.waitForTimeout(300)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(violations.map(({ id, nodes }) => [what, id, nodes.map(({ html }) => html)])).toEqual([])
      }
      const words = WORDS[language]
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.getByRole('button', { name: words.menu }).click()
      await check('user menu')
      await page.getByRole('menuitem', { name: words.password }).click()
      await check('change of password')
      await page.keyboard.press('Escape')
      await goTo(page, '/people')
      await expect(page.getByRole('row')).toHaveCount(2)
      await check('people')
      await page.getByRole('button', { name: words.add }).click()
      await check('a new person')
      await page.getByRole('dialog').getByLabel(words.name).fill(LAN.name)
      await page.getByRole('dialog').getByLabel(words.login).fill(LAN.login)
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('one-time')).toBeVisible()
      await check('one-time password')
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('one-time')).toBeHidden()
      await page.keyboard.press('Control+l')
      await expect(page.getByTestId('lock')).toBeVisible()
      await check('lock')
      await page.getByRole('button', { name: words.another }).click()
      await expect(page.getByRole('heading', { name: words.door })).toBeVisible()
      await check('door')
      await signIn(page, LAN.login, 'sai mật khẩu', words.login)
      await expect(page.getByRole('alert')).toBeVisible()
      await check('refusal')
    })
  }
})

const WORDS = {
  vi: {
    menu: /^Người dùng: /,
    password: 'Đổi mật khẩu',
    add: 'Thêm người',
    name: 'Họ và tên',
    login: 'Tên đăng nhập',
    another: 'Đổi người dùng',
    door: 'Đăng nhập',
  },
  en: {
    menu: /^User: /,
    password: 'Change password',
    add: 'Add a person',
    name: 'Full name',
    login: 'Login',
    another: 'Switch user',
    door: 'Sign in',
  },
}
