/**
 * What the first form would wait for, done before: the maker of PDFs loaded, the letters read, a code drawn.
 */
import { writeCodes } from './codes.ts'
import { openPaper } from './paper.ts'

/** Makes a sheet nobody sees; about half a second of work in all, a good part of it reading. */
export async function warmForms(): Promise<void> {
  const paper = await openPaper({ title: '', foot: '', madeAt: '2026-01-01T00:00:00.000Z' })
  for (const face of ['regular', 'bold', 'italic'] as const) paper.text('Giấy tiếp nhận hồ sơ', { face })
  await writeCodes(paper, '0000')
  await paper.finish()
}
