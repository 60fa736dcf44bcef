// A real browser for tests and for looking: Chromium from the package, without a network of its own.

import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import { quickFolder } from '../database/throw-away.ts'

export type { Browser, Locator, Page } from 'playwright-core'

/** The two widths and two themes that every screen is looked at in. */
export const widths = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } } as const

// The package's own flags suit a serverless machine: with one process for all, contexts share cookies and storage, and
// without web security a page may do what no reader's browser allows. Tests need the strict browser.
const tooLoose = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
]

// A machine without a graphics card would imitate one, which costs more than the pages themselves: plain software paints them.
chromium.setGraphicsMode = false

export async function openBrowser(): Promise<Browser> {
  const args = [...chromium.args.filter((flag) => !tooLoose.includes(flag)), '--disable-gpu']
  // The driver keeps what pages share in files on the disk, for machines whose memory disk is tiny.
  const ignoreDefaultArgs = quickFolder() === tmpdir() ? [] : ['--disable-dev-shm-usage']
  const launch = async () =>
    driver.launch({ executablePath: await chromium.executablePath(), args, ignoreDefaultArgs, headless: true })
  for (let tried = 1; ; tried += 1) {
    try {
      return await launch()
    } catch (fault) {
      // On a bare machine another process may still be unpacking it. And now and then it falls over in the moment of its start,
      // before any page of ours is there.
      const beingUnpacked = String(fault).includes('ETXTBSY')
      if (tried === (beingUnpacked ? 120 : 2)) throw fault
      await pause(beingUnpacked ? 500 : 0)
    }
  }
}

let shared: Promise<Browser> | undefined

/**
 * One browser for all files of a worker: its start costs more than most of them, and what a page must not share with another
 * lies in its context. It ends with the worker.
 */
export async function sharedBrowser(): Promise<Browser> {
  const there = await shared?.catch(() => undefined)
  if (there?.isConnected()) return there
  shared = openBrowser()
  return shared
}

export type PageOptions = BrowserContextOptions & {
  size?: keyof typeof widths
  theme?: Theme
  language?: 'vi' | 'en'
}

/** A fresh page of its own context: no cookies, the theme and the language already chosen. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { size = 'wide', theme = 'light', language = 'vi', ...rest } = options
  const context = await browser.newContext({
    viewport: widths[size],
    colorScheme: theme,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...rest,
  })
  await context.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      if (!localStorage.getItem('binh-yen-theme')) localStorage.setItem('binh-yen-theme', chosenTheme)
      if (!localStorage.getItem('binh-yen-language')) localStorage.setItem('binh-yen-language', chosenLanguage)
    },
    [theme, language] as const,
  )
  // A busy machine takes its time; only what hangs runs into this.
  context.setDefaultTimeout(60_000)
  return context.newPage()
}

/** Where pictures are kept of every screen that a test reads; none are without it. */
const pictures = process.env.BINHYEN_TEST_LOOKS_KEPT

/**
 * Each width with each language, and each of them in both themes, before a release or where pictures are kept. Every check
 * sees both widths, both languages and both themes once.
 */
export const everyLook = process.env.BINHYEN_TEST_LOOKS === 'all'
export const themesOf = (look: { theme: Theme }): readonly Theme[] =>
  everyLook || pictures ? [look.theme === 'light' ? 'dark' : 'light', look.theme] : [look.theme]

/** Takes a picture once fonts are there, where pictures are kept. */
export async function look(page: Page, name: string, options: { full?: boolean } = {}): Promise<void> {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.evaluate(() => document.fonts.ready)
  const path = join(pictures, `${name}.png`)
  await page.screenshot({ path, fullPage: options.full ?? false, animations: 'disabled' })
}

export type Violation = { rule: string; help: string; where: string[] }

/** What axe looks at: all its rules, or only one; the whole page, or what stands within one element. */
type AxeQuestion = { only?: 'color-contrast'; within?: string }

/** What axe finds wrong with the page as it stands; an empty list is the only good answer. */
export async function axeViolations(page: Page, question: AxeQuestion = {}): Promise<Violation[]> {
  // Evaluated rather than added as a script element, so that the page's own content policy stays on; once for each page.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource())
  return page.evaluate(async ({ only, within }) => {
    type Node = { target: unknown[]; failureSummary?: string }
    type Result = { violations: { id: string; help: string; nodes: Node[] }[] }
    // What is still fading in is not what anybody reads; what turns for ever is.
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
    await Promise.allSettled(ending.map((each) => each.finished))
    const axe = (window as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<Result> } }).axe
    const result = await axe.run(within ?? document, {
      resultTypes: ['violations'],
      // Sheets of styles and sounds are fetched anew for rules that nothing here calls for.
      preload: false,
      ...(only && { runOnly: [only] }),
    })
    return result.violations.map((violation) => ({
      rule: violation.id,
      help: violation.help,
      where: violation.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`.slice(0, 240)),
    }))
  }, question)
}

export type Theme = 'light' | 'dark'

/** What axe finds in the light theme and in the dark one, of the whole page or within one element. */
export const violationsInBothThemes = (page: Page, name: string, within?: string): Promise<string[]> =>
  violationsInThemes(page, name, ['dark', 'light'], within)

/**
 * What axe finds: everything in the last theme, and in one before it what a theme can change, which is contrast.
 * The reader's own switch does no more than change these two attributes.
 */
export async function violationsInThemes(
  page: Page,
  name: string,
  themes: readonly Theme[],
  within?: string,
): Promise<string[]> {
  const found: string[] = []
  for (const theme of themes) {
    await page.evaluate((wanted) => {
      document.documentElement.dataset.theme = wanted
      document.documentElement.dataset.mantineColorScheme = wanted
    }, theme)
    await look(page, `${name}-${theme}`, { full: !within })
    const violations = await axeViolations(page, {
      ...(theme !== themes.at(-1) && { only: 'color-contrast' }),
      ...(within && { within }),
    })
    for (const { rule, where } of violations) found.push(`${theme}: ${rule} ${where[0]}`)
  }
  return found
}

let axeText: string | undefined
const axeSource = (): string => {
  axeText ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  return axeText
}

/** True when the page can be scrolled sideways, which no screen may. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

/** A4 less the margins of print.css, in the pixels of a style sheet. */
const sheetWidth = 688

/** By how many pixels the page is wider than a sheet of paper, on which nothing can be scrolled. */
export async function widerThanPaper(page: Page): Promise<number> {
  const screen = page.viewportSize() ?? widths.wide
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ ...screen, width: sheetWidth })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await page.setViewportSize(screen)
  await page.emulateMedia({ media: 'screen' })
  return wider
}
