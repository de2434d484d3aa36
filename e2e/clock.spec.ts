import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

/** Chooses a procedure on the reception form by some letters of its name. */
async function choose(page: Page, letters: string): Promise<void> {
  await goTo(page, '/reception')
  const procedure = page.getByRole('combobox', { name: /Thủ tục/ })
  await procedure.click()
  await procedure.fill(letters)
  await page.getByRole('listbox').getByRole('option').first().click()
}

/** Types a day into one of the date fields of the screen. */
async function typeDay(page: Page, within: Page | Locator, name: string, digits: string): Promise<void> {
  await within.getByRole('group', { name }).getByRole('spinbutton').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.type(digits)
}

/** Says that the dossier was accepted earlier and is entered only now. */
async function acceptedAt(page: Page, digits: string, time: string): Promise<void> {
  const button = page.getByRole('button', { name: /^Nhập muộn/ })
  if ((await button.count()) > 0) await button.click()
  await typeDay(page, page, 'Ngày tiếp nhận', digits)
  await page.getByLabel('Giờ').fill(time)
}

/** Receives a dossier as of an earlier day and opens its page. */
async function receiveAndOpen(page: Page, letters: string, name: string, day: string): Promise<void> {
  await choose(page, letters)
  await acceptedAt(page, day, '08:30')
  await page.getByLabel('Người nộp').fill(name)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('000.00.22.H32')
}

/** Opens the form that stops the clock, for that reason and from that day. */
async function openPause(page: Page, why: string, day: string): Promise<Locator> {
  await page.getByRole('button', { name: /^Tạm dừng/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do dừng').selectOption({ label: why })
  await typeDay(page, dialog, 'Ngày bắt đầu dừng', day)
  return dialog
}

async function openResume(page: Page, day: string): Promise<Locator> {
  await page.getByRole('button', { name: /^Tiếp tục/ }).click()
  const dialog = page.getByRole('dialog')
  await typeDay(page, dialog, 'Ngày tính tiếp', day)
  return dialog
}

async function save(page: Page, dialog: Locator): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

const clock = (page: Page) => page.getByRole('region', { name: 'Cách tính hạn' })
const term = (page: Page) => page.getByRole('region', { name: 'Thời hạn giải quyết' })

for (const { why, after, says, day } of [
  {
    why: 'Cơ quan khác',
    after: '27/11/2026',
    says: 'Tính tiếp phần còn lại: 5 ngày làm việc.',
    day: '19/11/2026: không tính. Chờ cơ quan phối hợp (văn bản số 12/PBS)',
  },
  {
    why: 'Bổ sung hồ sơ',
    after: '30/11/2026',
    says: 'Tính lại từ đầu: ngày 20/11/2026 là ngày 0.',
    day: '20/11/2026: Bắt đầu tính lại, ngày này không tính',
  },
]) {
  test(`a pause (${why}) shows what it does before it is saved, and moves the due date when it ends`, async ({
    page,
  }) => {
    await receiveAndOpen(page, 'cap doi giay', 'Nguyễn Văn Dừng', '16112026')
    await expect(term(page)).toContainText('23/11/2026')

    const pause = await openPause(page, why, '17112026')
    await expect(pause.getByTestId('due-after')).toHaveText('chưa xác định')
    await expect(pause.locator('del')).toHaveText('23/11/2026')
    await expect(pause).toContainText('Khi tính tiếp còn 5 ngày làm việc.')
    await pause.getByLabel('Số văn bản').fill('12/PBS')
    await pause.getByLabel('Nội dung, lý do').fill('Thiếu trích đo')
    await save(page, pause)
    await expect(page.getByText('Văn bản số 12/PBS', { exact: true })).toBeVisible()
    await expect(term(page)).toContainText('Tạm dừng tính hạn từ 17/11/2026')

    const resume = await openResume(page, '20112026')
    await expect(resume.getByTestId('due-after')).toHaveText(after)
    await expect(resume.locator('del')).toHaveText('23/11/2026')
    await expect(resume).toContainText(says)
    await save(page, resume)
    await expect(term(page)).toContainText(after)
    await expect(clock(page).getByRole('list', { name: 'Các lần dời hạn' })).toContainText(
      `Hạn đầu tiên 23/11/2026, dời ngày 20/11/2026 do hết tạm dừng → ${after}`,
    )
    await expect(clock(page).getByRole('gridcell', { name: day })).toBeVisible()
    await expect(clock(page).getByRole('gridcell', { name: new RegExp(`${after}: .*Hẹn trả`) })).toBeVisible()
  })
}

test('another agency may be waited for while the term runs on, and that is said everywhere', async ({
  page,
}) => {
  await receiveAndOpen(page, 'cap doi giay', 'Nguyễn Văn Chờ', '16112026')
  const wait = await openPause(page, 'Cơ quan khác', '17112026')
  await expect(wait.getByTestId('due-after')).toHaveText('chưa xác định')
  await wait.getByLabel('Thời hạn khi chờ').selectOption({ label: 'Thời hạn vẫn chạy' })
  await expect(wait.getByTestId('due-after')).toHaveText('23/11/2026')
  await expect(wait).toContainText('Thời hạn vẫn chạy: hạn không đổi, quá ngày hẹn vẫn là trễ.')
  await wait.getByLabel('Nội dung, lý do').fill('Xác nhận của xã')
  await save(page, wait)
  await expect(term(page)).toContainText('Chờ từ 17/11/2026 (Chờ cơ quan phối hợp): thời hạn vẫn chạy.')
  await expect(page.getByText('Tạm dừng: Chờ cơ quan phối hợp, thời hạn vẫn chạy')).toBeVisible()
  const counted = /18\/11\/2026: ngày thứ 2 .*Chờ cơ quan phối hợp, thời hạn vẫn chạy/
  await expect(clock(page).getByRole('gridcell', { name: counted })).toBeVisible()

  await page.getByRole('button', { name: /^Tiếp tục/ }).click()
  const over = page.getByRole('dialog')
  await typeDay(page, over, 'Ngày hết chờ', '20112026')
  await expect(over).toContainText('Hạn không đổi.')
  await save(page, over)
  await expect(term(page)).toContainText('23/11/2026')
  await expect(clock(page).getByRole('list', { name: 'Các lần dời hạn' })).toBeHidden()
})

test('a pause that makes no sense is refused at its field, and the clock runs on', async ({ page }) => {
  await receiveAndOpen(page, 'cap doi giay', 'Nguyễn Văn Sai', '16112026')
  const pause = await openPause(page, 'Cơ quan khác', '15112026')
  await expect(pause.getByText('Điền ngày đúng để xem ảnh hưởng.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(pause.getByText('Ngày này trước ngày tiếp nhận hồ sơ')).toBeVisible()
  await expect(pause.getByText('Cần điền ô này')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(term(page)).toContainText('23/11/2026')
  await expect(page.getByRole('button', { name: /^Tạm dừng/ })).toBeVisible()
})

test('of two appointments the result is unknown until payment is proved, and that is said everywhere', async ({
  page,
}) => {
  await choose(page, 'bien dong chuyen doi')
  const due = page.getByRole('complementary', { name: 'Hạn trả kết quả' })
  await expect(due).toContainText('Tạm tính; ngày trả chốt khi có chứng từ nộp tiền.')
  await expect(due).toContainText('chưa xác định, 3 ngày làm việc kể từ ngày có chứng từ nộp tiền')

  await receiveAndOpen(page, 'bien dong chuyen doi', 'Trần Thị Hai', '09112026')
  await expect(term(page)).toContainText('Hẹn trả dự kiến')
  await expect(term(page)).toContainText('chưa xác định được ngày trả kết quả')
  await expect(clock(page)).toContainText('16/11/2026')
  await expect(clock(page)).toContainText('chưa xác định, tính từ ngày có chứng từ nộp tiền')

  const pause = await openPause(page, 'Nghĩa vụ tài chính', '16112026')
  await pause.getByLabel('Số văn bản').fill('77/PCTTT')
  await pause.getByLabel('Nội dung, lý do').fill('Chuyển thông tin thuế')
  await save(page, pause)
  await expect(clock(page)).toContainText('chưa xác định')

  const proof = await openResume(page, '20112026')
  await expect(proof).toContainText('Bắt đầu tính hẹn lần 2.')
  await expect(proof.getByTestId('due-after')).toHaveText('26/11/2026')
  await save(page, proof)
  await expect(clock(page)).not.toContainText('chưa xác định')
  await expect(clock(page)).toContainText('26/11/2026')
  await expect(term(page)).not.toContainText('dự kiến')
})

test('the form of reception draws the days before saving: cut-off of a same-day procedure, remote commune', async ({
  page,
}) => {
  const due = page.getByTestId('due')
  await choose(page, 'xoa dang ky')
  await acceptedAt(page, '20112026', '14:59')
  await expect(due).toHaveText('20/11/2026')
  await page.getByLabel('Giờ').fill('15:01')
  await expect(due).toHaveText('23/11/2026')
  await expect(page.getByRole('gridcell', { name: /20\/11\/2026: Ngày tiếp nhận, không tính/ })).toBeVisible()
  await expect(
    page.getByRole('gridcell', { name: /23\/11\/2026: .*Nhận sau giờ chốt.*Hẹn trả/ }),
  ).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /vùng sâu/ })).toHaveCount(0)

  await choose(page, 'cap doi giay')
  await acceptedAt(page, '23112026', '08:30')
  await expect(due).toHaveText('01/12/2026')
  await page.keyboard.press('Alt+x')
  await expect(page.getByRole('checkbox', { name: /vùng sâu \(\+10 ngày làm việc\)/ })).toBeChecked()
  await expect(due).toHaveText('15/12/2026')
  await expect(page.getByRole('gridcell', { name: /15\/12\/2026: ngày thứ 15/ })).toBeVisible()
  await expect(page.getByTestId('code')).toHaveCount(0)
})

test('the explanation for the citizen is one sheet that says each day and its law', async ({
  page,
  host,
}) => {
  await receiveAndOpen(page, 'cap doi giay', 'Lê Thị Giấy', '16112026')
  const pause = await openPause(page, 'Cơ quan khác', '17112026')
  await pause.getByLabel('Số văn bản').fill('9/CV')
  await pause.getByLabel('Nội dung, lý do').fill('Hỏi ý kiến xã')
  await save(page, pause)
  await save(page, await openResume(page, '20112026'))
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await page.keyboard.press('Alt+g')
  const sheet = page.locator('.clock-sheet')
  await expect(sheet).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { name: 'Giải trình cách tính thời hạn' })).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  for (const line of [
    'Chi nhánh Văn phòng Đăng ký đất đai Nha Trang',
    'Nha Trang, ngày 23 tháng 11 năm 2026',
    'Lê Thị Giấy',
    '17:00 thứ Sáu 27/11/2026',
    'Hạn đầu tiên 23/11/2026, dời ngày 20/11/2026 do hết tạm dừng',
    'khoản 2 Điều 147 Bộ luật Dân sự 2015',
  ]) {
    await expect(sheet).toContainText(line)
  }
  const rows = (await sheet.locator('tbody tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())
  expect(rows[0]).toMatch(/^16\/11\/2026 thứ Hai – Ngày tiếp nhận/)
  expect(rows.join('\n')).toMatch(/17\/11\/2026.*9\/CV/)
  expect(rows.join('\n')).toMatch(/24\/11\/2026 thứ Ba – Ngày Văn hóa Việt Nam/)
  expect(rows.at(-1)).toMatch(/^27\/11\/2026 thứ Sáu 5 .*Hẹn trả kết quả/)
  if (host !== 'web') return
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/)
})

test.describe('in the register of 2020', () => {
  test.use({ data: 'register', today: '2020-06-30' })

  test('the late list and the page of a dossier tell the same days late', async ({ page }) => {
    await goTo(page, '/overdue')
    const rows = page.locator('.MuiDataGrid-row')
    await expect(rows.first()).toBeVisible()
    for (const at of [0, 3, 7]) {
      const row = rows.nth(at)
      await expect(row.locator('[data-field=daysLate]')).toHaveText(/^\d+$/)
      const days = (await row.locator('[data-field=daysLate]').textContent()) ?? ''
      const code = (await row.locator('[data-field=code]').textContent()) ?? ''
      await row.dblclick()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
      await expect(page.getByText(`Trễ ${days} ngày làm việc`).first()).toBeVisible()
      const late = clock(page).getByRole('gridcell', { name: /30\/06\/2020: / })
      if (Number(days) > 0) await expect(late).toHaveAccessibleName(new RegExp(`Trễ ${days} ngày làm việc`))
      await goTo(page, '/overdue')
      await expect(rows.first()).toBeVisible()
    }
  })
})

test('the forms of pause and resumption have no violation', async ({ page, host }, info) => {
  info.skip(host !== 'web', 'the page is the same on every host')
  const check = async () => {
    await page.waitForTimeout(400)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  await receiveAndOpen(page, 'bien dong chuyen doi', 'Phạm Văn Rìu', '16112026')
  await check()
  const pause = await openPause(page, 'Bổ sung hồ sơ', '17112026')
  await check()
  await pause.getByLabel('Nội dung, lý do').fill('Thiếu')
  await save(page, pause)
  await openResume(page, '20112026')
  await check()
})
