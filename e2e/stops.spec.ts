import { z } from 'zod'
import { EMPTY_PARTICULARS } from '../src-main/domain/dossier.ts'
import { call } from './calls.ts'
import { expect, goTo, test } from './office.ts'

test('a blocked parcel is warned of at reception and before the result, and both are in the history', async ({
  page,
}) => {
  await goTo(page, '/stops')
  await expect(page.getByRole('heading', { name: 'Ngăn chặn' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  const add = page.getByRole('dialog', { name: 'Thêm ngăn chặn thửa đất' })
  await add.getByLabel(/^Xã\/phường/).fill('Vĩnh Hải')
  await add.getByLabel(/^Số tờ/).fill('12')
  await add.getByLabel(/^Số thửa/).fill('34')
  await add.getByLabel(/^Số văn bản/).fill('15/QĐ-CCTHADS')
  await add.getByRole('group', { name: 'Ngày ban hành' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('23112026')
  await add.getByLabel(/^Cơ quan ban hành/).fill('Chi cục Thi hành án')
  await page.keyboard.press('Control+Enter')
  await expect(add).toBeHidden()
  await expect(page.getByRole('row', { name: /15\/QĐ-CCTHADS/ })).toBeVisible()

  await goTo(page, '/reception')
  await page.getByRole('combobox', { name: /Thủ tục/ }).fill('cap doi giay')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Người nộp').fill('Nguyễn Văn A')
  await page.getByLabel('Xã/phường').fill('VĨNH HẢI')
  await page.getByLabel('Tờ bản đồ').fill('012')
  await page.getByLabel('Thửa đất').fill('34')
  await expect(page.getByText('15/QĐ-CCTHADS, ngày 23/11/2026')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const seen = page.getByRole('checkbox', { name: 'Tôi đã xem văn bản ngăn chặn và vẫn tiếp tục' })
  await expect(seen).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('000.00.22.H32')
  const history = page.getByRole('region', { name: 'Quá trình giải quyết' })
  await expect(history).toContainText('Thửa đất đang bị ngăn chặn theo văn bản 15/QĐ-CCTHADS')

  await page.keyboard.press('Alt+k')
  const ready = page.getByRole('dialog', { name: /^Đã có kết quả/ })
  await expect(ready).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(ready.getByRole('alert').filter({ hasText: '15/QĐ-CCTHADS' })).toBeVisible()
  await ready.getByRole('checkbox', { name: /Tôi đã xem văn bản ngăn chặn/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(ready).toBeHidden()
  await expect(history).toContainText('Có kết quả')
})

test('an application filed online for a blocked parcel is accepted by whoever has seen the order', async ({
  page,
}) => {
  const parcel = { commune: 'Vĩnh Hải', mapSheet: '12', plot: '34' }
  const order = { document: '15/QĐ-CCTHADS', agency: 'Chi cục Thi hành án', issuedOn: '2026-11-20' }
  await call(page, 'stops', 'add', { ...parcel, ...order, reason: '' })
  const known = z
    .array(z.object({ id: z.number(), key: z.string() }))
    .parse(await call(page, 'office', 'procedures', { on: '2026-11-23' }))
  await call(page, 'arrivals', 'record', {
    procedureId: known.find(({ key }) => key === 'exchange-certificate')?.id,
    ...{ reference: 'H32.22-261123-0042', arrivedAt: null, remote: false, answer: null },
    particulars: {
      ...{ ...EMPTY_PARTICULARS, ...parcel, applicantName: 'Nguyễn Văn Ân' },
      ...{ channel: 'online', onlineLevel: 'full' },
    },
  })
  await goTo(page, '/arrivals/1/accept')
  await expect(page.getByRole('heading', { name: /Tiếp nhận hồ sơ H32/ })).toBeVisible()
  await expect(page.getByText('15/QĐ-CCTHADS, ngày 20/11/2026')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const seen = page.getByRole('checkbox', { name: 'Tôi đã xem văn bản ngăn chặn và vẫn tiếp tục' })
  await expect(seen).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('000.00.22.H32')
  const history = page.getByRole('region', { name: 'Quá trình giải quyết' })
  await expect(history).toContainText('Thửa đất đang bị ngăn chặn theo văn bản 15/QĐ-CCTHADS')
})

test('a parcel that is blocked while its dossier lies in a pile is marked where the pile is counted', async ({
  page,
}) => {
  const id = z.object({ person: z.object({ id: z.number() }) })
  const added = await call(page, 'people', 'add', {
    name: 'Lê Văn Ký',
    login: 'ky.lv',
    roles: ['specialist'],
  })
  const parcel = { commune: 'Vĩnh Hải', mapSheet: '12', plot: '34' }
  const known = z
    .array(z.object({ id: z.number(), key: z.string() }))
    .parse(await call(page, 'office', 'procedures', { on: '2026-11-23' }))
  await call(page, 'reception', 'receive', {
    procedureId: known.find(({ key }) => key === 'exchange-certificate')?.id,
    ...{ acceptedAt: null, holderId: null, remote: false },
    particulars: { ...EMPTY_PARTICULARS, ...parcel, applicantName: 'Nguyễn Văn A' },
  })
  const given = await call(page, 'handovers', 'give', {
    ...{ dossiers: [{ id: 1, version: 1 }], fromId: null, toId: id.parse(added).person.id },
    ...{ to: { kind: 'role', role: 'signature' }, happenedOn: null, happenedAt: null, note: '' },
  })
  const order = { document: '15/QĐ-CCTHADS', agency: 'Chi cục Thi hành án', issuedOn: '2026-11-20' }
  await call(page, 'stops', 'add', { ...parcel, ...order, reason: '' })
  const { row } = z.object({ row: z.object({ batch: z.number() }) }).parse(given)
  await goTo(page, `/handovers/${row.batch}`)
  await expect(page.getByRole('row', { name: /261123-0001/ })).toContainText('15/QĐ-CCTHADS')
})

test('a reminder somebody sent is at the bell once, and leads to its dossier', async ({ page }) => {
  const { user } = z
    .object({ user: z.object({ id: z.number() }) })
    .parse(await call(page, 'office', 'status', undefined))
  await goTo(page, '/reception')
  await page.getByRole('combobox', { name: /Thủ tục/ }).fill('cap doi giay')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Người nộp').fill('Trần Thị Nhắc')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Mở hồ sơ' })).toBeVisible()
  await call(page, 'desk', 'remind', { ids: [1], toId: user.id, note: 'gọi cho bà Nhắc' })
  await page.reload()
  await expect(page.getByRole('button', { name: /^Nhắc việc: \d+ chưa xem/ })).toBeVisible()
  await page.keyboard.press('Alt+b')
  const list = page.getByRole('dialog', { name: 'Nhắc việc' })
  await expect(list).toContainText('gọi cho bà Nhắc')
  await list.getByText('gọi cho bà Nhắc').click()
  await expect(page.getByRole('heading', { name: /261123-0001/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Nhắc việc', exact: true })).toBeVisible()
})
