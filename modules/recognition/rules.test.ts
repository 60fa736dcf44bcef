import { expect, test } from 'vitest'
import { inheritedAim, mapStatus, progressOn } from './progress.ts'
import { type Decision, type Succession, statusHistory } from './rules.ts'
import { standingOn } from './standing.ts'

let counter = 0
const decision = (areaId: string, effectiveOn: string, part: Partial<Decision> = {}): Decision => {
  counter += 1
  return {
    id: String(counter).padStart(4, '0'),
    areaId,
    outcome: 'recognised',
    number: '',
    decidedOn: effectiveOn,
    effectiveOn,
    validTo: null,
    ...part,
  }
}
const merge = (on: string, toId: string, ...fromIds: string[]): Succession[] =>
  fromIds.map((fromId) => ({ on, fromId, toId, share: 1 }))
const history = (decisions: Decision[], successions: Succession[], on: string) =>
  statusHistory(decisions, successions, on, (areaId) => areaId)
const standing = (decisions: Decision[], successions: Succession[], on: string, areaId: string) =>
  standingOn(history(decisions, successions, on), areaId, on)?.standing ?? 'none'

test('a unit without a decision was never recognised', () => {
  expect(standing([], [], '2024-01-01', 'Song Mai')).toBe('none')
})

test('a decision counts from its effective day on, not a day earlier', () => {
  const decisions = [decision('Song Mai', '2023-12-20')]
  expect(standing(decisions, [], '2023-12-19', 'Song Mai')).toBe('none')
  expect(standing(decisions, [], '2023-12-20', 'Song Mai')).toBe('recognised')
})

test('kept, lost and re-appraised follow one another whatever the order of entry', () => {
  const decisions = [
    decision('Song Mai', '2024-12-20', { outcome: 'kept' }),
    decision('Song Mai', '2025-12-20', { outcome: 'lost' }),
    decision('Song Mai', '2023-12-20'),
    decision('Song Mai', '2025-06-01', { outcome: 'reappraise' }),
  ]
  const days = ['2024-01-01', '2025-01-01', '2025-07-01', '2026-01-01']
  expect(days.map((day) => standing(decisions, [], day, 'Song Mai'))).toEqual([
    'recognised',
    'recognised',
    'again',
    'lost',
  ])
})

test('a recognition with an end runs out on that day, unless it was kept before', () => {
  const limited = decision('Song Mai', '2023-12-20', { validTo: '2024-12-20' })
  expect(standing([limited], [], '2024-12-19', 'Song Mai')).toBe('recognised')
  expect(standing([limited], [], '2024-12-20', 'Song Mai')).toBe('expired')
  const renewed = [limited, decision('Song Mai', '2024-12-10', { outcome: 'kept' })]
  expect(standing(renewed, [], '2025-03-01', 'Song Mai')).toBe('recognised')
  const late = [limited, decision('Song Mai', '2025-01-10', { outcome: 'kept' })]
  expect(
    history(late, [], '2025-03-01')
      .get('Song Mai')
      ?.map((step) => step.standing),
  ).toEqual(['recognised', 'expired', 'recognised'])
})

test('a merger of equal drug-free units hands the standing over, with its earliest end', () => {
  const decisions = [
    decision('Nhân La', '2023-12-20', { validTo: '2026-01-01' }),
    decision('Vũ Xá', '2023-12-20', { validTo: '2025-06-01' }),
  ]
  const step = standingOn(
    history(decisions, merge('2024-12-01', 'Diên Hồng', 'Vũ Xá', 'Nhân La'), '2025-01-01'),
    'Diên Hồng',
    '2025-01-01',
  )
  expect(step?.standing).toBe('recognised')
  expect(step?.validTo).toBe('2025-06-01')
  expect(step?.reason).toEqual({
    vi: 'Cả hai đơn vị nhập vào đều đã được công nhận: Nhân La, Vũ Xá',
    en: 'Both units merged into it were recognised: Nhân La, Vũ Xá',
  })
})

test('after a merger of unequal units the successor is to be re-appraised, and the reason names the others', () => {
  const decisions = [decision('Chính Nghĩa', '2023-12-20'), decision('Diên Hồng', '2023-12-20')]
  const successions = merge('2025-07-01', 'Lương Bằng', 'TT Lương Bằng', 'Phạm Ngũ Lão', 'Chính Nghĩa', 'Diên Hồng')
  const step = standingOn(history(decisions, successions, '2025-07-01'), 'Lương Bằng', '2025-07-01')
  expect(step?.standing).toBe('again')
  expect(step?.reason).toEqual({
    vi: '2 trong 4 đơn vị nhập vào chưa được công nhận: Phạm Ngũ Lão, TT Lương Bằng',
    en: '2 of the 4 units merged into it are not recognised: Phạm Ngũ Lão, TT Lương Bằng',
  })
})

test('a part whose share is unknown never carries a standing over', () => {
  const decisions = [decision('Song Mai', '2023-12-20'), decision('Ngọc Thanh', '2024-12-20')]
  const successions = [
    ...merge('2025-07-01', 'Hiệp Cường', 'Song Mai'),
    { on: '2025-07-01', fromId: 'Ngọc Thanh', toId: 'Hiệp Cường', share: null },
    { on: '2025-07-01', fromId: 'Ngọc Thanh', toId: 'Sơn Nam', share: null },
  ]
  const histories = history(decisions, successions, '2025-07-01')
  expect(standingOn(histories, 'Sơn Nam', '2025-07-01')?.standing).toBe('again')
  expect(standingOn(histories, 'Hiệp Cường', '2025-07-01')?.reason.vi).toBe(
    'Chỉ nhận một phần Ngọc Thanh, tỷ lệ chưa công bố',
  )
})

test('a split with a known share is re-appraised too, and the share is printed', () => {
  const successions = [{ on: '2025-07-01', fromId: 'A', toId: 'B', share: 0.625 }]
  const step = standingOn(history([decision('A', '2024-01-01')], successions, '2025-07-01'), 'B', '2025-07-01')
  expect(step?.standing).toBe('again')
  expect(step?.reason).toEqual({ vi: 'Chỉ nhận 62,5% của A', en: 'Only 62.5% of A came' })
})

test('units of which none was ever recognised leave nothing to appraise', () => {
  const successions = merge('2025-07-01', 'Nghĩa Dân mới', 'Nghĩa Dân', 'Toàn Thắng')
  expect(standing([], successions, '2025-07-01', 'Nghĩa Dân mới')).toBe('none')
  const lost = [decision('Toàn Thắng', '2023-01-01'), decision('Toàn Thắng', '2024-01-01', { outcome: 'lost' })]
  expect(standing(lost, successions, '2025-07-01', 'Nghĩa Dân mới')).toBe('none')
})

test('what was to be re-appraised stays so through a second merger, and a renaming changes nothing', () => {
  const decisions = [decision('Phú Thịnh', '2023-12-20'), decision('Mai Động', '2023-12-20')]
  const successions = [
    ...merge('2024-12-01', 'Phú Thọ', 'Thọ Vinh', 'Phú Thịnh'),
    ...merge('2025-07-01', 'Đức Hợp mới', 'Phú Thọ', 'Mai Động', 'Đức Hợp'),
    ...merge('2025-08-01', 'Tên khác', 'Đức Hợp mới'),
  ]
  const histories = history(decisions, successions, '2025-08-01')
  expect(standingOn(histories, 'Đức Hợp mới', '2025-07-01')?.reason.vi).toBe(
    '2 trong 3 đơn vị nhập vào chưa được công nhận: Đức Hợp, Phú Thọ (cần đánh giá lại)',
  )
  expect(standingOn(histories, 'Tên khác', '2025-08-01')?.standing).toBe('again')
})

test('a unit that goes on and takes another in is judged with its own standing', () => {
  const decisions = [decision('A', '2024-01-01'), decision('B', '2024-01-01')]
  expect(standing(decisions, merge('2025-01-01', 'A', 'B'), '2025-01-01', 'A')).toBe('recognised')
  expect(standing(decisions.slice(0, 1), merge('2025-01-01', 'A', 'B'), '2025-01-01', 'A')).toBe('again')
})

test('a decision on the day of the merger is about the new unit', () => {
  const decisions = [decision('A', '2024-01-01'), decision('C', '2025-01-01')]
  expect(standing(decisions, merge('2025-01-01', 'C', 'A', 'B'), '2025-01-01', 'C')).toBe('recognised')
})

test('the map tells kept from converted by what the plan asks', () => {
  expect(mapStatus('recognised', 'keep')).toBe('kept')
  expect(mapStatus('recognised', 'convert')).toBe('converted')
  expect(mapStatus('recognised', undefined)).toBe('kept')
  expect(mapStatus('none', 'convert')).toBe('working')
  expect(mapStatus('none', undefined)).toBe('outside')
  expect(mapStatus('expired', 'keep')).toBe('again')
  expect(mapStatus('lost', 'keep')).toBe('lost')
  expect(inheritedAim(['keep', 'convert', undefined])).toBe('convert')
  expect(inheritedAim([undefined, undefined])).toBeUndefined()
})

test('progress counts what is drug-free and leaves an unknown goal empty', () => {
  expect(progressOn(['kept', 'kept', 'converted', 'again', 'outside'], 11)).toEqual({
    total: 5,
    drugFree: 3,
    target: 11,
    kept: 2,
    converted: 1,
  })
  expect(progressOn([], null).target).toBeNull()
})
