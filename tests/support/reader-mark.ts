// The mark over an open file: whoever photographs the screen photographs their own name and the time.

import { expect } from 'vitest'
import type { Page } from '../../platform/testing/browser.ts'

/** It lies over what is read, is no part of what is read aloud, and lets every press through. */
export async function expectMarkOf(page: Page, reader: string, over = '.case'): Promise<void> {
  const mark = page.locator('svg.case-mark')
  await mark.waitFor()
  expect(await mark.count()).toBe(1)
  expect(await mark.locator('text').first().textContent()).toMatch(
    new RegExp(`^${reader.replaceAll(/[()]/g, '\\$&')}.*\\d\\d:\\d\\d`),
  )
  expect(await mark.getAttribute('aria-hidden')).toBe('true')
  expect(await mark.evaluate((each) => getComputedStyle(each).pointerEvents)).toBe('none')
  const box = await mark.boundingBox()
  const within = await page.locator(over).first().boundingBox()
  // Over the whole of it, not a corner.
  expect((box?.width ?? 0) / (within?.width ?? 1)).toBeGreaterThan(0.9)
}
