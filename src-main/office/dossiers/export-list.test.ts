import { describe, expect, it } from 'vitest'
import type { DossierFilter } from '../../contract/dossier-list.ts'
import { sheetsOf } from '../../documents/forms/test-pdf.ts'
import { PDF_MEDIA_TYPE, XLSX_MEDIA_TYPE } from '../../documents/file-name.ts'
import { readSheet, rowWith, textOf } from '../../documents/test-reading.ts'
import { openTestCore, procedureId, receptionOf } from '../test-core.ts'

const MINE: DossierFilter = {
  queue: 'mine',
  search: '',
  procedureId: null,
  state: null,
  holderId: null,
  channel: null,
  commune: null,
  acceptedFrom: null,
  acceptedTo: null,
  dueFrom: null,
  dueTo: null,
  apology: null,
}

describe('exporting what a window shows', () => {
  it('gives a workbook named for queue, office and day, that says whose dossiers and which procedure', async () => {
    const { client, bugs } = await openTestCore()
    const procedure = await procedureId(client, 'split-merge')
    const user = (await client.office.status()).user
    await client.reception.receive(
      receptionOf(procedure, { applicantName: '=Đức' }, { holderId: user?.id ?? null }),
    )
    const file = await client.dossiers.export({
      filter: { ...MINE, procedureId: procedure },
      sort: { field: 'code', descending: false },
      language: 'vi',
    })
    expect(file).toMatchObject({
      name: 'ho-so-cua-toi_chi-nhanh-thu_2026-11-23.xlsx',
      mediaType: XLSX_MEDIA_TYPE,
    })
    const sheet = await readSheet(new Uint8Array(Buffer.from(file.content, 'base64')))
    expect(rowWith(sheet, '000.00.22.H32-261123-0001')[2]).toBe('=Đức')
    expect(textOf(sheet)).toContain('Thủ tục: Tách thửa hoặc hợp thửa đất; Người thụ lý: Nguyễn Văn Cửa')
    expect(bugs).toEqual([])
  })

  it('prints what the window shows, and writes down that it left', async () => {
    const { client, bugs } = await openTestCore()
    const procedure = await procedureId(client, 'split-merge')
    await client.reception.receive(receptionOf(procedure, { applicantName: 'Lê Văn Đức' }))
    const file = await client.dossiers.print({
      filter: { ...MINE, queue: 'waiting', search: 'duc', stepRole: 'processing' },
      sort: { field: 'code', descending: false },
    })
    expect(file).toMatchObject({
      name: 'ho-so-cho-phan-cong_chi-nhanh-thu_2026-11-23.pdf',
      mediaType: PDF_MEDIA_TYPE,
    })
    const [text = ''] = await sheetsOf(new Uint8Array(Buffer.from(file.content, 'base64')))
    expect(text).toContain('DANH SÁCH HỒ SƠ CHỜ PHÂN CÔNG')
    expect(text).toContain('Tìm: “duc”; Bước: Thẩm định, giải quyết')
    expect(text).toContain('NGƯỜI LẬP DANH SÁCH (Ký và ghi rõ họ tên) Nguyễn Văn Cửa')
    const { rows } = await client.audit.list({
      filter: { source: 'all', kind: null, personId: null, from: null, to: null, code: '' },
      before: null,
      limit: 1,
    })
    expect(rows[0]).toMatchObject({
      kind: 'exported',
      facts: { what: 'dossiers', 'filter.format': 'pdf', 'filter.searched': true, file: file.name },
    })
    expect(JSON.stringify(rows[0])).not.toContain('duc')
    expect(bugs).toEqual([])
  })
})
