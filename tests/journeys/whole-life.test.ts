// A whole life in one file, entered on the screen by the officers as it came: treatment at home that was given up, the dossier,
// the court and its question, the centre, post-rehabilitation, its end. Then the timeline and the bar are read. One event on the
// way is refused, with its article, and what was typed is kept.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { choiceName } from '../../modules/cases/events/choice-names.ts'
import { type EventKind, eventGroups, eventKinds } from '../../modules/cases/events.ts'
import { fieldName } from '../../modules/cases/web/events/field-words.ts'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { deciders } from '../../rules/law/deciders.ts'
import { isMoment } from '../../rules/law/moment.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 600_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

type Details = Readonly<Record<string, string | number | boolean>>
type Paper = { number: string; by: keyof typeof deciders }
type Entry = readonly [kind: EventKind, at: string, details?: Details, paper?: Paper]

const communeId = areaId('12322', '2025-07-01')
const shownDay = (day: string): string => day.split('-').reverse().join('/')
const first: readonly Entry[] = [
  [
    'determination-result',
    '2022-02-09T09:00',
    { result: 'addicted', ground: 'voluntary' },
    { number: '05/XĐN', by: 'health-facility' },
  ],
  ['registered', '2022-02-10T09:00', { form: 'home' }],
  ['home-decided', '2022-02-11T09:00', { months: 6 }, { number: '11/QĐ-UBND', by: 'chair' }],
  ['treatment-begun', '2022-02-14T08:00'],
  ['treatment-quit', '2022-04-18T09:00'],
]
const refused: Entry = [
  'dossier-opened',
  '2022-04-20T09:00',
  { path: 'minor', ground: 'quit' },
  { number: '07/HS-CAX', by: 'police-head' },
]
const rest: readonly Entry[] = [
  ['dossier-notice', '2022-04-25T09:00', { copy: true, to: 'person' }],
  ['dossier-read', '2022-04-28T09:00', { by: 'person' }],
  ['dossier-sent', '2022-05-05T09:00'],
  ['court-asked', '2022-05-06T09:00'],
  ['court-answered', '2022-05-09T09:00'],
  [
    'court-decided',
    '2022-05-20T09:00',
    { outcome: 'applied', months: 12 },
    { number: '21/QĐ-TA', by: 'district-court' },
  ],
  ['carried-out', '2022-05-24T09:00', { step: 'delivered' }],
  ['fled', '2022-08-01T09:00', { until: '2022-08-11T09:00' }],
  ['release-notice', '2023-04-20T09:00'],
  ['treatment-completed', '2023-06-05T10:00'],
  ['after-proposed', '2023-06-06T09:00'],
  ['after-decided', '2023-06-08T09:00', {}, { number: '30/QĐ-UBND', by: 'chair' }],
  ['commitment-signed', '2023-06-12T09:00', { which: 'B4' }],
  ['after-certified', '2025-06-06T09:00', {}, { number: '09/GXN', by: 'chair' }],
  ['off-list', '2025-06-10T09:00', { reason: 'completed' }, { number: '10/QĐ-UBND', by: 'chair' }],
]

/** Types one event into the form, by the names that stand on it. */
async function type(page: Page, [kind, at, details = {}, paper]: Entry) {
  await page.getByRole('button', { name: 'Ghi sự việc', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const { group, title } = eventKinds[kind]
  await dialog.getByLabel('Nhóm').selectOption({ label: eventGroups[group].vi })
  await dialog.getByLabel('Sự việc', { exact: true }).selectOption({ label: title.vi })
  const when = dialog.locator('.case-when')
  await when.getByLabel('Ngày').fill(shownDay(at.slice(0, 10)))
  await when.getByLabel('Giờ').fill(at.slice(11))
  for (const [field, value] of Object.entries(details)) {
    const label = fieldName([kind, field])?.vi ?? field
    if (typeof value === 'boolean')
      await dialog
        .getByRole('group', { name: label })
        .getByRole('radio', { name: value ? 'Có' : 'Không', exact: true })
        .check()
    else if (isMoment(String(value))) {
      const moment = dialog.getByRole('group', { name: label })
      await moment.getByLabel('Ngày').fill(shownDay(String(value).slice(0, 10)))
      await moment.getByLabel('Giờ').fill(String(value).slice(11))
    } else if (typeof value === 'number') await dialog.getByLabel(label).fill(String(value))
    else
      await dialog
        .getByLabel(new RegExp(`^${label}`))
        .first()
        .selectOption({ label: choiceName([kind, field], value)?.vi ?? '' })
  }
  if (paper) {
    await dialog.getByLabel('Số', { exact: true }).fill(paper.number)
    await dialog.getByLabel('Ngày ký').fill(shownDay(at.slice(0, 10)))
    await dialog.getByLabel('Người có thẩm quyền').selectOption({ label: deciders[paper.by].vi })
  }
  return dialog
}
async function enter(page: Page, entry: Entry): Promise<void> {
  const dialog = await type(page, entry)
  await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function begun(): Promise<Page> {
  const page = await site.enter('conganxa')
  const fileId = uuidv7()
  const identity = { name: 'Hứa Đình Trải', birth: '1990', sex: 'male', residence: 'Thôn Trương Xá' }
  const sent = await page.request.post(`${site.url}/api/cases/begin`, {
    data: { communeId, id: fileId, personId: uuidv7(), identity },
    headers: { origin: site.url, 'idempotency-key': uuidv7() },
  })
  expect(sent.status(), await sent.text()).toBe(200)
  await page.goto(`${site.url}/app/files/${communeId}/${fileId}`, { waitUntil: 'networkidle' })
  await page.getByRole('radio', { name: 'Lập hồ sơ, làm việc với Tòa án' }).check()
  await page.getByLabel('Căn cứ cụ thể').fill('Hồ sơ lưu từ năm 2022')
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByRole('heading', { name: /^Hồ sơ HC-/ }).waitFor()
  return page
}

const statusShown = (page: Page, words: string) =>
  page.locator('main').getByText(words, { exact: true }).first().waitFor()

async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `files whole life ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

test('treatment, court, centre, afterwards and the end, as the officers enter them', async () => {
  const page = await begun()
  for (const entry of first) await enter(page, entry)
  await statusShown(page, 'Người nghiện ma túy')

  // An adult down the path of minors: refused by the law of that day, and what was typed waits where it was left.
  const dialog = await type(page, refused)
  await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).click()
  const alert = dialog.getByRole('alert')
  await alert.waitFor()
  expect(await alert.innerText()).toMatch(/\(Luật 73\/2021\/QH14, Điều 28\.2, 32, 33\)/)
  await isClean(page, 'refused', 'dialog[open]')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByText('bút lục 6', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: 'Ghi sự việc', exact: true }).click()
  expect(await dialog.getByLabel('Số', { exact: true }).inputValue()).toBe('07/HS-CAX')
  expect(await dialog.locator('.case-when').getByLabel('Ngày').inputValue()).toBe('20/04/2022')
  await dialog.getByLabel('Theo trình tự').selectOption({ label: choiceName(['path'], 'adult')?.vi ?? '' })
  await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).click()
  await dialog.waitFor({ state: 'detached' })
  for (const entry of rest) await enter(page, entry)

  // One line of time, the newest first, each with its folio and by whom it was entered.
  await page.getByText('bút lục 21', { exact: true }).waitFor()
  const all: readonly Entry[] = [...first, refused, ...rest]
  const line = page.getByRole('list', { name: 'Diễn biến' })
  const shown = await line.getByRole('listitem').allInnerTexts()
  expect(shown).toHaveLength(all.length)
  for (const [place, [kind, at]] of all.toReversed().entries()) {
    expect(shown[place]).toContain(eventKinds[kind].title.vi)
    expect(shown[place]).toContain(shownDay(at.slice(0, 10)))
    expect(shown[place]).toContain(`bút lục ${all.length - place}`)
    expect(shown[place]).toContain('Lương Thu Hạnh')
  }
  const [decided = ''] = shown.filter((each) => each.includes('Tòa án quyết định'))
  expect(decided).toMatch(/21\/QĐ-TA.*20\/05\/2022/s)
  expect(decided).toContain('12')
  await statusShown(page, 'Đã kết thúc')

  // The bars of what is done: how much of each time was used, in words too.
  await page.getByText(/^\d+ thời hạn đã xong/).click()
  const limit = page.locator('.case-clock').filter({ hasText: 'Thời hiệu' })
  expect(await limit.locator('.case-bar').getAttribute('aria-label')).toMatch(/32 ngày.*9[12] ngày|32 ngày/)
  const [run, whole] = await Promise.all([
    limit.locator('.case-bar i.run').boundingBox(),
    limit.locator('.case-bar').boundingBox(),
  ])
  const share = (run?.width ?? 0) / (whole?.width ?? 1)
  expect(share).toBeGreaterThan(0.3)
  expect(share).toBeLessThan(0.4)

  await isClean(page, 'wide')
  await page.setViewportSize(widths.narrow)
  await isClean(page, 'narrow')
  await page.context().close()
})
