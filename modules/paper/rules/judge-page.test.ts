// What a page is, by everything that can be wrong with it.

import { expect, test } from 'vitest'
import { judgePage, type PageFacts } from './judge-page.ts'

const good: PageFacts = {
  qr: 'ours',
  sheet: { sameDrive: true, withinReach: true },
  earlier: [],
  ink: 'good',
  marks: 4,
}
const judged = (change: Partial<PageFacts>) => judgePage({ ...good, ...change })

test('a page that cannot be a sheet of this drive and place is not read, by name', () => {
  const reasons = [
    judged({ qr: 'none' }),
    judged({ qr: 'foreign' }),
    judged({ qr: 'forged' }),
    judged({ qr: 'several' }),
    judged({ sheet: undefined }),
    judged({ sheet: { sameDrive: true, withinReach: false } }),
    judged({ sheet: { sameDrive: false, withinReach: true } }),
    judged({ earlier: [{ state: 'recorded', doubt: false }] }),
    judged({ earlier: [{ state: 'queued', doubt: false }] }),
  ].map((page) => page.state === 'unread' && page.reason)
  expect(reasons).toEqual([
    'no_qr',
    'foreign_qr',
    'forged_qr',
    'several_sheets',
    'sheet_unknown',
    'other_place',
    'other_drive',
    'recorded_already',
    'read_already',
  ])
})

test('a doubt goes along into the queue; a better picture takes the place of a doubtful one', () => {
  expect(judged({})).toEqual({ state: 'queued', doubt: null, replacesEarlier: false })
  expect(judged({ ink: 'empty' })).toMatchObject({ doubt: 'box_empty' })
  expect(judged({ ink: 'dot' })).toMatchObject({ doubt: 'one_dot' })
  expect(judged({ marks: 1 })).toMatchObject({ doubt: 'box_unclear' })
  expect(judged({ earlier: [{ state: 'aside', doubt: true }] })).toMatchObject({
    state: 'queued',
    replacesEarlier: true,
  })
})
