import { expect, it } from 'vitest'
import { PAGE_URL } from './app-scheme.ts'
import type { CallEvent } from './calls.ts'
import { type PaperWindow, setupPrinting } from './print.ts'

const PDF = Buffer.from('%PDF-1.7 …').toString('base64')
const own = {}
const event: CallEvent = { sender: own, senderFrame: { url: PAGE_URL, parent: null } }

/** What became of a paper: the addresses shown, the prints, and whether its window is gone. */
function desk(paper: Partial<PaperWindow> = {}) {
  const log: string[] = []
  let answer: ((event: CallEvent, content: unknown) => Promise<boolean>) | undefined
  setupPrinting(
    { handle: (_channel, listener) => (answer = listener) },
    () => own,
    () => ({
      loadURL: (address) => Promise.resolve(void log.push(address.slice(0, 28))),
      webContents: {
        print: ({ silent }, done) => {
          log.push(silent ? 'printed silently' : 'printed')
          done(true)
        },
      },
      destroy: () => void log.push('gone'),
      ...paper,
    }),
  )
  return { log, print: (content: unknown, from = event) => answer?.(from, content) }
}

it('a paper goes to the printer without a dialog, and its window is gone afterwards', async () => {
  const { log, print } = desk()
  expect(await print(PDF)).toBe(true)
  expect(log).toEqual(['data:application/pdf;base64,', 'printed silently', 'gone'])
})

it('a printer that takes nothing, and a file that cannot be shown, say so', async () => {
  const refusing = desk({ webContents: { print: (_options, done) => done(false) } })
  expect(await refusing.print(PDF)).toBe(false)
  const broken = desk({ loadURL: () => Promise.reject(new Error('ERR_FAILED')) })
  expect(await broken.print(PDF)).toBe(false)
  expect(broken.log).toEqual(['gone'])
})

it('only a PDF of our own page is printed', async () => {
  const { log, print } = desk()
  for (const content of ['', 'PGh0bWw+', 'JVBERi0 <script>', 5, null, undefined]) {
    expect(await print(content)).toBe(false)
  }
  const stranger = { url: 'https://example.com/', parent: null }
  expect(await print(PDF, { sender: own, senderFrame: stranger })).toBe(false)
  expect(await print(PDF, { sender: {}, senderFrame: event.senderFrame })).toBe(false)
  expect(await print(PDF, { sender: own, senderFrame: { url: PAGE_URL, parent: {} } })).toBe(false)
  expect(log).toEqual([])
})
