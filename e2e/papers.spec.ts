/**
 * Every official form as a picture, held against the one that was looked at: `docs/screens/forms`. The pictures are taken
 * anew with `npm run e2e -- papers --update-snapshots`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { TEST_PAPERS } from '../src-main/documents/forms/test-papers.ts'
import { expect, test as base } from './office.ts'

declare global {
  /** Draws the first sheet of a PDF; answers a picture as a data URL. */
  var drawSheet: (base64: string) => Promise<string>
}

const READER = join(import.meta.dirname, '..', 'node_modules', 'unpdf', 'dist', 'pdfjs.mjs')
const DRAW = `
globalThis.drawSheet = async (base64) => {
  const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  const sheet = await (await getDocument({ data, disableFontFace: true }).promise).getPage(1)
  const viewport = sheet.getViewport({ scale: 1.2 })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  const canvasContext = canvas.getContext('2d')
  await sheet.render({ canvas, canvasContext, viewport }).promise
  return canvas.toDataURL('image/png')
}`

/** A page that can draw PDFs, without an office behind it. */
const test = base.extend<{ easel: Page }>({
  easel: async ({ chrome }, use) => {
    const easel = await chrome.newPage()
    await easel.addScriptTag({ type: 'module', content: readFileSync(READER, 'utf8') + DRAW })
    await easel.waitForFunction(() => 'drawSheet' in globalThis)
    await use(easel)
    await easel.close()
  },
})

for (const [name, { make }] of Object.entries(TEST_PAPERS)) {
  test(`the form ${name} looks as it did`, async ({ easel, host }, info) => {
    info.skip(host !== 'web', 'a form is the same on every host')
    const content = Buffer.from(await make()).toString('base64')
    const picture = await easel.evaluate((given) => drawSheet(given), content)
    const png = Buffer.from(picture.split(',')[1] ?? '', 'base64')
    // Another browser draws the edges of letters a little otherwise; a line moved or left out is far more.
    expect(png).toMatchSnapshot(`${name}.png`, { maxDiffPixelRatio: 0.004 })
  })
}
