/**
 * A day of the office from end to end: a transfer filed online, completed, accepted, given out in a batch, with its tax leg,
 * to the result in the applicant's hands; every word of it in the history.
 */
import type { Locator, Page } from '@playwright/test'
import { call } from './calls.ts'
import { expect, goTo, test } from './office.ts'

const CODE = '000.00.22.H32-261123-0001'

async function save(page: Page, dialog: Locator): Promise<void> {
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
}

/** Presses the key of something one can do, once it can be done. */
async function act(page: Page, button: string | RegExp, key: string): Promise<void> {
  await expect(page.getByRole('button', { name: button }).first()).toBeVisible()
  await page.keyboard.press(key)
}

const region = (page: Page, name: string): Locator => page.getByRole('region', { name })

async function openByScan(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: code })).toBeVisible()
}

test('a transfer goes from the portal to the hands of the applicant', async ({ page }) => {
  test.slow()
  await call(page, 'people', 'add', { name: 'Lê Thị Thẩm Định', login: 'tham.dinh', roles: ['specialist'] })

  // It arrives online this morning and lacks something.
  await goTo(page, '/arrivals/new')
  await page.getByLabel('Số hồ sơ trên cổng').fill('H32.22-261123-0042')
  await page.getByLabel('Giờ nộp').fill('00:00')
  await page.getByRole('combobox', { name: /Thủ tục/ }).fill('chuyen nhuong thua ke')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Người nộp').fill('Nguyễn Văn Ân')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'H32.22-261123-0042' })).toBeVisible()
  await page.keyboard.press('Alt+y')
  await page.getByLabel(/Nội dung cần hoàn thiện/).fill('Hợp đồng chuyển nhượng')
  await page.getByLabel('Lý do').fill('Thiếu trang 3')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Đang chờ người nộp hoàn thiện')).toBeVisible()
  await page.keyboard.press('Alt+u')
  await save(page, page.getByRole('dialog', { name: 'Người nộp đã hoàn thiện hồ sơ' }))

  // Accepted: the clock runs from now, and both appointments are promised on paper.
  await page.keyboard.press('Alt+n')
  await expect(page.getByRole('heading', { name: /Tiếp nhận hồ sơ H32/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: CODE })).toBeVisible()
  await expect(page.getByText(/Nộp lúc 23\/11\/2026 00:00 · Tiếp nhận lúc 23\/11\/2026/)).toBeVisible()
  const path = page
    .getByRole('list', { name: 'Quy trình giải quyết' })
    .or(region(page, 'Quy trình giải quyết'))
  await expect(path.first()).toContainText('Xác định nghĩa vụ tài chính')

  // From the counter to the specialist in a batch, scanned by the receiver.
  await goTo(page, '/handovers/new')
  await page.getByLabel('Quét mã hồ sơ').fill(CODE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 hồ sơ trong phiếu')).toBeVisible()
  await page.getByRole('combobox', { name: /Bên nhận/ }).fill('tham dinh')
  await page.getByRole('listbox').getByRole('option').first().click()
  const printing = page.getByRole('checkbox', { name: 'Giao và in phiếu ngay' })
  await printing.click()
  await expect(printing).not.toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Phiếu bàn giao 1/PBG năm 2026' })).toBeVisible()
  await page.getByLabel('Quét mã hồ sơ').fill('000.00.22.H32-261123-0009')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Không thuộc phiếu này', { exact: true })).toBeVisible()
  await page.getByLabel('Quét mã hồ sơ').fill(CODE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Có trong phiếu')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const confirm = page.getByRole('dialog', { name: 'Xác nhận phiếu 1' })
  await save(page, confirm)
  await expect(page.getByText('Đã nhận đủ')).toBeVisible()

  // A supplement stops the clock once.
  await openByScan(page, CODE)
  await expect(page.getByText('Lê Thị Thẩm Định').first()).toBeVisible()
  await act(page, 'Tạm dừng', 'Alt+p')
  const pause = page.getByRole('dialog', { name: /^Tạm dừng/ })
  await pause.getByLabel('Nội dung cần bổ sung').fill('Bản vẽ hiện trạng')
  await pause.getByLabel('Nội dung, lý do').fill('Thiếu bản vẽ')
  await save(page, pause)
  await act(page, /^Tiếp tục/, 'Alt+u')
  await save(page, page.getByRole('dialog', { name: /^Tiếp tục/ }))

  // The leg of the tax office: slip, notice, proof; only then is the second appointment known.
  await act(page, 'Tạm dừng', 'Alt+p')
  await expect(pause.getByLabel('Lý do dừng')).toBeVisible()
  await pause.getByLabel('Lý do dừng').selectOption({ label: 'Nghĩa vụ tài chính' })
  await pause.getByLabel('Số văn bản').fill('12/PCTT')
  await save(page, pause)
  await act(page, /thông báo thuế/i, 'Alt+q')
  const notice = page.getByRole('dialog', { name: /^Thông báo thuế/ })
  await notice.getByLabel('Số thông báo').fill('77/TB-CT')
  await save(page, notice)
  await act(page, /^Tiếp tục/, 'Alt+u')
  const proof = page.getByRole('dialog', { name: /^Tiếp tục/ })
  await proof.getByLabel('Số chứng từ nộp tiền').fill('BL 0042')
  await save(page, proof)
  await expect(region(page, 'Luân chuyển thuế')).toContainText('Số BL 0042')

  // On to the signature, the result, and the applicant.
  await act(page, 'Chuyển bước', 'Alt+y')
  await save(page, page.getByRole('dialog', { name: /^Chuyển bước/ }))
  await act(page, 'Đã có kết quả', 'Alt+k')
  await save(page, page.getByRole('dialog', { name: /^Đã có kết quả/ }))
  await expect(page.getByText(/Xong sớm \d+ ngày làm việc/).first()).toBeVisible()
  await act(page, /[Tt]rả kết quả/, 'Alt+t')
  await save(page, page.getByRole('dialog', { name: /^(Đã )?[Tt]rả kết quả/ }))
  await expect(page.getByText('Đã trả kết quả').first()).toBeVisible()

  const history = region(page, 'Quá trình giải quyết')
  for (const words of [
    'Nộp hồ sơ',
    'Yêu cầu hoàn thiện trước khi tiếp nhận',
    'Tiếp nhận',
    'Bàn giao theo phiếu',
    'Xác nhận đã nhận bàn giao',
    'Tạm dừng: Chờ bổ sung',
    'Tạm dừng: Chờ nghĩa vụ tài chính',
    'Nhận thông báo thuế',
    'Chuyển bước',
    'Có kết quả',
    'Trả kết quả',
    'Người nhận kết quả: Nguyễn Văn Ân',
  ]) {
    await expect(history).toContainText(words)
  }
})
