// Whom the law wants on the team of a managed person: what is missing is said with its article, and the team is taken all the same.

import { expect, test } from 'vitest'
import { adult, event, life, minor } from '../../../../tests/support/lives.ts'
import { judgeEvent, type PersonFacts } from '../../rules.ts'

const roles = ['police', 'village', 'family', 'organisation', 'social-worker']
const warned = (
  facts: PersonFacts,
  given: readonly string[],
  at = '2026-08-01T08:00',
  managed = '2026-07-07T16:30',
) => {
  const team = event('team-named', at, { members: given.map((role) => ({ role, name: 'Người thử' })) })
  const verdict = judgeEvent(facts, life(['managed', managed]), team, '2030-01-01T08:00')
  return verdict.ok ? verdict.warnings.map(({ vi }) => vi) : verdict.fault
}

test('officer as head, village, family, organisation, social worker (Nghị định 59)', () => {
  expect(warned(adult, roles)).toEqual([])
  expect(warned(adult, ['police', 'family'])).toEqual([
    'Tổ quản lý còn thiếu: đại diện thôn, tổ dân phố, đoàn thể, cộng tác viên công tác xã hội (Nghị định, Điều 59).',
  ])
})

test('that of a minor has a teacher or the youth union (Nghị định 61.2; NĐ 105/2021, 44.3)', () => {
  expect(warned(minor, roles)).toEqual([
    'Người chưa thành niên: cần giáo viên hoặc Đoàn Thanh niên cùng tham gia (Nghị định, Điều 61.2).',
  ])
  for (const role of ['teacher', 'youth-union']) expect(warned(minor, [...roles, role])).toEqual([])
  expect(warned(minor, ['police'], '2024-07-01T08:00', '2024-06-03T08:00')).toEqual([
    'Người chưa thành niên: cần giáo viên hoặc Đoàn Thanh niên cùng tham gia (Nghị định 105/2021/NĐ-CP, Điều 44.3).',
  ])
})
