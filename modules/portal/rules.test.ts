import { expect, test } from 'vitest'
import { countsAsView, slugOf, stateOf, whyNotChange, whyNotCorrect, whyNotPublish } from './rules.ts'

const now = new Date('2024-03-20T09:00:00+07:00')
const draft = { publishAt: null, withdrawnAt: null }
const scheduled = { publishAt: '2024-03-22T08:00:00+07:00', withdrawnAt: null }
const published = { publishAt: '2024-03-15T08:00:00+07:00', withdrawnAt: null }
const withdrawn = { publishAt: '2024-03-15T08:00:00+07:00', withdrawnAt: '2024-03-16T08:00:00+07:00' }

test('an item is a draft, scheduled, published or withdrawn', () => {
  expect([draft, scheduled, published, withdrawn].map((article) => stateOf(article, now))).toEqual([
    'draft',
    'scheduled',
    'published',
    'withdrawn',
  ])
})

test('what readers have seen is not changed in silence', () => {
  expect(whyNotChange(draft, now)).toBeUndefined()
  expect(whyNotChange(scheduled, now)).toBeUndefined()
  expect(whyNotChange(published, now)?.kind.code).toBe('portal.published_already')
  expect(whyNotChange(withdrawn, now)?.kind.code).toBe('portal.withdrawn_already')
  expect(whyNotCorrect(draft, now)?.kind.code).toBe('portal.not_published')
  expect(whyNotCorrect(published, now)).toBeUndefined()
  expect(whyNotCorrect(withdrawn, now)?.kind.code).toBe('portal.withdrawn_already')
})

test('an item is published now or later, not earlier', () => {
  expect(whyNotPublish(draft, undefined, now)).toBeUndefined()
  expect(whyNotPublish(draft, new Date('2024-03-21T00:00:00+07:00'), now)).toBeUndefined()
  expect(whyNotPublish(draft, new Date('2024-03-19T00:00:00+07:00'), now)?.kind.code).toBe('portal.publish_in_the_past')
  expect(whyNotPublish(published, undefined, now)?.kind.code).toBe('portal.published_already')
})

test('addresses are plain letters', () => {
  expect(slugOf('Hội nghị phát động: 11 xã, thị trấn “cam kết” những gì?')).toBe(
    'hoi-nghi-phat-dong-11-xa-thi-tran-cam-ket-nhung-gi',
  )
  expect(slugOf('???')).toBe('')
  expect(slugOf('a'.repeat(200))).toHaveLength(70)
})

test('robots, pages fetched ahead and bare questions are no views', () => {
  const person = { 'user-agent': 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36' }
  const asked = (headers: Record<string, string>, method = 'GET') => countsAsView(method, (name) => headers[name])
  expect(asked(person)).toBe(true)
  expect(asked(person, 'HEAD')).toBe(false)
  expect(asked({ ...person, 'sec-purpose': 'prefetch;prerender' })).toBe(false)
  expect(asked({ ...person, purpose: 'prefetch' })).toBe(false)
  expect(asked({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' })).toBe(false)
  expect(asked({})).toBe(false)
})
