/**
 * A script in every word somebody can write, shown on every screen: nothing of it runs, nothing is even tried.
 */
import type { Page } from '@playwright/test'
import { expect, goTo, test } from './office.ts'

const SCRIPT = '<img src=x onerror=alert(1)><script>alert(2)</script>'
const SHORT = '<svg onload=alert(3)>'

/** Calls the office as the page does, on either transport. */
async function call(page: Page, path: [string, string], input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([[feature, operation], given]) => {
      if (window.bridge !== undefined) return window.bridge.call([feature, operation], given)
      const response = await fetch(`/call/${feature}/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ input: given }),
      })
      return (await response.json()) as unknown
    },
    [path, input] as const,
  )
}

function valueOf(reply: unknown): unknown {
  if (typeof reply === 'object' && reply !== null && 'value' in reply) return reply.value
  throw new Error(`refused: ${JSON.stringify(reply)}`)
}

/** All that a script of somebody else's would leave behind. */
function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|violates/i.test(message.text())) seen.push(message.text())
  })
  page.on('request', (request) => {
    if (/\/x$/.test(new URL(request.url()).pathname)) seen.push(`request: ${request.url()}`)
  })
  return seen
}

async function expectHarmless(page: Page, seen: string[], where: string): Promise<void> {
  const found = await page.evaluate(
    () => document.querySelectorAll('img[onerror], svg[onload], body script, [onclick], iframe').length,
  )
  // The page's own script stands in its head.
  expect([where, found, seen]).toEqual([where, 0, []])
}

const SCREENS = [
  '/',
  '/dossiers',
  '/dossiers?queue=all',
  '/overdue',
  '/figures',
  '/calendar',
  '/procedures',
  '/reception',
  '/import',
  '/settings',
  '/audit',
  '/people',
  '/backups',
]

test.describe('a script in a name', () => {
  test('runs on no screen', async ({ page }) => {
    const seen = watch(page)
    await expect(page.getByRole('navigation').first()).toBeVisible()
    const procedures = valueOf(await call(page, ['office', 'procedures'], { on: '2026-11-23' }))
    const [any] = Array.isArray(procedures) ? (procedures as { id: number }[]) : []
    const version = {
      key: 'tan-cong',
      nationalCode: '',
      nameVi: SCRIPT,
      nameEn: SCRIPT,
      field: SHORT,
      term: 3,
      unit: 'working-day',
      remoteExtra: 0,
      phases: null,
      hasFeeLeg: false,
      supplementRule: 'restart',
      documents: [SCRIPT],
      steps: [{ name: SHORT, agency: SHORT, term: 1, unit: 'working-day' }],
      validFrom: '2026-01-01',
      validTo: null,
      basis: SCRIPT,
      status: 'sourced',
    }
    const added = valueOf(await call(page, ['procedures', 'add'], { version, reason: SCRIPT })) as {
      id: number
    }
    valueOf(await call(page, ['people', 'add'], { name: SHORT, login: null, roles: [] }))
    valueOf(
      await call(page, ['office', 'change'], {
        name: SCRIPT,
        parentAgency: SCRIPT,
        agencyCode: '000.00.22.H32',
        place: SHORT,
        closingTime: '17:00',
      }),
    )
    const particulars = {
      applicantName: SCRIPT,
      idNumber: '',
      phone: '',
      email: '',
      address: SCRIPT,
      representative: SCRIPT,
      commune: SHORT,
      mapSheet: '<b>1',
      plot: '<i>2',
      certificateNumber: SHORT,
      content: SCRIPT,
      channel: 'direct',
      onlineLevel: null,
      returnWay: 'counter',
      documents: [{ name: SCRIPT, originals: 1, certifiedCopies: 0, photocopies: 0 }],
      sets: 1,
      note: SCRIPT,
    }
    const ids: number[] = []
    for (const [procedureId, acceptedAt] of [
      [added.id, null],
      [added.id, '2026-11-02T02:00:00.000Z'],
      [any?.id ?? added.id, '2026-11-02T02:00:00.000Z'],
    ]) {
      const input = { procedureId, acceptedAt, particulars, remote: false, holderId: 1 }
      ids.push((valueOf(await call(page, ['reception', 'receive'], input)) as { id: number }).id)
    }
    for (const screen of [...SCREENS, ...ids.map((id) => `/dossiers/${id}`)]) {
      await goTo(page, screen)
      await page.waitForLoadState('networkidle').catch(() => {})
      await page.waitForTimeout(250)
      await expectHarmless(page, seen, screen)
    }
    // It is there, as the text it is.
    await goTo(page, '/dossiers?queue=all')
    await expect(page.getByText(SCRIPT).first()).toBeVisible()
  })

  test('and the page would not run one that stood in it', async ({ page }) => {
    await expect(page.getByRole('navigation').first()).toBeVisible()
    const ran = await page.evaluate(async () => {
      const blocked = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
        setTimeout(() => resolve('nothing was blocked'), 3000)
      })
      const inline = document.createElement('script')
      inline.textContent = 'window.name = "ran"'
      document.body.append(inline)
      const holder = document.createElement('div')
      holder.innerHTML = '<img src="x" onerror="window.name = \'ran\'">'
      document.body.append(holder)
      const directive = await blocked
      return { name: window.name, directive }
    })
    expect(ran.name).not.toBe('ran')
    expect(ran.directive).toMatch(/^script-src/)
  })
})
