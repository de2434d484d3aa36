/**
 * What happens to a dossier on paper, said in the app: supplement, tax leg, refusal, result by post, each with its form.
 */
import type { Locator, Page } from '@playwright/test'
import { z } from 'zod'
import { sheetsOf } from '../src-main/documents/forms/test-pdf.ts'
import { EMPTY_PARTICULARS } from '../src-main/domain/dossier.ts'
import { call } from './calls.ts'
import { expect, goTo, test } from './office.ts'

/** Receives a dossier by the keyboard and opens its page. */
async function receiveAndOpen(page: Page, letters: string, name: string): Promise<void> {
  await page.keyboard.press('Alt+2')
  const procedure = page.getByRole('combobox', { name: /Thủ tục/ })
  await expect(procedure).toBeFocused()
  await procedure.fill(letters)
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByLabel('Người nộp').fill(name)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('000.00.22.H32')
}

/** Keeps every file the page shows: its text is looked at, a viewer's frame cannot be. */
async function keepPapers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (made: Blob | MediaSource): string => {
      if (made instanceof Blob) {
        const reader = new FileReader()
        reader.onload = () => {
          const { result } = reader
          if (typeof result === 'string') document.documentElement.dataset['paper'] = result
        }
        reader.readAsDataURL(made)
      }
      return make(made)
    }
  })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** Has the paper printed with the saving. The choice is kept in the office first, and shown when that answers. */
async function printOnSaving(dialog: Locator): Promise<void> {
  const choice = dialog.getByRole('checkbox', { name: /^Lưu xong in/ })
  await choice.click()
  await expect(choice).toBeChecked()
}

/** The text of the form that is shown, as it stands in the PDF. */
async function shownText(page: Page): Promise<string> {
  await expect(page.getByTestId('form')).toBeVisible()
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-paper', /^data:application\/pdf;base64,/)
  const content = ((await html.getAttribute('data-paper')) ?? '').split(',')[1] ?? ''
  await html.evaluate((element) => delete element.dataset['paper'])
  return (await sheetsOf(new Uint8Array(Buffer.from(content, 'base64')))).join(' ')
}

async function closeForm(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function save(page: Page, dialog: Locator): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

const forms = (page: Page) => page.getByRole('region', { name: 'Biểu mẫu' })

test('a supplement is asked for item by item, and its slip (Mẫu 02) comes out with the saving', async ({
  page,
}) => {
  await keepPapers(page)
  await receiveAndOpen(page, 'cap doi giay', 'Nguyễn Thị Hoàng Oanh')
  await page.keyboard.press('Alt+p')
  const pause = page.getByRole('dialog', { name: /^Tạm dừng/ })
  await expect(pause.getByTestId('due-after')).toHaveText('chưa xác định')
  await pause.getByLabel('Nội dung cần bổ sung').fill('Bản vẽ hiện trạng\nGiấy ủy quyền')
  await pause.getByLabel('Người hướng dẫn, điện thoại').fill('Bình, 0901 234 567')
  await pause.getByLabel('Nội dung, lý do').fill('Thiếu giấy tờ')
  await printOnSaving(pause)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog', { name: /^Phiếu yêu cầu bổ sung/ })).toBeVisible()
  const text = await shownText(page)
  for (const words of [
    'Số: 1/PBS',
    '1. Bản vẽ hiện trạng',
    '2. Giấy ủy quyền',
    'Thiếu giấy tờ',
    '0901 234 567',
  ]) {
    expect(text).toContain(words)
  }
  await closeForm(page)
  await expect(forms(page)).toContainText('Số 1/PBS')
  await expect(page.getByText('Cần bổ sung: Bản vẽ hiện trạng; Giấy ủy quyền')).toBeVisible()

  await forms(page).getByRole('button', { name: 'In lại: Phiếu yêu cầu bổ sung' }).click()
  expect(await shownText(page)).toContain('bản in lần 2')
  await closeForm(page)
  await expect(forms(page)).toContainText('in 2 lần')

  // Once only: after it is not offered again.
  await page.keyboard.press('Alt+u')
  await save(page, page.getByRole('dialog', { name: /^Tiếp tục/ }))
  await page.keyboard.press('Alt+p')
  await expect(page.getByLabel('Lý do dừng').locator('option', { hasText: 'Bổ sung' })).toHaveCount(0)
})

test('the leg of the tax office is drawn from slip to proof', async ({ page }) => {
  await receiveAndOpen(page, 'chuyen nhuong', 'Trần Văn Bình')
  await page.keyboard.press('Alt+p')
  const pause = page.getByRole('dialog', { name: /^Tạm dừng/ })
  await pause.getByLabel('Lý do dừng').selectOption({ label: 'Nghĩa vụ tài chính' })
  await pause.getByLabel('Số văn bản').fill('12/PCTT')
  await save(page, pause)
  const leg = page.getByRole('region', { name: 'Luân chuyển thuế' })
  await expect(leg).toContainText('Số 12/PCTT')
  await expect(leg.getByText('chưa có')).toHaveCount(2)

  await page.keyboard.press('Alt+q')
  const notice = page.getByRole('dialog', { name: /^Thông báo thuế/ })
  await page.keyboard.press('Enter')
  await expect(notice.getByText('Cần điền ô này')).toBeVisible()
  await notice.getByLabel('Số thông báo').fill('77/TB-CT')
  await notice.getByLabel('Số tiền (đồng)').fill('12.500.000')
  await page.keyboard.press('Enter')
  await expect(notice).toBeHidden()
  await expect(leg).toContainText('Số 77/TB-CT')
  await expect(leg).toContainText('12.500.000 đồng')

  await page.keyboard.press('Alt+u')
  const proof = page.getByRole('dialog', { name: /^Tiếp tục/ })
  await proof.getByLabel('Số chứng từ nộp tiền').fill('BL 0042')
  await save(page, proof)
  await expect(leg).toContainText('Số BL 0042')
  await expect(leg.getByText('chưa có')).toHaveCount(0)
})

test('a refusal needs its reason, shows how it stands, and comes out as Mẫu 03', async ({ page }) => {
  await keepPapers(page)
  await receiveAndOpen(page, 'cap doi giay', 'Lê Văn Tám')
  await page.keyboard.press('Alt+c')
  const refusal = page.getByRole('dialog', { name: /^Từ chối/ })
  await expect(refusal.getByText(/Xong sớm \d+ ngày làm việc/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(refusal.getByText('Cần điền ô này')).toBeVisible()
  await refusal.getByLabel('Lý do từ chối').fill('Đất đang có tranh chấp')
  await save(page, refusal)
  await forms(page).getByRole('button', { name: 'In: Phiếu từ chối' }).click()
  const text = await shownText(page)
  expect(text).toContain('Số: 1/PTC')
  expect(text).toContain('Đất đang có tranh chấp')
  await closeForm(page)
  // An ended dossier is offered no further step.
  await expect(page.getByRole('button', { name: /^Tạm dừng/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Từ chối/ })).toHaveCount(0)
})

test('another agency has a day to answer by; a note is kept beside', async ({ page }) => {
  await receiveAndOpen(page, 'cap doi giay', 'Phạm Thị Tư')
  await page.keyboard.press('Alt+p')
  const pause = page.getByRole('dialog', { name: /^Tạm dừng/ })
  await pause.getByLabel('Lý do dừng').selectOption({ label: 'Cơ quan khác' })
  await pause.getByRole('combobox', { name: 'Cơ quan' }).fill('UBND phường Lộc Thọ')
  await pause.getByLabel('Phải trả lời trong').fill('5')
  // 24/11/2026 is a day off.
  await expect(pause.getByTestId('answer-by')).toHaveText('01/12/2026')
  await pause.getByLabel('Nội dung, lý do').fill('Hỏi nguồn gốc đất')
  await save(page, pause)
  await expect(
    page.getByText('Đã hỏi UBND phường Lộc Thọ. Phải trả lời trong ngày 01/12/2026.'),
  ).toBeVisible()
  await page.keyboard.press('Alt+o')
  await page.getByRole('dialog').getByLabel('Ghi chú').fill('Đã gọi điện cho phường')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText('Đã gọi điện cho phường')).toBeVisible()
})

test('results nobody has come for: one goes by post, others are reminded and handed out at once', async ({
  page,
}) => {
  await keepPapers(page)
  for (const name of ['An', 'Bình', 'Châu']) {
    await receiveAndOpen(page, 'cap doi giay', name)
    await page.keyboard.press('Alt+k')
    await save(page, page.getByRole('dialog', { name: /^Đã có kết quả/ }))
  }
  await page.keyboard.press('Alt+t')
  const hand = page.getByRole('dialog', { name: /^Trả kết quả/ })
  await expect(hand.getByLabel('Người nhận kết quả')).toHaveValue('Châu')
  await hand.getByLabel('Cách trả').selectOption('post')
  await page.keyboard.press('Control+Enter')
  await expect(hand.getByText('Cần điền ô này')).toBeVisible()
  await hand.getByLabel('Số bưu gửi').fill('EA123456789VN')
  await save(page, hand)
  await expect(page.getByText('EA123456789VN').first()).toBeVisible()

  await goTo(page, '/results')
  const list = page.getByRole('grid', { name: 'Kết quả chưa trả' })
  await expect(page.getByText('2 kết quả')).toBeVisible()
  await list.getByRole('checkbox', { name: /Chọn tất cả/ }).check()
  await expect(page.getByText('2 kết quả · đã chọn 2')).toBeVisible()
  await page.keyboard.press('Alt+i')
  const text = await shownText(page)
  expect(text).toContain('261123-0001')
  expect(text).toContain('261123-0002')
  await closeForm(page)
  await expect(list.getByText('23/11/2026').nth(1)).toBeVisible()
  await page.keyboard.press('Alt+t')
  const all = page.getByRole('dialog', { name: 'Trả 2 kết quả cho một người' })
  await all.getByLabel('Người nhận kết quả').fill('Ông An')
  await save(page, all)
  await expect(page.getByText('Không có kết quả nào chờ trả')).toBeVisible()
})

test('a late dossier is assigned and apologised for from the desk: a late apology, both days on Mẫu 04', async ({
  page,
}) => {
  await keepPapers(page)
  await call(page, 'people', 'add', { name: 'Lê Thị Thẩm Định', login: 'tham.dinh', roles: ['specialist'] })
  const known = z
    .array(z.object({ id: z.number(), key: z.string() }))
    .parse(await call(page, 'office', 'procedures', { on: '2026-11-10' }))
  // Five working days: due on Tuesday 17/11, four working days ago.
  await call(page, 'reception', 'receive', {
    procedureId: known.find(({ key }) => key === 'exchange-certificate')?.id,
    ...{ acceptedAt: '2026-11-10T02:00:00.000Z', holderId: null, remote: false },
    particulars: { ...EMPTY_PARTICULARS, applicantName: 'Trần Thị Chờ' },
  })
  await goTo(page, '/overdue')
  const row = page.locator('.MuiDataGrid-row').filter({ hasText: 'Trần Thị Chờ' })
  await expect(row).toContainText('17/11/2026')

  await row.locator('[data-field=applicantName]').click()
  await page.keyboard.press('g')
  const assign = page.getByRole('dialog', { name: /^Giao cho: 000\.00\.22\.H32-261110-0001/ })
  await assign.getByRole('combobox', { name: /Người thụ lý/ }).fill('tham dinh')
  await page.getByRole('listbox').getByRole('option').first().click()
  await save(page, assign)
  await expect(row.locator('[data-field=holderName]')).toHaveText('Lê Thị Thẩm Định')

  await row.locator('[data-field=applicantName]').click()
  await page.keyboard.press('a')
  const draft = page.getByRole('dialog', { name: /^Xin lỗi và hẹn lại/ })
  await draft.getByLabel('Nguyên nhân').selectOption('Chờ cơ quan thuế')
  await expect(draft.getByRole('row', { name: /17\/11\/2026 27\/11\/2026/ })).toBeVisible()
  await expect(draft.getByText('Gửi từ hôm nay là xin lỗi muộn')).toBeVisible()
  await save(page, draft)
  await goTo(page, '/overdue?list=drafted')
  await page.getByRole('button', { name: 'Duyệt tất cả (1)' }).click()
  const decide = page.getByRole('dialog', { name: /^Duyệt phiếu xin lỗi/ })
  await decide.getByRole('button', { name: 'Duyệt' }).click()
  await expect(decide).toBeHidden()

  await goTo(page, '/overdue?apology=approved')
  await expect(row).toContainText('đã hẹn lại 27/11')
  await row.dblclick()
  const lateness = page.getByRole('region', { name: 'Trễ hạn do ai' })
  await expect(lateness).toContainText('17/11/2026')
  await expect(lateness).toContainText('Gửi ngày 23/11/2026, hẹn lại 27/11/2026')
  await expect(lateness).toContainText('xin lỗi muộn')
  await expect(page.getByText(/^Trễ 4 ngày làm việc · đã hẹn lại 27\/11/).first()).toBeVisible()
  await forms(page).getByRole('button', { name: 'In: Phiếu xin lỗi và hẹn lại' }).click()
  const text = await shownText(page)
  for (const words of [
    'Số: 1/PXL',
    'Kính gửi: Trần Thị Chờ',
    'Chờ cơ quan thuế',
    'ngày 17 tháng 11 năm 2026',
    'ngày 27 tháng 11 năm 2026',
  ]) {
    expect(text).toContain(words)
  }
  await closeForm(page)
  await expect(forms(page)).toContainText('Số 1/PXL')
})

test('the register book (Mẫu 06) is made for the days one chooses', async ({ page }) => {
  await receiveAndOpen(page, 'cap doi giay', 'Đỗ Thị Bé')
  await goTo(page, '/dossiers')
  await page.getByRole('button', { name: 'Sổ theo dõi' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('paper')).toBeVisible()
})
