// The whole product on a port of its own, with the demonstration, for journeys in a real browser.
//
//   const site = await openSite()
//   const page = await site.enter('huyen')            // signed in, on the home screen
//   afterAll(() => site.close())

import { expect } from 'vitest'
import { buildWebWhenChanged } from '../../app/web-build.ts'
import type { Parts } from '../../platform/server/slice.ts'
import { openPage, type Page, type PageOptions, sharedBrowser } from '../../platform/testing/browser.ts'
import { openServed } from './served.ts'

/** The invented people of the demonstration that can sign in, by the first part of their address. */
export type DemoKey =
  | 'tinh'
  | 'huyen'
  | 'xa'
  | 'thon'
  | 'coquan'
  | 'kiemtra'
  | 'quantri'
  | 'ngocthanh'
  | 'conganxa'
  | 'truongcax'
  | 'congangiap'
  | 'conganxa2'
  | 'giupdo'
  | 'tramyte'
  | 'trucban'

export type Site = {
  url: string
  parts: Parts
  /** A page in a context of its own, signed in as this person; `address` is where it opens. */
  enter(who: DemoKey, address?: string, options?: PageOptions): Promise<Page>
  /** An empty page in a context of its own. */
  open(options?: PageOptions): Promise<Page>
  /** A page of somebody who is not signed in. */
  visit(address: string, options?: PageOptions): Promise<Page>
  close(): Promise<void>
}

/**
 * On a busy machine the network rests before the page is there. What goes on loading, or has no heading, is looked at as it is.
 */
const isDrawn = (page: Page): Promise<unknown> =>
  page
    .waitForFunction(() => document.querySelector('main h1') && !document.querySelector('main .ld'), null, {
      timeout: 20_000,
    })
    .catch(() => undefined)

export async function openSite(): Promise<Site> {
  const [served] = await Promise.all([openServed(), buildWebWhenChanged()])
  const { url, parts, signIns } = served
  const browser = await sharedBrowser()
  const pages: Page[] = []
  const open = async (options?: PageOptions): Promise<Page> => {
    const page = await openPage(browser, options)
    pages.push(page)
    return page
  }
  const visit = async (address: string, options?: PageOptions): Promise<Page> => {
    const page = await open(options)
    await page.goto(url + address, { waitUntil: 'networkidle' })
    return page
  }
  return {
    url,
    parts,
    open,
    visit,
    enter: async (who, address = '/app/', options) => {
      const page = await open(options)
      const known = signIns.find((each) => each.email === `${who}@demo.example`)
      const answer = await page.request.post(`${url}/api/auth/sign-in/email`, {
        data: { email: known?.email, password: known?.password },
        headers: { origin: url },
      })
      expect(answer.status(), await answer.text()).toBe(200)
      await page.goto(url + address, { waitUntil: 'networkidle' })
      if (address.startsWith('/app')) await isDrawn(page)
      return page
    },
    close: async () => {
      // The browser goes on for the next file; what this one opened does not.
      if (browser.isConnected()) await Promise.all(pages.map((page) => page.context().close()))
      await served.close()
    },
  }
}
