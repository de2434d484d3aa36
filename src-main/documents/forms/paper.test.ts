import { expect, it } from 'vitest'
import { type Paper, openPaper } from './paper.ts'
import { sheetsOf } from './test-pdf.ts'

const open = (): Promise<Paper> =>
  openPaper({ title: 'Thử', foot: 'Chân trang', madeAt: '2026-11-23T02:00:00.000Z' })

it('gives the text back whatever the letters were parts of in a document before', async () => {
  const first = await open()
  first.text('Ờ ờ Ở ở Ệ ệ', { face: 'bold' })
  await first.finish()
  const second = await open()
  second.text('Mã hồ sơ, THEO YÊU CẦU', { face: 'bold' })
  expect(await sheetsOf(await second.finish())).toEqual(['Mã hồ sơ, THEO YÊU CẦU Chân trang'])
})
it('numbers the sheets of every leaf on their own', async () => {
  const paper = await open()
  paper.leaf('Liên 1')
  paper.text('một')
  paper.need(10_000)
  paper.text('hai')
  paper.leaf('Liên 2')
  paper.text('ba')
  expect(await sheetsOf(await paper.finish())).toEqual([
    'một Chân trang - Liên 1 Trang 1/2',
    'hai Chân trang - Liên 1 Trang 2/2',
    'ba Chân trang - Liên 2',
  ])
})
