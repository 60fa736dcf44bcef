import { expect, test } from 'vitest'
import { stateOf, whyNotCall, whyNotConclude, whyNotInvite, whyNotRecord } from './rules.ts'

test('a meeting comes, is today, was held, and is closed with its minutes', () => {
  const meeting = { heldOn: '2024-10-04', closedOn: '2024-10-07' }
  expect(stateOf(meeting, '2024-10-03')).toBe('coming')
  expect(stateOf(meeting, '2024-10-04')).toBe('today')
  expect(stateOf(meeting, '2024-10-06')).toBe('held')
  expect(stateOf(meeting, '2024-10-07')).toBe('closed')
})

test('a meeting is called before it is held, and not in the future', () => {
  expect(whyNotCall({ calledOn: '2024-11-11', heldOn: '2024-11-15' }, '2024-11-15')).toBeUndefined()
  expect(whyNotCall({ calledOn: '2024-11-16', heldOn: '2024-11-15' }, '2024-11-20')?.field).toBe('heldOn')
  expect(whyNotCall({ calledOn: '2024-11-16', heldOn: '2024-11-20' }, '2024-11-15')?.kind.code).toBe(
    'meetings.called_in_future',
  )
})

test('a post is invited once; a line names a post or a guest', () => {
  const post = (postId: string | null, guest: string | null = null) => ({ postId, guest })
  expect(whyNotInvite([post('a'), post(null, 'Phú Xuyên'), post(null, 'Phú Xuyên')])).toBeUndefined()
  expect(whyNotInvite([post('a'), post('a')])?.field).toBe('invited.1.postId')
  expect(whyNotInvite([post(null)])?.kind.code).toBe('meetings.post_unknown')
  expect(whyNotInvite([post('a', 'Phú Xuyên')])?.kind.code).toBe('meetings.post_unknown')
})

test('minutes are written from the day of the meeting until they are closed', () => {
  expect(whyNotRecord({ heldOn: '2024-11-15', closedOn: null }, '2024-11-15')).toBeUndefined()
  expect(whyNotRecord({ heldOn: '2024-11-16', closedOn: null }, '2024-11-15')?.kind.code).toBe('meetings.not_held_yet')
  expect(whyNotRecord({ heldOn: '2024-11-14', closedOn: '2024-11-15' }, '2024-11-15')?.kind.code).toBe(
    'meetings.closed',
  )
})

test('what has become work stays as it was said', () => {
  const said = { id: 'a', kind: 'conclusion', text: 'Chốt danh sách', postId: null, dueOn: null }
  const kept = [{ ...said, settled: true }]
  expect(whyNotConclude([{ ...said, dueOn: '2024-12-01' }], kept, '2024-11-15')).toBeUndefined()
  expect(whyNotConclude([{ ...said, text: 'Khác' }], kept, '2024-11-15')?.kind.code).toBe('meetings.conclusion_settled')
  expect(whyNotConclude([], kept, '2024-11-15')?.kind.code).toBe('meetings.conclusion_settled')
  expect(whyNotConclude([], [{ ...said, settled: false }], '2024-11-15')).toBeUndefined()
  const early = [{ ...said, id: 'b', dueOn: '2024-11-14' }]
  expect(whyNotConclude(early, [], '2024-11-15')?.field).toBe('conclusions.0.dueOn')
})
