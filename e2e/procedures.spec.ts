import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

const TRANSFER = 'Đăng ký biến động: chuyển đổi, chuyển nhượng'

/** Opens the page of the version of a procedure that is in force today. */
async function openVersion(page: Page, search: string, name: string): Promise<Locator> {
  await goTo(page, '/procedures')
  await page.getByLabel('Tìm thủ tục').fill(search)
  await page.locator('[data-version]', { hasText: name }).first().click()
  const panel = page.getByRole('dialog')
  await expect(panel.getByRole('heading', { level: 2 })).toContainText(name)
  return panel
}

/** Opens the form of a new version of the transfer; the focus stands in its first day. */
async function newTransfer(page: Page): Promise<Locator> {
  const panel = await openVersion(page, 'transfer', TRANSFER)
  await panel.getByRole('button', { name: 'Phiên bản mới' }).click()
  const form = page.getByRole('dialog', { name: `Phiên bản mới: ${TRANSFER}` })
  await expect(form.getByLabel('Tên thủ tục')).toBeVisible()
  return form
}

/** Types the first day in force, which has the focus when the form opens. */
async function typeDay(page: Page, form: Locator, digits: string): Promise<void> {
  const day = form.getByRole('group', { name: 'Hiệu lực từ ngày' }).getByRole('spinbutton').first()
  await day.click()
  await page.keyboard.press('Home')
  await page.keyboard.type(digits)
}

/** The number of versions in the catalogue, as the head of the screen says. */
const count = (page: Page) => page.getByText(/\d+ phiên bản trong danh mục/)

async function importFile(page: Page, name: string, rows: readonly string[]): Promise<Locator> {
  await goTo(page, '/procedures')
  await page.getByRole('button', { name: 'Nhập tệp' }).click()
  await page
    .getByTestId('catalogue-file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  return page.getByRole('dialog', { name: 'Nhập danh mục từ tệp' })
}

test('a version is entered with the keyboard alone: copied, its papers and steps added, moved, taken away', async ({
  page,
}) => {
  const form = await newTransfer(page)
  await expect(form).toContainText('Chép từ phiên bản từ 01/07/2025')
  await expect(form.getByLabel('Hẹn lần 1 (ngày)')).toHaveValue('5')
  await page.keyboard.type('01012027')
  await expect(form).toContainText('Phiên bản đang áp dụng từ 01/07/2025 sẽ kết thúc hết ngày 31/12/2026')
  await form.getByLabel('Căn cứ pháp lý').focus()
  await page.keyboard.type('Nghị định 1/2026/NĐ-CP điều 5')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Nghị định mới có hiệu lực')
  await form.getByLabel('Sau khi bổ sung').focus()
  await page.keyboard.press('ArrowDown')

  const line = (what: string) => form.getByRole('textbox', { name: what })
  await line('Giấy tờ 1').focus()
  for (const paper of ['Bản gốc Giấy chứng nhận', 'Hợp đồng công chứng', 'Đơn đăng ký biến động']) {
    await page.keyboard.type(paper)
    await page.keyboard.press('Enter')
  }
  // The form asks for the application first.
  await page.keyboard.press('Control+Delete')
  await expect(line('Giấy tờ 3')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(line('Giấy tờ 2')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(line('Giấy tờ 1')).toBeFocused()
  await expect(line('Giấy tờ 1')).toHaveValue('Đơn đăng ký biến động')
  await expect(line('Giấy tờ 3')).toHaveValue('Hợp đồng công chứng')

  await line('Tên bước 1').focus()
  // The unit stands at working days; above it half-days, then hours.
  for (const [name, agency, term, up] of [
    ['Ký Giấy chứng nhận', 'Lãnh đạo chi nhánh', '3', 0],
    ['Tiếp nhận', 'Bộ phận một cửa', '4', 2],
    ['Thẩm định', 'Chuyên viên', '0,5', 1],
  ] as const) {
    for (const cell of [name, agency, term]) {
      await page.keyboard.type(cell)
      await page.keyboard.press('Enter')
    }
    for (let i = 0; i < up; i++) await page.keyboard.press('ArrowUp')
    // Over what the step is for to the next line.
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Delete')
  await line('Thời hạn của bước 1').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(line('Thời hạn của bước 3')).toBeFocused()
  await expect(line('Thời hạn của bước 3')).toHaveValue('3')
  await page.keyboard.press('Control+Enter')

  const panel = page.getByRole('dialog')
  await expect(panel).toContainText('0 hồ sơ đã tiếp nhận theo phiên bản này')
  await expect(panel.getByText('từ 01/01/2027').first()).toBeVisible()
  await expect(panel).toContainText('5 + 3 ngày làm việc')
  await expect(panel).toContainText('Tính tiếp phần thời hạn còn lại')
  const papers = ['Đơn đăng ký biến động', 'Bản gốc Giấy chứng nhận', 'Hợp đồng công chứng']
  for (const [index, paper] of papers.entries()) {
    await expect(panel.getByRole('list').first().getByRole('listitem').nth(index)).toHaveText(paper)
  }
  for (const [index, step] of [
    /Tiếp nhận.*Bộ phận một cửa.*4 giờ làm việc/,
    /Thẩm định.*Chuyên viên.*0,5 buổi/,
    /Ký Giấy chứng nhận.*Lãnh đạo chi nhánh.*3 ngày làm việc/,
  ].entries()) {
    await expect(panel.getByRole('row').nth(index + 1)).toContainText(step)
  }
  await expect(panel).toContainText('Phiên bản từ 01/07/2025 kết thúc hết ngày 31/12/2026')
  await expect(panel).toContainText('Nghị định mới có hiệu lực')
  await expect(panel).toContainText('01/08/2024 – 30/06/2025: không có phiên bản nào hiệu lực')
})

test.describe('in the new year', () => {
  test.use({ today: '2027-01-04' })

  test('a new version leaves the dossiers under the old one alone, and is that of all later receptions', async ({
    page,
  }) => {
    const due = page.getByTestId('due')
    const receive = async (name: string) => {
      await goTo(page, '/reception')
      const procedure = page.getByRole('combobox', { name: /Thủ tục/ })
      await procedure.click()
      await procedure.fill('bien dong chuyen doi')
      await page.getByRole('option', { name: new RegExp(TRANSFER) }).click()
      await page.getByLabel('Người nộp').fill(name)
    }
    await receive('Nguyễn Văn Trước')
    await expect(due).toHaveText('14/01/2027')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('code')).toHaveText(/270104-0001$/)

    const form = await newTransfer(page)
    await page.keyboard.type('01012027')
    await form.getByLabel('Căn cứ pháp lý').fill('Nghị định 1/2026/NĐ-CP')
    await form.getByLabel('Lý do').fill('Rút ngắn thời hạn')
    await form.getByLabel('Thời hạn', { exact: false }).first().fill('6')
    await form.getByLabel('Hẹn lần 1 (ngày)').fill('4')
    await expect(form).toContainText('Hai lần hẹn cộng lại phải bằng thời hạn')
    await form.getByLabel('Hẹn lần 2 (ngày)').fill('2')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog').getByText('từ 01/01/2027').first()).toBeVisible()
    await page.keyboard.press('Escape')

    await receive('Trần Thị Sau')
    await expect(due).toHaveText('12/01/2027')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('code')).toHaveText(/270104-0002$/)

    // What was received in the old year and is entered only now has the version of its day.
    await receive('Lê Văn Muộn')
    await page.getByRole('button', { name: /^Nhập muộn/ }).click()
    const day = page.getByRole('group', { name: 'Ngày tiếp nhận' })
    await day.getByRole('spinbutton').first().click()
    await page.keyboard.type('31122026')
    await page.getByLabel('Giờ').fill('08:30')
    await expect(due).toHaveText('13/01/2027')

    for (const [name, term, date] of [
      ['Nguyễn Văn Trước', 'Thời hạn 8 ngày làm việc', '14/01/2027'],
      ['Trần Thị Sau', 'Thời hạn 6 ngày làm việc', '12/01/2027'],
    ] as const) {
      await goTo(page, '/dossiers?queue=all')
      await page.getByRole('row', { name: new RegExp(name) }).dblclick()
      const section = page.getByRole('region', { name: 'Thời hạn giải quyết' })
      await expect(section).toContainText(term)
      await expect(section).toContainText(date)
    }
  })
})

test('wrong input is named field by field and line by line, and nothing is changed', async ({ page }) => {
  const form = await newTransfer(page)
  const problems = form.getByTestId('form-problems')
  await page.keyboard.press('Control+Enter')
  await expect(problems).toContainText('Chưa lưu: còn 3 chỗ cần sửa')
  await expect(problems.getByRole('listitem')).toHaveText([
    'Hiệu lực từ ngày: Cần điền ô này',
    'Căn cứ pháp lý: Cần điền ô này',
    'Lý do: Cần điền ô này',
  ])
  await expect(form.getByRole('group', { name: 'Hiệu lực từ ngày' }).locator(':focus')).toHaveCount(1)

  await form.getByLabel('Căn cứ pháp lý').fill('Nghị định 1/2026/NĐ-CP')
  await form.getByLabel('Lý do').fill('Nghị định mới')
  await typeDay(page, form, '01012027')
  const term = form.locator('[name="version.term"]')
  for (const [typed, words] of [
    ['abc', 'Cần số nguyên, không âm'],
    ['-1', 'Cần số nguyên, không âm'],
    ['1,5', 'Cần số nguyên, không âm'],
    ['501', 'Nhiều nhất là 500'],
    ['', 'Cần điền ô này'],
    ['0', 'Hai lần hẹn cộng lại phải bằng thời hạn'],
  ] as const) {
    await term.fill(typed)
    await page.keyboard.press('Control+Enter')
    await expect(problems).toContainText(words)
  }
  await term.fill('8')
  await form.getByLabel('Tên thủ tục').fill('x'.repeat(301))
  await form.locator('[name="version.steps.0.name"]').fill('Ký')
  await form.locator('[name="version.steps.0.term"]').fill('một ngày')
  await page.keyboard.press('Control+Enter')
  await expect(problems.getByRole('listitem')).toHaveText([
    'Tên thủ tục: Nội dung quá dài',
    'Thời hạn của bước 1: Cần một số, không âm, ví dụ 0,5',
  ])
  await problems.getByRole('button', { name: 'Thời hạn của bước 1' }).click()
  await expect(form.locator('[name="version.steps.0.term"]')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1')
  await form.getByLabel('Tên thủ tục').fill(' ')
  await page.keyboard.press('Control+Enter')
  await expect(problems.getByRole('listitem')).toHaveText(['Tên thủ tục: Cần điền ô này'])
  await form.getByLabel('Tên thủ tục').fill('Đăng ký biến động')

  for (const [day, words] of [
    ['01072025', 'Trùng với phiên bản hiệu lực từ 01/07/2025'],
    ['01012020', 'Trùng với phiên bản hiệu lực'],
  ] as const) {
    await typeDay(page, form, day)
    await expect(form.getByText(words)).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(problems.getByRole('listitem')).toHaveText([
      'Hiệu lực từ ngày: Trùng ngày hiệu lực với một phiên bản đã có',
    ])
  }
  await typeDay(page, form, '01012027')
  await form.getByRole('group', { name: 'Đến hết ngày' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('31122026')
  await page.keyboard.press('Control+Enter')
  await expect(problems.getByRole('listitem')).toHaveText(['Đến hết ngày: Ngày cuối phải từ ngày đầu trở đi'])

  await page.keyboard.press('Escape')
  await page
    .getByRole('dialog', { name: 'Bỏ phiên bản đang nhập?' })
    .getByRole('button', { name: 'Bỏ' })
    .click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(count(page)).toContainText('32 phiên bản')
})

test('what is still to be verified stands out and is found; days without any version are told', async ({
  page,
}) => {
  await goTo(page, '/procedures')
  await expect(count(page)).toContainText('32 phiên bản')
  await page.getByRole('button', { name: 'Mọi phiên bản' }).click()
  await expect(page.getByText('Cần đối chiếu', { exact: true }).first()).toBeVisible()
  await expect(
    page.getByRole('row', { name: '01/08/2024 – 30/06/2025: không có phiên bản nào hiệu lực' }),
  ).toHaveCount(8)
  await page.getByRole('button', { name: /^Cần kiểm tra \(12\)/ }).click()
  await expect(page.locator('[data-version]')).toHaveCount(12)
  await expect(page.getByText('Đã đối chiếu', { exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: /^Cần kiểm tra/ }).click()
  await page.getByRole('button', { name: 'Hiệu lực ngày' }).click()
  await page.getByRole('group', { name: 'Ngày' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('15012025')
  await expect(page.getByText('8 thủ tục không có phiên bản nào hiệu lực ngày 15/01/2025')).toBeVisible()
})

test('a file with faults is told by row and column; its sound rows come in with a reason', async ({
  page,
}) => {
  const dialog = await importFile(page, 'thu-tuc.csv', [
    'key,name_vi,field,term,unit,effective_from,effective_to,basis,steps',
    'moi,Thủ tục mới,Đất đai,5,working-day,2027-01-01,,NĐ 1,',
    'sai-han,Sai hạn,Đất đai,501,working-day,2027-01-01,,NĐ 1,',
    'khong-ten,,Đất đai,5,working-day,2027-01-01,,NĐ 1,',
    'lui,Lùi,Đất đai,5,working-day,2027-01-02,2027-01-01,NĐ 1,',
    'transfer,Đăng ký,Đất đai,5,working-day,2020-01-01,,NĐ 1,',
    'hai,Hai lần,Đất đai,5,working-day,2027-01-01,,NĐ 1,',
    'hai,Hai lần,Đất đai,6,working-day,2027-01-01,,NĐ 1,',
    'tuan,Sai đơn vị,Đất đai,5,tuần,2027-01-01,,NĐ 1,',
    'buoc,Sai bước,Đất đai,5,working-day,2027-01-01,,NĐ 1,Một cửa;0.5;Kiểm tra;buổi',
  ])
  await expect(dialog.getByRole('status')).toHaveText(
    '1 phiên bản mới · 0 dòng đã có trong danh mục · 8 chỗ cần sửa',
  )
  for (const row of [
    /^3 Thời hạn 501 Nhiều nhất là 500/,
    /^4 Tên thủ tục \(trống\) Cần điền ô này/,
    /^5 Đến hết ngày 2027-01-01 Ngày cuối phải từ ngày đầu/,
    /^6 Hiệu lực từ ngày 2020-01-01 Trùng ngày hiệu lực/,
    /^7 Mã nội bộ hai .*nhiều dòng của tệp/,
    /^8 Mã nội bộ hai .*nhiều dòng của tệp/,
    /^9 Đơn vị tuần Không thuộc .*: ngày làm việc; ngày \(theo lịch\)/,
    /^10 Các bước giải quyết Một cửa;0.5;Kiểm tra;buổi Mỗi bước ghi/,
  ]) {
    await expect(dialog.getByRole('row', { name: row })).toHaveCount(1)
  }
  await expect(count(page)).toContainText('32 phiên bản')
  await dialog.getByRole('button', { name: 'Thêm 1 phiên bản' }).click()
  await expect(dialog).toContainText('Cần điền ô này')
  await dialog.getByLabel('Lý do').fill('Nhập từ tệp của tỉnh')
  await dialog.getByRole('button', { name: 'Thêm 1 phiên bản' }).click()
  await expect(dialog).toBeHidden()
  await expect(count(page)).toContainText('33 phiên bản')
})

for (const format of ['csv', 'xlsx'] as const) {
  test(`the catalogue goes out as ${format} and is known when it comes back`, async ({
    page,
    host,
  }, info) => {
    info.skip(host !== 'web', 'the stand-in has no download folder')
    await goTo(page, '/procedures')
    await page.getByRole('button', { name: 'Xuất danh mục' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: format === 'csv' ? /csv/ : /xlsx/ }).click()
    const download = await coming
    const path = await download.path()
    expect(download.suggestedFilename()).toBe(`danh-muc-thu-tuc_2026-11-23.${format}`)
    if (format === 'csv') expect(readFileSync(path, 'utf8')).toContain('1.013831')
    await page.getByRole('button', { name: 'Nhập tệp' }).click()
    await page.getByTestId('catalogue-file').setInputFiles({
      name: download.suggestedFilename(),
      mimeType: 'application/octet-stream',
      buffer: readFileSync(path),
    })
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
      '0 phiên bản mới · 32 dòng đã có trong danh mục · 0 chỗ cần sửa',
    )
  })
}

test('catalogue, page of a version, its form and the import have no violation', async ({
  page,
  host,
}, info) => {
  info.skip(host !== 'web', 'the page is the same on every host')
  const check = async () => {
    await page.waitForTimeout(400)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  }
  await goTo(page, '/procedures')
  await page.getByRole('button', { name: 'Mọi phiên bản' }).click()
  await check()
  const form = await newTransfer(page)
  await form.locator('[name="version.steps.0.name"]').fill('Ký')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByTestId('form-problems')).toBeVisible()
  await check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Bỏ', exact: true }).click()
  await openVersion(page, 'transfer', TRANSFER)
  await check()
  await page.keyboard.press('Escape')
  await importFile(page, 'x.csv', [
    'key,name_vi,field,term,unit,effective_from,basis',
    'a,,b,1,working-day,,c',
  ])
  await expect(page.getByRole('dialog').getByRole('status')).toBeVisible()
  await check()
})
