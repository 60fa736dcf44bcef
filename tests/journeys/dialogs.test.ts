// Every dialog of the staff application, without a mouse: it opens with Enter, takes the focus, is read by axe in light and in
// dark, closes with Escape and gives the focus back. A file with a dialog that is not in the table fails this test.

import { globSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Page, scrollsSideways, type Theme, themesOf, violationsInThemes } from '../../platform/testing/browser.ts'
import { areaId, demoId, personId, postId } from '../../programmes/kim-dong-2024/ids.ts'
import { demoTaskId } from '../../programmes/kim-dong-2024/tasks.ts'
import { queueOfPaper } from '../support/paper-queue.ts'
import { type DemoKey, openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 600_000 })

let site: Site
let stack: string
beforeAll(async () => {
  site = await openSite()
  stack = await queueOfPaper(site.parts.db, town)
}, 120_000)
afterAll(() => site?.close())

type Entry = {
  /** Where the dialog stands in the code. */
  file: string
  who: DemoKey
  path: string | (() => Promise<string>)
  /** Pressed one after another, by their names; a name of a menu first where the dialog is behind one. */
  press: (string | RegExp)[]
  /** Found by where it is, when its name is whatever was done last. */
  within?: string
  /** Rows that have to be chosen before. */
  choose?: boolean
}

const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> =>
  (await query.execute(site.parts.db)).rows[0]?.id ?? ''
const drive = demoId('drive:2024')
const town = areaId('12280')
const openTask = async () => `tasks/${await one(sql`select id from task order by id limit 1`)}`
const promise = async () =>
  `commitments/${drive}/communes/${town}/promises/${await one(sql`select id from commitment_promise where commune_id = ${town} order by id limit 1`)}`
/** A lot that nobody has been given yet, made as the district makes it. */
async function closedLot(): Promise<string> {
  const id = demoId('lot of the dialogs')
  await sql`
    insert into verification_lot (commune_id, id, drive_id, group_id, place_id, hamlet_id, members, risk_id, sample, allowed, closed_on, closed_at)
    select commune_id, ${id}, drive_id, 'party-members', place_id, hamlet_id, members, risk_id, 6, 0, '2024-11-15', now()
    from verification_lot where id = ${demoId('lot:12322:Đông')} on conflict do nothing`.execute(site.parts.db)
  return `verification/lots/${id}`
}
/** A firm that has signed: the demonstration has only people. */
async function promiseOfFirm(): Promise<string> {
  const [list, entry, id] = ['list', 'entry', 'promise'].map((what) => demoId(`${what} of the dialogs`)) as [
    string,
    string,
    string,
  ]
  await sql`with list as (
      insert into roster_list (commune_id, id, group_id, title, as_of, source)
      values (${town}, ${list}, 'firms', 'Doanh nghiệp', '2024-01-01', 'Sổ') on conflict do nothing
    ), entry as (
      insert into roster_entry (commune_id, id, list_id, group_id, number, name, name_key, name_bag, since)
      values (${town}, ${entry}, ${list}, 'firms', 1, 'Công ty Minh Họa', 'cong ty minh hoa', 'cong hoa minh ty', '2024-01-01')
      on conflict do nothing
    ) insert into commitment_promise (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on, signed_at, code)
      values (${town}, ${id}, ${drive}, ${entry}, 'firms', 1, ${town}, 'ink', '2024-11-14', now(), 'DIALOGSDIALOGS00')
      on conflict do nothing`.execute(site.parts.db)
  return `commitments/${drive}/communes/${town}/promises/${id}`
}
const standardOfBodies = async () =>
  `programme/targets/${await one(sql`select line_id as id from target where kind = 'bodies-standard' order by line_id limit 1`)}`
const published = async () =>
  `portal/${await one(sql`select id from article where publish_at < now() and withdrawn_at is null order by id limit 1`)}`
/** One that is written and not yet out. */
async function draft(): Promise<string> {
  const id = demoId('news of the dialogs')
  await sql`
    insert into article (id, programme_id, area_id, slug, title, summary, body)
    select ${id}, programme_id, area_id, 'tin-nhap', title, summary, body from article order by id limit 1
    on conflict do nothing`.execute(site.parts.db)
  return `portal/${id}`
}
const heads = `rosters/${areaId('12322')}/groups/household-heads`
const roster = `rosters/${areaId('12322')}/entries?group=household-heads`
const entries = `commitments/${drive}/areas/${town}?state=unsigned`

const table: Entry[] = [
  { file: 'access/authenticator-card', who: 'xa', path: 'profile', press: ['Switch the app on'] },
  { file: 'access/authenticator-setup', who: 'xa', path: 'profile', press: ['Switch the app on'] },
  { file: 'access/passkeys-card', who: 'xa', path: 'profile', press: ['Add a passkey'] },
  { file: 'access/delegations', who: 'xa', path: 'delegations', press: ['Lend rights'] },
  { file: 'access/add-person', who: 'quantri', path: 'people', press: ['Add a person'] },
  {
    file: 'access/change-person',
    who: 'quantri',
    path: `people/${personId('xa')}`,
    press: ['More', 'Change name or address'],
  },
  {
    file: 'access/stop-person',
    who: 'quantri',
    path: `people/${personId('xa')}`,
    press: ['More', 'Stop from entering'],
  },
  { file: 'access/reset-sign-in', who: 'quantri', path: `people/${personId('xa')}`, press: ['More', /sign-in/] },
  { file: 'access/give-grant', who: 'quantri', path: `people/${personId('xa')}`, press: ['Give a right'] },
  { file: 'access/revoke-grant', who: 'quantri', path: `people/${personId('xa')}`, press: [/^Take back/] },
  {
    file: 'access/link-dialog',
    who: 'quantri',
    path: `people/${personId('giaoduc')}`,
    press: ['Invite to set a password'],
  },
  { file: 'access/add-post', who: 'quantri', path: 'posts', press: ['Add a post'] },
  {
    file: 'access/change-post',
    who: 'quantri',
    path: `posts/${postId('culture', '12280')}`,
    press: ['Change the post'],
  },
  { file: 'access/hand-over', who: 'quantri', path: `posts/${postId('culture', '12280')}`, press: ['Hand over'] },
  { file: 'access/edit-role', who: 'quantri', path: 'roles', press: ['Add a role'] },
  { file: 'areas/succession-dialog', who: 'huyen', path: `areas/${town}`, press: ['Record a change'] },
  { file: 'areas/figures-card', who: 'huyen', path: `areas/${town}`, press: ['Add a figure'] },
  { file: 'areas/body-dialog', who: 'huyen', path: `areas/${town}`, press: ['Add an agency or school'] },
  { file: 'paper/reject-dialog', who: 'xa', path: `paper/${drive}/areas/${town}/confirm`, press: ['Reject'] },
  {
    file: 'paper/match-dialog',
    who: 'xa',
    path: async () => `paper/${drive}/areas/${town}/readings/${stack}`,
    press: [/^Find its sheet/],
  },
  { file: 'handover/far/take', who: 'conganxa', path: 'hand-overs', press: ['Take in a file'] },
  { file: 'handover/systems/name', who: 'quantri', path: 'sister-systems', press: ['Make the card'] },
  { file: 'handover/systems/register', who: 'quantri', path: 'sister-systems', press: ['Register a card'] },
  { file: 'audit/filters', who: 'quantri', path: 'audit', press: ['Filters'] },
  { file: 'audit/export-work', who: 'quantri', path: 'audit', press: ['Export the log'] },
  {
    file: 'audit/entry-dialog',
    who: 'quantri',
    path: 'audit',
    within: 'main table, main [role=table], main [role=grid]',
    press: [/./],
  },
  {
    file: 'commitments/prolong-dialog',
    who: 'huyen',
    path: `commitments/${drive}`,
    press: ['More', 'Change the last day'],
  },
  { file: 'commitments/texts-tab', who: 'huyen', path: `commitments/${drive}?tab=texts`, press: [/new wording/i] },
  { file: 'commitments/unsigned-dialog', who: 'xa', path: entries, press: [/^Why not yet/] },
  { file: 'commitments/paper-dialog', who: 'xa', path: entries, choose: true, press: ['Record signed papers'] },
  { file: 'commitments/ink-dialog', who: 'xa', path: entries, choose: true, press: [/^Sign here|^Sign/] },
  { file: 'field/office/enrol-dialog', who: 'xa', path: 'field', press: ['Add a device'] },
  { file: 'links/public', who: 'xa', path: entries, choose: true, press: ['Send links'] },
  { file: 'commitments/promise', who: 'xa', path: promise, press: ['Void it'] },
  { file: 'commitments/breach-dialog', who: 'xa', path: promiseOfFirm, press: [/broken/i] },
  { file: 'verification/verifier-card', who: 'huyen', path: closedLot, press: ['Assign a verifier'] },
  { file: 'verification/lot', who: 'huyen', path: closedLot, press: ['Withdraw'] },
  {
    file: 'verification/visits',
    who: 'xa',
    path: `verification/visits/${demoId('lot:12322:Đoài')}`,
    press: [/^Something else/],
  },
  {
    file: 'meetings/assign-dialog',
    who: 'huyen',
    path: async () =>
      `meetings/${await one(sql`select meeting_id as id from meeting_conclusion where became is null order by id limit 1`)}`,
    press: ['Give out'],
  },
  {
    file: 'obstacles/step-dialog',
    who: 'huyen',
    path: async () => `obstacles/${await one(sql`select id from obstacle order by id limit 1`)}`,
    press: [/^(Reopen|Answer|Removed|Close)/],
  },
  {
    file: 'programme/line-dialog',
    who: 'huyen',
    path: async () =>
      `meetings/${await one(sql`select meeting_id as id from meeting_conclusion where became is null order by id limit 1`)}/amend/${await one(sql`select id from meeting_conclusion where became is null order by id limit 1`)}`,
    press: ['Add a target'],
  },
  {
    file: 'recognition/cancel-dialog',
    who: 'huyen',
    path: async () => `recognition/${await one(sql`select id from recognition_decision order by id limit 1`)}`,
    press: ['Cancel this entry'],
  },
  {
    file: 'rosters/duplicates/merge-dialog',
    who: 'huyen',
    path: `rosters/${areaId('12322')}/duplicates`,
    press: [/^One and the same/],
  },
  { file: 'rosters/declare-dialog', who: 'ngocthanh', path: heads, press: ['Declare a figure'] },
  { file: 'rosters/withdraw-dialog', who: 'ngocthanh', path: heads, press: [/^Withdraw the declared/] },
  { file: 'rosters/correct-dialog', who: 'ngocthanh', path: roster, press: [/^Correct /] },
  { file: 'rosters/end-dialog', who: 'ngocthanh', path: roster, press: [/^Take off: /] },
  { file: 'tasks/deed-dialogs', who: 'huyen', path: openTask, press: ['Ask for more time'] },
  {
    file: 'tasks/deed-dialogs',
    who: 'huyen',
    path: `tasks/${demoTaskId(1)}`,
    press: ['More', 'Open it again'],
  },
  { file: 'tasks/report-dialog', who: 'huyen', path: openTask, press: ['Report'] },
  { file: 'tasks/saved-chips', who: 'huyen', path: 'tasks?status=late', press: ['Save this view'] },
  { file: 'tasks/bulk-deeds', who: 'huyen', path: 'tasks', choose: true, press: ['Give more time'] },
  { file: 'programme/bodies-card', who: 'huyen', path: standardOfBodies, press: ['Record a result'] },
  { file: 'portal/publish-dialog', who: 'huyen', path: draft, press: ['Publish'] },
  { file: 'portal/withdraw-dialog', who: 'huyen', path: published, press: ['Withdraw'] },
]

/** Opened by another journey, or by a deed that this one would have to do first; each says where. */
const elsewhere: Readonly<Record<string, string>> = {
  'cases/file/clocks': 'a file has to be opened first, as for the four below: files.test.ts looks at each',
  'cases/admin/choose': 'work.test.ts',
  'cases/admin/holiday-dialog': 'law.test.ts',
  'cases/admin/roles': 'work.test.ts',
  'cases/file/check': 'the file has to be opened first: work.test.ts',
  'cases/file/correct': 'files.test.ts',
  'cases/file/enter': 'files.test.ts',
  'cases/file/readers': 'files.test.ts',
  'cases/file/what-if': 'files.test.ts',
  'cases/file/paper/form-dialog': 'file-papers.test.ts',
  'cases/forms/panel': 'file-papers.test.ts',
  'cases/same/merges-card': 'two files have to be merged first: person-lists.test.ts',
  'cases/retention/answer-dialog': 'a file has to be opened first: retention.test.ts',
  'cases/retention/decide-dialog': 'a file has to be opened first: retention.test.ts',
  'cases/retention/hold-dialog': 'a file has to be opened first: retention.test.ts',
  'cases/retention/length-dialog': 'retention.test.ts',
  'cases/retention/propose-dialog': 'a file has to be opened first: retention.test.ts',
  'cases/retention/take-dialog': 'a file has to be opened first: retention.test.ts',
  'cases/retention/notice-dialog': 'a file has to be opened first: retention.test.ts',
  'cases/retention/request-clock': 'a file has to be opened first: retention.test.ts',
  'cases/watch/look-dialog': 'a file has to be opened in an emergency first: watch.test.ts',
  'cases/file/give-file': 'a file has to be opened first: work.test.ts',
  'handover/file/send': 'a file has to be opened first: hand-over.test.ts',
  'handover/before/take-over': 'a commune of before has to keep files first: take-over.test.ts',
  'handover/notices/read': 'a notice has to come in first: hand-over.test.ts',
  'handover/systems/one': 'a card has to be registered first: far-hand-over.test.ts',
  'handover/one/receipt': 'hand-over.test.ts',
  'handover/one/return': 'hand-over.test.ts',
  'cases/work/give': 'somebody has to be in charge of files first: work.test.ts',
  'field/office/kept-dialog': 'a phone has to be wiped first: field.test.ts',
  'field/office/wipe-dialog': 'a phone has to be enrolled first: field.test.ts',
}

test('every file with a dialog is in the table, or says where it is opened', () => {
  const root = new URL('../..', import.meta.url).pathname
  const files = globSync('modules/*/web/**/*.tsx', { cwd: root })
    .filter((file) => /<(File)?Dialog\b/.test(readFileSync(`${root}/${file}`, 'utf8')))
    .map((file) => file.replace(/^modules\/([^/]+)\/web\/(.*)\.tsx$/, '$1/$2'))
  const known = new Set([...table.map(({ file }) => file), ...Object.keys(elsewhere)])
  expect(files.filter((file) => !known.has(file))).toEqual([])
  expect(Object.keys(elsewhere).filter((file) => !files.includes(file))).toEqual([])
})

const looks = [
  { size: 'wide', language: 'en', theme: 'light', reducedMotion: 'reduce' },
  { size: 'narrow', language: 'en', theme: 'dark', reducedMotion: 'reduce' },
] as const

/** What is wrong with the dialog that is open. */
async function faultsOf(page: Page, name: string, themes: readonly Theme[]): Promise<string[]> {
  const faults: string[] = []
  const focus = await page.evaluate(() => Boolean(document.activeElement?.closest('dialog[open]')))
  if (!focus) faults.push('the focus is not inside')
  // The page behind has been read by itself: screens.test.ts.
  faults.push(...(await violationsInThemes(page, name, themes, 'dialog[open]')))
  if (await scrollsSideways(page)) faults.push('scrolls sideways')
  return faults
}

test.concurrent.each(looks)('every dialog at $size by keyboard, $theme', async (look) => {
  const pages = new Map<DemoKey, Page>()
  const faults: string[] = []
  let shown = ''
  for (const [number, { file, who, path, press, choose, within }] of table.entries()) {
    const page = pages.get(who) ?? (await site.enter(who, '/app/', look))
    pages.set(who, page)
    const address = `${site.url}/app/${typeof path === 'string' ? path : await path()}`
    // A dialog that was closed leaves its page as it was; what was chosen there it may have let go.
    if (choose || `${who} ${address}` !== shown) await page.goto(address, { waitUntil: 'networkidle' })
    shown = `${who} ${address}`
    if (choose)
      await page
        .locator('main input[type=checkbox]')
        .nth(1)
        .focus()
        .then(() => page.keyboard.press('Space'))
    for (const name of press) {
      const place = within ? page.locator(within) : page
      const opener = place.getByRole('button', { name }).or(place.getByRole('menuitem', { name })).first()
      const there = await opener.waitFor({ timeout: 15_000 }).then(
        () => true,
        () => false,
      )
      if (!there) {
        faults.push(`${file}: nothing is called ${name}`)
        break
      }
      await opener.focus()
      await page.keyboard.press('Enter')
    }
    const dialog = page.locator('dialog[open]')
    const open = await dialog.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    )
    if (!open) {
      faults.push(`${file}: does not open`)
      continue
    }
    const name = `dialog-${look.size}-${number}-${file.replaceAll('/', '-')}`
    for (const fault of await faultsOf(page, name, themesOf(look))) faults.push(`${file}: ${fault}`)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
    if ((await dialog.count()) > 0) faults.push(`${file}: Escape does not close it`)
    const back = await page.evaluate(() => document.activeElement !== document.body)
    if (!back) faults.push(`${file}: the focus is lost`)
  }
  for (const page of pages.values()) await page.context().close()
  expect(faults).toEqual([])
})
