// How a reader fills in a screen: by the names that stand on it.

import type { Locator, Page } from '../../platform/testing/browser.ts'

/** A field where one of many is chosen: a few letters are typed, and one of what is found is taken. */
export async function choose(
  page: Page | Locator,
  label: string | RegExp,
  typed: string,
  option: string | RegExp,
): Promise<void> {
  await page.getByLabel(label).click()
  await page.getByLabel(label).fill(typed)
  await page.getByRole('option', { name: option }).first().click()
}
export const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).last().click()
export const shows = (page: Page | Locator, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor()

/** That a field is refused, and why, right beside it. */
export const refusedBeside = (page: Page | Locator, label: string, why: string | RegExp): Promise<void> =>
  page.locator('.fld.bad').filter({ hasText: label }).getByText(why).first().waitFor()

export const paper = { name: 'danh-sach.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') }
