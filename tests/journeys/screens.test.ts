// Every screen of the staff application, in both widths, themes and languages: it opens, nothing breaks, axe finds nothing,
// and nothing has to be scrolled sideways. A screen that is not in the table below fails this test.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { screens } from '../../app/web/screens.ts'
import { runWaitingImports } from '../../modules/rosters/server/import/work.ts'
import {
  everyLook,
  type Page,
  scrollsSideways,
  themesOf,
  violationsInThemes,
  widerThanPaper,
} from '../../platform/testing/browser.ts'
import { showDay } from '../../platform/web/day.ts'
import { lives, onItsWay } from '../../programmes/kim-dong-2024/files/lives.ts'
import { loadDemoFiles } from '../../programmes/kim-dong-2024/files/load.ts'
import { areaId, demoId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { opensOn } from '../../programmes/kim-dong-2024/programme.ts'
import { departureOn } from '../support/departure.ts'
import { queueOfPaper } from '../support/paper-queue.ts'
import { type DemoKey, openSite, type Site } from '../support/site.ts'
import { type Typed, typedByPeople, wrongTongue } from '../support/tongue.ts'

let site: Site
let readingId: string
let fileId: string
let listId: string
let otherFileId: string
let departureId: string
let typed: Typed
/** Typed by this test: into a list whose rows are sealed, and into an import that is begun after the rest was read. */
const handedIn = ['Họ và tên', 'Người của phép thử', 'Sổ đăng bộ']
beforeAll(async () => {
  site = await openSite()
  readingId = await queueOfPaper(site.parts.db, areaId('12307'))
  fileId = await beginFile()
  await site.parts.db.transaction().execute((db) => loadDemoFiles(db, new Date()))
  listId = await sendList()
  otherFileId = await beginFile()
  departureId = await departureOn(site, communeOfFile, fileOfLife('managed, without papers'))
  const { texts, units } = await typedByPeople(site.parts.db)
  typed = { texts: [...handedIn, ...texts], units }
}, 120_000)
afterAll(() => site?.close())

/** Files lie behind their own wall: one is begun through the door, by somebody who may. */
async function beginFile(): Promise<string> {
  const id = uuidv7()
  const page = await site.enter('conganxa')
  const begun = await page.request.post(`${site.url}/api/cases/begin`, {
    data: {
      communeId: communeOfFile,
      id,
      personId: uuidv7(),
      identity: { name: 'Người của phép thử', birth: null, sex: null },
      although: true,
    },
    headers: { origin: site.url, 'idempotency-key': uuidv7() },
  })
  expect(begun.status(), await begun.text()).toBe(200)
  await page.context().close()
  return id
}

/** A list of persons waits for its columns to be looked at; only whoever sent it sees it. */
async function sendList(): Promise<string> {
  const importId = uuidv7()
  const page = await site.enter('conganxa')
  const sent = await page.request.post(
    `${site.url}/api/cases/list-send?communeId=${communeOfFile}&importId=${importId}`,
    {
      data: Buffer.from('Họ và tên,Năm sinh\nNgười của phép thử,1990\n'),
      headers: { origin: site.url, 'idempotency-key': uuidv7(), 'content-type': 'application/octet-stream' },
    },
  )
  expect(sent.status(), await sent.text()).toBe(200)
  await page.context().close()
  return importId
}

/** One record of a table, for the screens that show one. */
const oneOf =
  (table: string, column = 'id') =>
  async (): Promise<string> => {
    const found = await sql<{
      id: string
    }>`select ${sql.ref(column)} as id from ${sql.table(table)} order by ${sql.ref(column)} limit 1`.execute(
      site.parts.db,
    )
    return found.rows[0]!.id
  }

/** A conclusion that has not become work, with its meeting. */
async function waitingConclusion(): Promise<{ id: string; meeting_id: string }> {
  const found = await sql<{ id: string; meeting_id: string }>`
    select id, meeting_id from meeting_conclusion where became is null order by id limit 1`.execute(site.parts.db)
  return found.rows[0]!
}

/** The commune of the promise that is shown. */
async function communeOfPromise(): Promise<string> {
  const found = await sql<{ commune_id: string }>`
    select commune_id from commitment_promise order by id limit 1`.execute(site.parts.db)
  return found.rows[0]!.commune_id
}

/** A file of a roster that was checked: one row is good, one has to be mended. */
async function checkedImport(): Promise<string> {
  const id = uuidv7()
  const columns = { number: 0, name: 1 }
  const mapping = { headerRow: 1, columns, sheet: 0, encoding: 'utf-8', letters: 'unicode', delimiter: ',' }
  const list = { groupId: 'pupils', asOf: '2024-11-01', source: 'Sổ đăng bộ', title: 'Học sinh', how: 'replace' }
  const plan = { mapping, place: { kind: 'commune' }, ...list }
  const { db } = site.parts
  await sql`
    insert into roster_import (id, area_id, started_by, state, file_name, media, mapping)
    values (${id}, ${areaId('12307')}, ${personId('huyen')}, 'waiting', 'hoc-sinh.csv', 'csv',
      ${JSON.stringify({ plan, language: 'vi' })}::jsonb)`.execute(db)
  const file = Buffer.from('STT,Họ và tên\n1,Nguyễn Văn Hà\nhai,Vũ Tú\n')
  await sql`insert into roster_import_part values (${id}, 'file', 0, ${file})`.execute(db)
  await runWaitingImports(site.parts)
  return id
}

/** Who looks, and which record a screen with a parameter shows. */
const parameters: Record<string, () => Promise<string> | string> = {
  $areaId: () => areaId('12307'),
  $taskId: oneOf('task'),
  $instructionId: oneOf('instruction'),
  $obstacleId: oneOf('obstacle'),
  $meetingId: async () => (await waitingConclusion()).meeting_id,
  $conclusionId: async () => (await waitingConclusion()).id,
  $documentId: oneOf('document'),
  $decisionId: oneOf('recognition_decision'),
  $articleId: oneOf('article'),
  $entryId: oneOf('audit_entry'),
  $personId: oneOf('person'),
  $postId: oneOf('post'),
  $lineId: oneOf('target', 'line_id'),
  $planId: oneOf('plan'),
  $driveId: oneOf('commitment_drive'),
  $promiseId: oneOf('commitment_promise'),
  $communeId: communeOfPromise,
  $importId: checkedImport,
  $lotId: () => demoId('lot:12322:Đoài'),
  $questionId: oneOf('verification_question'),
  $readingId: () => readingId,
  $groupId: () => 'household-heads',
  $fileId: () => fileId,
  $sendingId: () => demoId(`sending:${onItsWay}`),
  $listId: () => listId,
  $otherFileId: () => otherFileId,
}
/** The file of a person is kept by a commune of today. */
const communeOfFile = areaId('12322', '2025-07-01')
const fileOfLife = (path: string) => demoId(`case-file:${lives.findIndex((life) => life.path === path)}`)
/** Files are opened, watched over and counted by different people. */
const looksAtFiles: Readonly<Record<string, DemoKey>> = {
  'files/emergency': 'trucban',
  'files/emergency/$communeId/$fileId': 'trucban',
  'files/watch': 'kiemtra',
  'files/counts': 'tinh',
}
const looksAs = (path: string): DemoKey =>
  path === 'work/officers'
    ? 'truongcax'
    : path.startsWith('files') || path === 'work' || path === 'hand-overs' || path.startsWith('hand-overs/')
      ? (looksAtFiles[path] ?? 'conganxa')
      : path === 'commitments/own-body'
        ? 'coquan'
        : path.startsWith('verification/visits')
          ? 'xa'
          : /^(people|posts|roles|explain|settings|file-lengths|sister-systems|law\/points|circle|areas\/import|audit|verification\/risks)/.test(
                path,
              )
            ? 'quantri'
            : path === 'hand-overs-late'
              ? 'tinh'
              : 'huyen'
/** Other ways in which one screen is looked at; each is read like a screen of its own. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  tasks: ['layout=board', 'layout=timeline'],
  'commitments/$driveId': ['tab=pledges', 'tab=texts', 'tab=follow', 'tab=verification'],
}
const notSignedIn = new Set(['sign-in', 'welcome'])
/** Screens that show nothing of any day, and why. */
const ofNoDay: Readonly<Record<string, string>> = {
  'sign-in': 'nobody is in yet',
  welcome: 'nobody is in yet',
  'meetings/$meetingId/minutes': 'a sheet of paper, which bears the day of the meeting',
}
/** After a change, only the screens whose paths begin so. */
const only = process.env.BINHYEN_TEST_SCREENS?.split(',')
const kept = screens
  .filter(({ path }) => !path.startsWith('_') && (only === undefined || only.some((begin) => path.startsWith(begin))))
  .flatMap((screen) => [{ ...screen, way: '' }, ...(otherwise[screen.path] ?? []).map((way) => ({ ...screen, way }))])

async function addressOf(path: string): Promise<string> {
  const parts = await Promise.all(
    path.split('/').map((part) => {
      if (!part.startsWith('$')) return part
      if (/^(files|hand-overs)\//.test(path) && part === '$communeId') return communeOfFile
      if (path.startsWith('hand-overs/far/') && part === '$sendingId') return departureId
      const known = parameters[part]
      expect(known, `${path}: say in this test which record shows ${part}`).toBeDefined()
      return known!()
    }),
  )
  return `/app/${parts.join('/')}`
}

// Without motion: a colour on its way from one theme to the other is not what anybody reads.
const looks = [
  { size: 'narrow', language: 'vi', theme: 'dark', reducedMotion: 'reduce' },
  { size: 'wide', language: 'en', theme: 'light', reducedMotion: 'reduce' },
  { size: 'wide', language: 'vi', theme: 'light', reducedMotion: 'reduce' },
  { size: 'narrow', language: 'en', theme: 'light', reducedMotion: 'reduce' },
] as const
/** All looks at once share the machine. In milliseconds. */
const timeout = everyLook ? 3_600_000 : 900_000
const chosen = everyLook ? looks : looks.slice(0, 2)

/** What can be pressed or typed in, and is not come to by pressing Tab from the top of the page to its end. */
async function outOfReachOfKeys(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const radios = new Set<string>()
    const open =
      'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, [tabindex="0"]'
    for (const element of document.querySelectorAll<HTMLElement>(open)) {
      if (element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) continue
      if (element instanceof HTMLInputElement && element.type === 'radio') {
        if (radios.has(element.name)) continue
        radios.add(element.name)
        continue
      }
      element.dataset.wanted = ''
    }
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) target.removeAttribute('data-wanted')
    })
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.getSelection()?.removeAllRanges()
  })
  for (let presses = 0; presses < 900; presses += 1) {
    await page.keyboard.press('Tab')
    if (presses % 10 === 9 && (await page.evaluate(() => document.querySelectorAll('[data-wanted]').length === 0)))
      return []
  }
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-wanted]')].map((each) => each.outerHTML.slice(0, 120)),
  )
}

/** The day that the page says it shows, as a reader sees it. */
const daySaid = async (page: Page): Promise<string | undefined> =>
  (await page.locator('.dayview .num').filter({ visible: true }).allInnerTexts())[0]

/** The day of the programme; today where there is none in view, and on screens that always show what holds now. */
async function dayWanted(page: Page, { ofToday }: (typeof kept)[number]): Promise<string> {
  const ofProgramme = (await page.locator('.top .prog').count()) > 0
  return showDay(ofProgramme && !ofToday ? opensOn : site.parts.clock.today())
}

// Side by side: each mostly waits for its own page to come to rest.
test.concurrent.each(chosen)('every screen at $size, $theme, $language', { timeout }, async (look) => {
  const faults: string[] = []
  const pages = new Map<string, Page>()
  const pageOf = async (who: DemoKey | 'nobody'): Promise<Page> => {
    const there = pages.get(who)
    if (there) return there
    const page = who === 'nobody' ? await site.visit('/app/sign-in', look) : await site.enter(who, '/app/', look)
    page.on('pageerror', (fault) => faults.push(`${page.url()}: ${fault.message}`))
    pages.set(who, page)
    return page
  }
  for (const screen of kept) {
    const page = await pageOf(notSignedIn.has(screen.path) ? 'nobody' : looksAs(screen.path))
    const address = `${await addressOf(screen.path)}${screen.way && `?${screen.way}`}`
    await page.goto(site.url + address, { waitUntil: 'networkidle' })
    const text = await page.locator('body').innerText()
    if (
      /Máy chủ gặp lỗi|The server failed|Trang này gặp lỗi|This page failed|Không có trang này|no such page/.test(text)
    )
      faults.push(`${address}: ${text.slice(0, 200)}`)
    const headings = page.locator('h1')
    // A screen that is still being fetched has none yet, however quiet the network is.
    await headings
      .first()
      .waitFor({ timeout: 20_000 })
      .catch(() => undefined)
    const found = await headings.count()
    if (found !== 1) faults.push(`${address}: ${found} main headings`)
    const name = `${look.size}-${look.language}-${screen.path.replaceAll('/', '-') || 'home'}${screen.way && `-${screen.way}`}`
    for (const violation of await violationsInThemes(page, name, themesOf(look)))
      faults.push(`${address}: ${violation}`)
    for (const fault of await wrongTongue(page, { language: look.language, typed })) faults.push(`${address}: ${fault}`)
    const said = await daySaid(page)
    const wanted = ofNoDay[screen.path] ? undefined : await dayWanted(page, screen)
    if (said !== wanted) faults.push(`${address}: says that it is of ${said}, not of ${wanted}`)
    if (await scrollsSideways(page)) faults.push(`${address}: scrolls sideways`)
    if (look.size === 'wide') {
      const wider = await widerThanPaper(page)
      if (wider > 0) faults.push(`${address}: on paper ${wider} px wider than the sheet`)
    }
    if (everyLook) for (const place of await outOfReachOfKeys(page)) faults.push(`${address}: no key reaches ${place}`)
  }
  for (const page of pages.values()) await page.context().close()
  expect(faults).toEqual([])
})
