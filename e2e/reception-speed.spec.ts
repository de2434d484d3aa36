import type { Page } from '@playwright/test'
import { DOCUMENTS, KNOWN } from './applicants.ts'
import { expect, goTo, test } from './office.ts'

test.use({ data: 'counter' })

/** Keys a trained clerk presses in a second: 30 words a minute, a slow pace for somebody who types all day. */
const KEYS_PER_SECOND = 2.5
/** What deciding what comes next takes each time, in seconds (the operator M of the keystroke-level model). */
const THINKING = 1.35
/** A dossier in, in seconds. */
const BUDGET = 30

/** Types as a person does and counts: every key, a held Ctrl or Alt as one more. */
function typist(page: Page) {
  let keys = 0
  let thoughts = 0
  const began = performance.now()
  return {
    /** Something decided, then these keys and texts. */
    does: async (...strokes: (string | { text: string })[]) => {
      thoughts++
      for (const stroke of strokes) {
        if (typeof stroke === 'string') {
          keys += stroke.split('+').length
          await page.keyboard.press(stroke)
        } else {
          keys += stroke.text.length
          await page.keyboard.type(stroke.text)
        }
      }
    },
    /** Says what it took and gives the seconds of typing and deciding. What the test itself waited is said beside them. */
    took: (what: string) => {
      const waited = (performance.now() - began) / 1000
      const seconds = keys / KEYS_PER_SECOND + thoughts * THINKING
      console.log(
        `${what}: ${keys} keys at ${KEYS_PER_SECOND}/s, ${thoughts} decisions of ${THINKING} s: ${seconds.toFixed(1)} s ` +
          `(the test itself ran ${waited.toFixed(1)} s)`,
      )
      return { keys, seconds }
    },
  }
}

/** Goes to the form; the procedure of last time stands in it. */
async function begin(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Alt+2')
  const procedure = page.getByRole('combobox', { name: /Thủ tục/ })
  await expect(procedure).toBeFocused()
  await expect(procedure).toHaveValue(/chuyển nhượng/)
  await expect(page.getByRole('checkbox', { name: DOCUMENTS[1] })).toBeVisible()
}

/** Takes the place of the browser's print window; counts instead. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.print = () => {
      const { dataset } = window.top?.document.documentElement ?? document.documentElement
      dataset['prints'] = String(Number(dataset['prints'] ?? '0') + 1)
    }
  })
  await page.reload()
  return async () => Number((await page.locator('html').getAttribute('data-prints')) ?? '0')
}

test('somebody known is received in under 30 seconds: last procedure, by number, documents ticked, receipt printed', async ({
  page,
}) => {
  const prints = await countPrints(page)
  await begin(page)
  // Shown as ticked when the office has kept it.
  const printing = page.getByRole('checkbox', { name: 'Lưu xong in giấy tiếp nhận' })
  await printing.click()
  await expect(printing).toBeChecked()
  await page.getByRole('combobox', { name: /Thủ tục/ }).focus()

  const clerk = typist(page)
  await clerk.does('Enter')
  await clerk.does({ text: KNOWN.idNumber }, 'Enter')
  await expect(page.getByLabel('Xã/phường')).toBeFocused()
  await clerk.does({ text: 'phuoc h' }, 'ArrowDown', 'Enter')
  await clerk.does({ text: '12' }, 'Enter', { text: '345' })
  await clerk.does('Alt+t', 'Space')
  await clerk.does('ArrowDown', 'Space')
  await clerk.does('ArrowDown', { text: '2' })
  await clerk.does('Control+Enter')
  await expect(page.getByTestId('code')).toHaveText('000.00.22.H32-261123-0001')
  await expect.poll(prints).toBe(1)
  const { keys, seconds } = clerk.took('somebody known')
  expect(keys).toBeLessThan(60)
  expect(seconds).toBeLessThan(BUDGET)

  // The next one can come: the first field has the focus, the procedure is there, nothing else is.
  await expect(page.getByRole('combobox', { name: /Thủ tục/ })).toBeFocused()
  await expect(page.getByLabel('Người nộp')).toHaveValue('')
  await expect(page.getByRole('checkbox', { name: DOCUMENTS[0] })).not.toBeChecked()

  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  for (const text of [KNOWN.applicantName, KNOWN.phone, KNOWN.email, KNOWN.address, 'Phước Hải']) {
    await expect(page.getByText(text).first()).toBeVisible()
  }
})

/** A scanner: the keys come one right after the other, whatever else the machine does, then Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await Promise.all([...[...code].map((key) => page.keyboard.type(key)), page.keyboard.press('Enter')])
}

const CARD = '056304004321||Lê Thị Ánh Nguyệt|29022004|Nữ|Thôn Phú Nghĩa, Vĩnh Thái, Khánh Hòa|01072024'

test('somebody new with a card is received in under 30 seconds as well', async ({ page }) => {
  await begin(page)
  const clerk = typist(page)
  await clerk.does()
  await scan(page, CARD)
  await expect(page.getByLabel('Điện thoại')).toBeFocused()
  await clerk.does({ text: '0987654321' }, 'Enter', 'Enter')
  await clerk.does({ text: 'vinh h' }, 'ArrowDown', 'Enter')
  await clerk.does({ text: '7' }, 'Enter', { text: '89' })
  await clerk.does('Alt+t', 'Space', 'ArrowDown', 'Space')
  await clerk.does('Control+Enter')
  await expect(page.getByTestId('code')).toHaveText('000.00.22.H32-261123-0001')
  expect(clerk.took('somebody new with a card').seconds).toBeLessThan(BUDGET)
})

test('an applicant is found by phone, number or name, and chosen with the keyboard', async ({ page }) => {
  await begin(page)
  const name = page.getByLabel('Người nộp')
  for (const [typed, keys, found] of [
    ['nguyen van d', ['ArrowDown', 'Enter'], KNOWN.applicantName],
    ['0905.99', ['Enter'], 'Nguyễn Văn Đạt'],
    ['056190', ['Enter'], 'Trần Thị Ánh'],
  ] as const) {
    await name.fill('')
    await name.pressSequentially(typed)
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(found)
    for (const key of keys) await page.keyboard.press(key)
    await expect(name).toHaveValue(found)
  }
  await expect(page.getByLabel('Số định danh')).toHaveValue('056190000777')
})

test('a number nobody has goes from the name to its own field; a part of one is no name', async ({
  page,
}) => {
  await begin(page)
  await page.keyboard.press('Enter')
  const name = page.getByLabel('Người nộp')
  await page.keyboard.type('056099999999')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Số định danh')).toHaveValue('056099999999')
  await expect(name).toHaveValue('')
  await expect(name).toBeFocused()
  await page.keyboard.type('0777')
  await page.keyboard.press('Enter')
  await expect(name).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Đây là một số. Họ tên phải có chữ')).toBeVisible()
  await expect(page.getByTestId('code')).toHaveCount(0)
})

test('documents are ticked, counted and added with the keyboard alone', async ({ page }) => {
  await begin(page)
  await page.keyboard.press('Alt+t')
  const count = (name: string, what: string) => page.getByLabel(`${name}: ${what}`, { exact: true })
  await expect(count(DOCUMENTS[0], 'Bản chính')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(count(DOCUMENTS[0], 'Bản chính')).toHaveValue('1')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: DOCUMENTS[0] })).not.toBeChecked()
  await page.keyboard.press('Enter')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2')
  await expect(page.getByRole('checkbox', { name: DOCUMENTS[1] })).toBeChecked()
  await expect(count(DOCUMENTS[1], 'Bản chụp')).toHaveValue('2')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('giay uy quyen')
  await expect(page.getByLabel('Giấy tờ 6: tên')).toHaveValue('giay uy quyen')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Giấy tờ 6: Bản chính')).toHaveValue('1')
})

test.describe('a citizen card scanned', () => {
  const texts = async (page: Page) =>
    Promise.all(
      ['Người nộp', 'Số định danh', 'Địa chỉ', 'Tờ bản đồ', 'Thửa đất'].map((label) =>
        page.getByLabel(label, { exact: false }).first().inputValue(),
      ),
    )

  test('fills the person wherever the focus is, and leaves the field it was in as it was', async ({
    page,
  }) => {
    await begin(page)
    await page.getByLabel('Thửa đất').fill('77')
    const search = page.getByLabel('Tìm hồ sơ').first()
    for (const place of [
      page.getByLabel('Thửa đất'),
      page.getByLabel(`${DOCUMENTS[0]}: Bản chính`),
      page.getByRole('button', { name: /^Tiếp nhận/ }),
      page.getByRole('combobox', { name: /Thủ tục/ }),
      page.getByLabel('Người nộp'),
      search,
    ]) {
      await page.getByRole('button', { name: 'Xóa trắng' }).click()
      await page.getByLabel('Thửa đất').fill('77')
      await place.focus()
      await scan(page, CARD)
      await expect(page.getByLabel('Người nộp')).toHaveValue('Lê Thị Ánh Nguyệt')
      await expect(page.getByLabel('Số định danh')).toHaveValue('056304004321')
      await expect(page.getByLabel('Địa chỉ')).toHaveValue('Thôn Phú Nghĩa, Vĩnh Thái, Khánh Hòa')
      await expect(page.getByLabel('Thửa đất')).toHaveValue('77')
      await expect(page.getByRole('checkbox', { name: DOCUMENTS[0] })).not.toBeChecked()
      await expect(page.getByRole('combobox', { name: /Thủ tục/ })).toHaveValue(/chuyển nhượng/)
      await expect(search).toHaveValue('')
      await expect(page.getByTestId('code')).toHaveCount(0)
    }
  })

  test('of somebody known brings phone and e-mail', async ({ page }) => {
    await begin(page)
    await scan(
      page,
      `${KNOWN.idNumber}|225123456|${KNOWN.applicantName}|05031980|Nam|Tổ 3, Khánh Hòa|12042021`,
    )
    await expect(page.getByLabel('Điện thoại')).toHaveValue(KNOWN.phone)
    await expect(page.getByLabel('Thư điện tử')).toHaveValue(KNOWN.email)
    await expect(page.getByLabel('Địa chỉ', { exact: false }).first()).toHaveValue('Tổ 3, Khánh Hòa')
  })

  test('that came through garbled is refused in words, and changes nothing', async ({ page }) => {
    await begin(page)
    await page.getByLabel('Người nộp').fill('Trần Văn Bình')
    const before = await texts(page)
    for (const [code, words] of [
      [CARD.replace('Nữ', 'Nuwx'), 'Tắt bộ gõ tiếng Việt'],
      [CARD.replace('Nguyệt', 'Nguyeejt'), 'Tắt bộ gõ tiếng Việt'],
      [CARD.replace('||', '|'), 'mã không đủ bảy mục'],
      [CARD.replace('29022004', '30022004'), 'ngày sinh hoặc ngày cấp không đúng'],
      [CARD.slice(1), 'số định danh không đúng 12 chữ số'],
      [CARD.replace('056304', '056204'), 'không khớp năm sinh, giới tính'],
    ] as const) {
      await page.getByLabel('Người nộp').focus()
      await scan(page, code)
      await expect(page.getByText(words)).toBeVisible()
      expect(await texts(page)).toEqual(before)
      await expect(page.getByLabel('Người nộp')).toBeFocused()
    }
  })

  test('does not get in the way of a scanned dossier code, nor elsewhere of anything', async ({ page }) => {
    await begin(page)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await scan(page, '000.00.22.H32-261120-0003')
    await expect(page.getByRole('heading', { name: '000.00.22.H32-261120-0003' })).toBeVisible()
    await goTo(page, '/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await scan(page, CARD.normalize('NFD').replace(/[^\p{ASCII}]/gu, ''))
    await expect(page.getByText('Mở màn hình Tiếp nhận rồi quét lại')).toBeVisible()
  })
})
