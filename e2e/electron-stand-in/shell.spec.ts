/**
 * The built desktop shell, from outside: what its page can and cannot do.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '../office.ts'
import { launchStandIn, type RunningStandIn } from './launch.ts'

/** The shell, running on a folder of its own. */
const test = base.extend<{ dataDir: string; shell: RunningStandIn }>({
  dataDir: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'smc-shell-'))
    await use(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  },
  shell: async ({ dataDir, chrome }, use) => {
    const shell = await launchStandIn({ dataDir, today: '2020-06-30', browser: chrome })
    await use(shell)
    await shell.close()
  },
})
test.skip(({ host }) => host !== 'shell', 'about the desktop shell only')

const particulars = {
  name: 'Chi nhánh Văn phòng Đăng ký đất đai',
  parentAgency: 'Văn phòng Đăng ký đất đai',
  agencyCode: '000.00.22.H32',
  place: 'Biên Hòa',
  closingTime: '17:00',
}

test('the window shows the office on the day it was given', async ({ shell }) => {
  await expect(shell.page).toHaveTitle('Sổ Một Cửa')
  const status = await shell.page.evaluate(() => window.bridge?.call(['office', 'status'], undefined))
  expect(status).toMatchObject({ ok: true, value: { office: null, today: '2020-06-30' } })
})

test('calls cross to the core and notices come back', async ({ shell }) => {
  const heard = shell.page.evaluate(
    () => new Promise((resolve) => window.bridge?.onChange((notice) => resolve(notice))),
  )
  const answer = await shell.page.evaluate(
    (office) => window.bridge?.call(['office', 'setUp'], { office, userName: 'Lê Thị Đức', account: null }),
    particulars,
  )
  expect(answer).toMatchObject({ ok: true, value: { office: particulars, user: { name: 'Lê Thị Đức' } } })
  expect(await heard).toEqual({ topic: 'office' })
})

test('the page has the bridge and nothing else of Electron or Node', async ({ shell }) => {
  const found = await shell.page.evaluate(() => ({
    bridge: Object.keys(window.bridge ?? {}).sort(),
    others: ['require', 'process', 'module', 'electron', 'ipcRenderer', 'standInInvoke'].filter(
      (name) => name in globalThis,
    ),
    frozen: Object.isFrozen(window.bridge),
  }))
  expect(found).toEqual({ bridge: ['call', 'desktop', 'onChange', 'print'], others: [], frozen: true })
})

test('a paper goes straight to the default printer, and nothing but a PDF does', async ({ shell }) => {
  const content = Buffer.from('%PDF-1.7 thử').toString('base64')
  expect(await shell.page.evaluate((pdf) => window.bridge?.print?.(pdf), content)).toBe(true)
  expect(await shell.page.evaluate(() => window.bridge?.print?.('PGh0bWw+'))).toBe(false)
  expect(shell.standIn.printed).toEqual([
    { silent: true, printBackground: true, document: `data:application/pdf;base64,${content}` },
  ])
  expect(shell.standIn.app.windows.size).toBe(1)
})

test('the page cannot leave, open windows, run foreign scripts or ask other places', async ({ shell }) => {
  const { page, standIn } = shell
  const refused: string[] = []
  page.on('console', (message) => refused.push(message.text()))
  await page.evaluate(() => {
    location.href = 'https://example.com/'
    window.open('https://example.com/')
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.head.append(script)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
  })
  const fetched = await page.evaluate(() => fetch('https://example.com/').then(String, () => 'refused'))
  expect(fetched).toBe('refused')
  await expect
    .poll(() => refused.filter((text) => text.includes('Content Security Policy')).length)
    .toBeGreaterThan(2)
  await expect.poll(() => standIn.context.pages().length).toBe(1)
  expect(page.url()).toMatch(/^https:\/\/so-mot-cua\.app\.test\//)
  expect(await page.evaluate(() => 'injected' in globalThis)).toBe(false)
})

test('the page may load itself again', async ({ shell }) => {
  await shell.page.evaluate(() => location.reload())
  await shell.page.waitForFunction(() => window.bridge !== undefined)
  const status = await shell.page.evaluate(() => window.bridge?.call(['office', 'status'], undefined))
  expect(status).toMatchObject({ ok: true })
})

test('the shell grants no permission but copying', ({ shell }) => {
  const { session } = shell.standIn
  expect(session.permissionCheck?.(null, 'geolocation')).toBe(false)
  // Notifications go over the bridge; the page itself may show none.
  expect(session.permissionCheck?.(null, 'notifications')).toBe(false)
  expect(session.permissionCheck?.(null, 'clipboard-sanitized-write')).toBe(true)
  expect(session.devicePermission?.()).toBe(false)
})

test('a notification is shown, and clicked it leads to the window and tells the page', async ({ shell }) => {
  const { page, standIn } = shell
  const clicked = page.evaluate(
    () =>
      new Promise((resolve) => {
        window.bridge?.desktop.onOpen(resolve)
        void window.bridge?.desktop.notify({ key: 'k:1', title: 'Tóm tắt', body: 'Trễ hạn: 3' })
      }),
  )
  await expect.poll(() => standIn.notifications.length).toBe(1)
  const [notification] = standIn.notifications
  expect(notification).toMatchObject({ title: 'Tóm tắt', body: 'Trễ hạn: 3', shown: true })
  notification?.emit('click')
  expect(await clicked).toBe('k:1')
})

test('the number of late dossiers stands at the icon', async ({ shell }) => {
  await shell.page.evaluate(() => window.bridge?.desktop.badge({ count: 3, words: 'x', picture: null }))
  expect(shell.standIn.app.badge).toBe(3)
})

test('the menu is in Vietnamese', ({ shell }) => {
  expect(JSON.stringify(shell.standIn.menu)).toContain('Sao chép')
})

test('a second start brings the window to the front and opens nothing', async ({
  shell,
  dataDir,
  chrome,
}) => {
  await expect(launchStandIn({ dataDir, browser: chrome })).rejects.toThrow('the shell ended with 0')
  const [window] = shell.standIn.app.windows
  const focused = new Promise((resolve) => window?.once('focus', () => resolve('focused')))
  shell.standIn.app.emit('second-instance')
  expect(await focused).toBe('focused')
})

test('closing the window ends the program and remembers its place', async ({ shell, dataDir }) => {
  await shell.page.close()
  expect(await shell.standIn.app.exited).toBe(0)
  const state: unknown = JSON.parse(readFileSync(join(dataDir, 'window', 'window-state.json'), 'utf8'))
  expect(state).toMatchObject({ width: 1400, height: 900 })
})
