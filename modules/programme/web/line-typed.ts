// A target as it is typed in a form, and reading it into the input of the operations.

import type { InputOf, OutputOf } from '../../../platform/contract/operation.ts'
import { unitNames } from '../../../platform/contract/unit-name.ts'
import type { Language } from '../../../platform/contract/words.ts'
import { readNumber, writeNumber } from '../../../platform/web/number.ts'
import type { AmendPlan, PlanDraft } from '../contract.ts'

export type Draft = OutputOf<typeof PlanDraft>
export type Line = Draft['lines'][number]
export type LineInput = Extract<InputOf<typeof AmendPlan>['changes'][number], { what: 'add' }>['line']
export type Kind = LineInput['kind']

/** One change as it is kept in the draft; `key` names it in the list. */
export type Change =
  | { what: 'add'; key: string; line: LineInput }
  | { what: 'change'; key: string; lineId: string; line: LineInput }
  | { what: 'remove'; key: string; lineId: string }

export const unitOf = (kind: Kind): LineInput['unit'] =>
  kind === 'bodies-standard' || kind === 'commitments' ? 'share' : 'count'

export const isUnit = (kind: Kind): boolean => kind === 'area-keep' || kind === 'area-convert'

export type Typed = {
  kind: Kind
  areaId: string
  groupId: string
  titleVi: string
  titleEn: string
  baseline: string
  value: string
  dueOn: string
}

export function typedOf(line: LineInput | Line, language: Language): Typed {
  const percent = line.unit === 'share' ? 100 : 1
  const show = (value: number | null | undefined): string =>
    writeNumber(typeof value === 'number' ? Math.round(value * percent * 1000) / 1000 : null, language)
  return {
    kind: line.kind,
    areaId: line.areaId,
    groupId: line.groupId ?? '',
    titleVi: line.titleVi,
    titleEn: line.titleEn,
    baseline: show(line.baseline),
    value: show(line.value),
    dueOn: line.dueOn,
  }
}

/** The line that was typed; a name that was left out is the suggested one. Undefined while a field is missing. */
export function lineOf(typed: Typed, suggested: { vi: string; en: string }, language: Language): LineInput | undefined {
  const unit = unitOf(typed.kind)
  const divide = unit === 'share' ? 100 : 1
  const value = isUnit(typed.kind) ? 1 : (readNumber(typed.value, language) ?? Number.NaN)
  const baseline = readNumber(typed.baseline, language)
  if (!(value > 0) || Number.isNaN(baseline) || !typed.areaId || !typed.dueOn) return undefined
  if (typed.kind === 'commitments' && !typed.groupId) return undefined
  return {
    kind: typed.kind,
    areaId: typed.areaId,
    ...(typed.kind === 'commitments' ? { groupId: typed.groupId } : {}),
    titleVi: typed.titleVi.trim() || suggested.vi,
    titleEn: typed.titleEn.trim() || suggested.en,
    ...(baseline === null ? {} : { baseline: baseline / divide }),
    value: value / divide,
    unit,
    dueOn: typed.dueOn,
  }
}

type Named = { type: string; name: string } | undefined
/** The name that a target gets when none is typed. */
export function suggestedTitle(
  typed: Typed,
  unit: Named,
  group: { vi: string; en: string } | undefined,
): { vi: string; en: string } {
  const place = unit ? unitNames(unit) : { vi: '…', en: '…' }
  const value = typed.value || '…'
  switch (typed.kind) {
    case 'area-keep':
      return { vi: `Giữ vững ${place.vi} không ma túy`, en: `Keep ${place.en} drug-free` }
    case 'area-convert':
      return { vi: `Chuyển hóa ${place.vi} thành không ma túy`, en: `Convert ${place.en} to drug-free` }
    case 'areas-drug-free':
      return { vi: `${value} địa bàn không ma túy`, en: `${value} drug-free areas` }
    case 'bodies-standard':
      return {
        vi: `${value}% cơ quan, đơn vị, trường học đạt chuẩn`,
        en: `${value}% of agencies, units and schools meet the standard`,
      }
    case 'commitments':
      return {
        vi: `${value}% ${(group?.vi ?? '…').toLowerCase()} ký cam kết`,
        en: `${value}% of ${(group?.en ?? '…').toLowerCase()} sign`,
      }
  }
}
