import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

const SCREENS = {
  today: '/',
  reception: '/reception',
  arrivals: '/arrivals',
  'arrivals-new': '/arrivals/new',
  dossiers: '/dossiers?queue=all',
  dossier: '/dossiers/15000',
  overdue: '/overdue',
  figures: '/figures?from=2020-01-01&to=2020-06-30&by=procedure',
  'figures-month': '/figures?from=2020-01-01&to=2020-06-30&by=month',
  'figures-late': '/figures?from=2020-01-01&to=2020-06-30&by=band',
  'figures-times': '/figures?from=2020-01-01&to=2020-06-30&view=times',
  'figures-compare': '/figures?period=quarter&year=2020&index=2&rule=calendar&view=compare',
  'figures-charts': '/figures?from=2020-01-01&to=2020-06-30&view=charts',
  'figures-cell':
    '/dossiers?cell=%7B%22from%22%3A%222020-01-01%22%2C%22to%22%3A%222020-06-30%22%2C%22by%22%3A%22field%22%2C%22key%22%3Anull%2C%22column%22%3A%22resolvedLate%22%7D',
  closing: '/figures/closing',
  since: '/figures/since?from=2020-06-01&to=2020-06-29',
  import: '/import',
  calendar: '/calendar?year=2020',
  procedures: '/procedures',
  people: '/people',
  audit: '/audit',
  backups: '/backups',
  results: '/results',
  handovers: '/handovers',
  'handovers-new': '/handovers/new',
  stops: '/stops',
  settings: '/settings',
}

const LOOKS = [
  { language: 'vi', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Sets how the window looks, as the user menu does. */
async function dress(page: Page, settings: Record<string, string>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    await page.evaluate(
      ([name, text]) =>
        fetch('/call/office/setPreference', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ input: { key: name, value: text } }),
        }),
      [key, value] as const,
    )
  }
  await page.reload()
}

/** Waits until nothing loads, no table is without its cells, and no colour is on its way to another. */
async function atRest(page: Page): Promise<void> {
  await expect(page.locator('.MuiDataGrid-row:not(:has([role=gridcell]))')).toHaveCount(0)
  await page.waitForTimeout(500)
  await expect
    .poll(() => page.evaluate(() => document.getAnimations().filter((a) => a.playState === 'running').length))
    .toBe(0)
}

test.describe('WCAG 2.2 AA, as far as axe can tell', () => {
  test.use({ data: 'register', today: '2020-06-30' })
  // The page is the same on every host; one is enough, and the check is slow.
  test.beforeEach(({ host }, info) => {
    info.skip(host !== 'web', 'the page is the same on every host')
  })

  for (const look of LOOKS) {
    test(`every screen, ${look.language}, ${look.scheme}`, async ({ page }) => {
      test.setTimeout(600_000)
      await dress(page, look)
      for (const [name, route] of Object.entries(SCREENS)) {
        await test.step(name, async () => {
          await goTo(page, route)
          await page.reload()
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await atRest(page)
          const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
          expect
            .soft(violations.map(({ id, nodes }) => [name, id, nodes.map(({ html }) => html)]))
            .toEqual([])
        })
      }
    })
  }
})

test.describe('first start', () => {
  test.use({ data: 'nothing' })
  test('has no violation either', async ({ page, host }, info) => {
    info.skip(host !== 'web', 'the page is the same on every host')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await page.getByLabel('Tên chi nhánh').fill('Chi nhánh Nha Trang')
    await page.getByLabel('Cơ quan chủ quản').fill('Văn phòng Đăng ký đất đai')
    await page.getByLabel('Mã định danh cơ quan').fill('000.00.22.H32')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Họ và tên của bạn')).toBeVisible()
    const second = await new AxeBuilder({ page }).analyze()
    expect(second.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})
