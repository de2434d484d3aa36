/**
 * The person the tests work as, and how people come in through the door.
 */
import type { Page } from '@playwright/test'

/** The administrator of the prepared office, who also works at the counter, decides dossiers and heads the branch. */
export const PERSON = {
  name: 'Nguyễn Thị Một',
  login: 'mot.nt',
  password: 'một cửa liên thông 2026',
} as const

/** Signs in on the screen, as a person does. */
export async function signIn(
  page: Page,
  login: string,
  password: string,
  label = 'Tên đăng nhập',
): Promise<void> {
  await page.getByLabel(label).fill(login)
  await page.locator('input[name=password]').fill(password)
  await page.keyboard.press('Enter')
}
