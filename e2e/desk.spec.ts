import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

test.use({ data: 'register', today: '2020-06-30' })

const PASSWORD = 'hồ sơ trước, cơm sau'

/** Asks the office as the window does. */
async function call(page: Page, path: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([at, sent]) => {
      const response = await fetch(`/call/${at}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: sent }),
      })
      return response.json() as Promise<unknown>
    },
    [path, input] as const,
  )
}

/** Somebody else of the office, at a window of their own. */
async function colleague(
  page: Page,
  newSession: () => Promise<Page>,
  person: { name: string; login: string; roles: string[] },
): Promise<Page> {
  const added = await call(page, 'people/add', person)
  const current = String((added as { value: { password: string } }).value.password)
  const window = await newSession()
  await call(window, 'people/signIn', { login: person.login, password: current })
  await call(window, 'people/changePassword', { current, next: PASSWORD })
  await window.reload()
  await expect(window.getByRole('navigation', { name: 'Các mục chính' })).toBeVisible()
  return window
}

/** A number of the morning, as a button. */
const tile = (page: Page, words: RegExp): Locator =>
  page.getByRole('group', { name: 'Các con số, bấm để lọc danh sách' }).getByRole('button', { name: words })
const rows = (page: Page): Locator => page.locator('.MuiDataGrid-row')
const codeOf = async (row: Locator): Promise<string> =>
  (await row.locator('[data-field=code]').textContent()) ?? ''

test('the head sees what is late, cuts the list by a number, and writes down causes with the keyboard', async ({
  page,
}) => {
  await goTo(page, '/overdue')
  await expect(page.getByText('Tính đến ngày 30/06/2020 · 58 hồ sơ')).toBeVisible()
  await expect(tile(page, /^58\s*Trễ hạn$/)).toHaveAttribute('aria-pressed', 'true')
  await rows(page).first().locator('[data-field=applicantName]').click()
  const code = await codeOf(rows(page).first())
  await page.keyboard.press('c')
  const dialog = page.getByRole('dialog', { name: `Nguyên nhân trễ hạn của ${code}` })
  await dialog.getByLabel('Nguyên nhân').selectOption('Chờ cơ quan thuế')
  await dialog.getByLabel('Ghi thêm').fill('Chưa có thông báo')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const groups = page.getByRole('group', { name: 'Hồ sơ trễ hạn chia theo' })
  await groups.getByRole('button', { name: /^Chờ cơ quan thuế/ }).click()
  await expect(page.getByText('Tính đến ngày 30/06/2020 · 1 hồ sơ')).toBeVisible()
  expect(await codeOf(rows(page).first())).toBe(code)
  await groups.getByRole('button', { name: /^Chờ cơ quan thuế/ }).click()
  await expect(page.getByText('58 hồ sơ').first()).toBeVisible()
  // Whose the days are comes from the histories: the register says nothing of steps, so they are the branch's.
  await expect(groups.getByRole('button', { name: /^Chi nhánh.*58$/ })).toBeVisible()
  await rows(page).first().locator('[data-field=applicantName]').click()
  await page.keyboard.press('i')
  const legs = page.getByRole('dialog', { name: `Trễ hạn do ai · ${code}` })
  await expect(legs.getByText('Trễ 142 ngày làm việc')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
  await expect(page.getByText('Chờ cơ quan thuế – Chưa có thông báo')).toBeVisible()
})

test('one due tomorrow is put off: the specialist drafts, the head approves, both days stay to be seen', async ({
  page,
  office,
}, info) => {
  const { newSession } = office
  info.skip(newSession === undefined, 'the desktop shell has one window')
  if (newSession === undefined) return
  const vien = await colleague(page, newSession, {
    ...{ name: 'Lê Chuyên Viên', login: 'vien.lc', roles: ['specialist'] },
  })
  await goTo(vien, '/overdue')
  const due = tile(vien, /Đến hạn 01\/07 · chưa xin lỗi/)
  await expect(due).toContainText('84')
  await due.click()
  // The list before stands until this one is there.
  await expect(rows(vien).first()).toContainText('01/07/2020')
  const code = await codeOf(rows(vien).first())
  await rows(vien).first().locator('[data-field=applicantName]').click()
  await vien.keyboard.press('a')
  const draft = vien.getByRole('dialog', { name: `Xin lỗi và hẹn lại ${code}` })
  await draft.getByLabel('Nguyên nhân').selectOption('Chờ UBND xã xác nhận, niêm yết')
  await draft.getByLabel('Hẹn thêm (ngày làm việc)').fill('5')
  await expect(draft.getByRole('row', { name: `${code} 01/07/2020 08/07/2020` })).toBeVisible()
  await vien.keyboard.press('Enter')
  await expect(draft).toBeHidden()
  // Whoever is not the head is offered no decision.
  await tile(vien, /Chờ duyệt/).click()
  await expect(rows(vien)).toHaveCount(1)
  await expect(vien.getByRole('button', { name: /^Duyệt/ })).toHaveCount(0)

  await goTo(page, '/overdue?list=drafted')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('Chờ UBND xã xác nhận, niêm yết')
  await page.getByRole('button', { name: 'Duyệt tất cả (1)' }).click()
  const decide = page.getByRole('dialog', { name: `Duyệt phiếu xin lỗi của ${code}` })
  await decide.getByRole('button', { name: 'Duyệt' }).click()
  await expect(decide).toBeHidden()
  await expect(page.getByText('Không có phiếu xin lỗi chờ duyệt')).toBeVisible()
  await expect(tile(page, /Đến hạn 01\/07 · chưa xin lỗi/)).toContainText('83')

  await goTo(page, '/overdue?list=due-tomorrow&apology=approved')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('01/07/2020')
  await expect(rows(page).first()).toContainText('Đã gửi, đã hẹn lại 08/07')
  await rows(page).first().dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
  await expect(page.getByText(/đã hẹn lại 08\/07/).first()).toBeVisible()
  const lateness = page.getByRole('region', { name: 'Trễ hạn do ai' })
  await expect(lateness).toContainText('Ngày hẹn trả ban đầu')
  await expect(lateness).toContainText('01/07/2020')
  await expect(lateness).toContainText('Gửi ngày 30/06/2020, hẹn lại 08/07/2020')
  await expect(lateness.getByRole('button', { name: 'Xin lỗi, hẹn lại' })).toHaveCount(0)
})

test('a head who is not at the counter begins the morning with what is late', async ({
  page,
  office,
}, info) => {
  const { newSession } = office
  info.skip(newSession === undefined, 'the desktop shell has one window')
  if (newSession === undefined) return
  const head = await colleague(page, newSession, {
    ...{ name: 'Phạm Văn Trưởng', login: 'truong.pv', roles: ['head'] },
  })
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Hồ sơ trễ hạn')
  await head.keyboard.press('Alt+1')
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Hôm nay')
})

test('what is due next is looked at as far ahead as one likes', async ({ page }) => {
  await goTo(page, '/overdue?list=due-soon')
  const soon = tile(page, /Trong 3 ngày tới/)
  await expect(soon).toHaveAttribute('aria-pressed', 'true')
  const count = async (of: Locator) => Number.parseInt((await of.innerText()).replaceAll('.', ''), 10)
  const within3 = await count(soon)
  expect(within3).toBeGreaterThan(0)
  await page.getByLabel('Xem trước').selectOption({ label: '10 ngày làm việc' })
  const further = tile(page, /Trong 10 ngày tới/)
  await expect(further).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => count(further)).toBeGreaterThan(within3)
  const within10 = await count(further)
  await expect(page.getByText(new RegExp(`· ${within10.toLocaleString('vi')} hồ sơ$`))).toBeVisible()
})

test('several at once: who refuses is named, and nothing is done', async ({ page }) => {
  await goTo(page, '/overdue?list=due-tomorrow')
  await rows(page).first().getByRole('checkbox').check()
  await rows(page).nth(1).getByRole('checkbox').check()
  await expect(page.getByText('Đã chọn 2 hồ sơ')).toBeVisible()
  await page.getByRole('button', { name: /^Xin lỗi, hẹn lại/ }).click()
  const draft = page.getByRole('dialog', { name: 'Xin lỗi và hẹn lại 2 hồ sơ' })
  await draft.getByLabel('Lý do in trên phiếu').fill('Máy đo hỏng')
  // A day off is no day to put a dossier off to.
  const day = draft.getByRole('group', { name: 'Hoặc ngày hẹn mới' })
  await day.getByRole('spinbutton').first().click()
  await page.keyboard.type('05072020')
  await draft.getByRole('button', { name: 'Trình duyệt' }).click()
  await expect(draft.getByText('Ngày này là ngày nghỉ')).toBeVisible()
  await day.getByRole('spinbutton').first().click()
  await page.keyboard.type('01072020')
  await draft.getByRole('button', { name: 'Trình duyệt' }).click()
  await expect(draft.getByText('Chưa làm gì: 2 trong 2 hồ sơ không thực hiện được.')).toBeVisible()
  await expect(draft.getByText(/Ngày hẹn mới phải sau ngày hẹn trả/)).toHaveCount(2)
  await draft.getByRole('button', { name: 'Hủy' }).click()
  await expect(tile(page, /Chờ duyệt/)).toContainText('0')
})

test('the causes of lateness are the office’s own', async ({ page }) => {
  await goTo(page, '/settings')
  await page.getByRole('button', { name: 'Sửa danh sách' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nguyên nhân trễ hạn' })
  await dialog.getByRole('button', { name: 'Thêm nguyên nhân' }).click()
  const line = dialog.getByRole('group', { name: 'Dòng 10' })
  await line.getByLabel('Mã').fill('Đo đạc')
  await line.getByLabel('Tên', { exact: true }).fill('Chờ đơn vị đo đạc')
  await line.getByLabel('Tên tiếng Anh').fill('Waiting for the surveyors')
  await dialog.getByRole('button', { name: 'Lưu danh sách' }).click()
  await expect(dialog.getByText('Mã chỉ gồm chữ thường không dấu, số và gạch nối')).toBeVisible()
  await line.getByLabel('Mã').fill('survey')
  await dialog.getByRole('button', { name: 'Lưu danh sách' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Chờ đơn vị đo đạc')).toBeVisible()
})

test('the lists and dialogs of the desk have no violation', async ({ page, host }, info) => {
  info.skip(host !== 'web', 'the page is the same on every host')
  const check = async () => {
    await page.waitForTimeout(400)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  await goTo(page, '/overdue')
  await rows(page).first().locator('[data-field=applicantName]').click()
  for (const key of ['r', 'g', 'c', 'i', 'a']) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await check()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await goTo(page, '/overdue?list=drafted')
  await expect(page.getByText('Không có phiếu xin lỗi chờ duyệt')).toBeVisible()
  await check()
})

test('the head sees what is likely to end late, the most likely first, each with what that rests on', async ({
  page,
}) => {
  await goTo(page, '/overdue')
  const risk = tile(page, /Có nguy cơ trễ/)
  await expect(risk).toContainText(/^\d+/)
  const [count = ''] = /^\d+/.exec((await risk.textContent()) ?? '') ?? []
  await risk.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Tính đến ngày 30/06/2020 · ${count} hồ sơ`)).toBeVisible()
  const cell = (row: number, field: string): Locator => rows(page).nth(row).locator(`[data-field=${field}]`)
  const percentOf = async (row: number): Promise<number> =>
    Number(((await cell(row, 'likelihood').textContent()) ?? '').replace('%', ''))
  const percents = [await percentOf(0), await percentOf(1), await percentOf(2), await percentOf(3)]
  expect(percents).toEqual(percents.toSorted((a, b) => b - a))
  expect(percents[0]).toBeGreaterThan(10)
  const why = (await cell(0, 'outlook').textContent()) ?? ''
  const [, late, of] =
    /^(\d+)\/(\d+) hồ sơ cùng thủ tục, .* (?:cần hơn \d+ ngày làm việc còn lại|không xong ngay trong ngày)$/.exec(
      why,
    ) ?? []
  expect(Math.round((Number(late) / Number(of)) * 100)).toBe(percents[0])
  expect((await new AxeBuilder({ page }).include('[role=grid]').analyze()).violations).toEqual([])
  // By keyboard like the other lists: mark, remind, open.
  await cell(0, 'applicantName').click()
  const code = await codeOf(rows(page).first())
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog', { name: new RegExp(code) })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(code)
})
