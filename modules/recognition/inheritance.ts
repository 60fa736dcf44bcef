// What a unit inherits from those that it was formed of. Equal drug-free units hand their standing over; a merger of
// unequal ones, or a part whose share is unknown, leaves the new unit to be re-appraised, and the reason says which.

import type { Bilingual } from '../../platform/contract/words.ts'
import type { Standing, Step } from './standing.ts'

/** What one unit received on one day. */
export type Merge = { on: string; toId: string; parts: readonly { fromId: string; share: number | null }[] }

type Part = { fromId: string; share: number | null; name: string; last: Step | undefined; standing: Standing }

/** The step of the unit that came to be; undefined where nothing was ever decided about any part of it. */
export function inheritedStep(
  merge: Merge,
  lastOf: (areaId: string) => Step | undefined,
  nameOf: (areaId: string) => string,
): Step | undefined {
  const parts = partsOf(merge, lastOf, nameOf)
  if (parts.every((part) => part.standing === 'none')) return undefined
  const step = { areaId: merge.toId, on: merge.on, cause: 'succession' as const }
  const whole = parts.every((part) => part.share === 1)
  const first = parts[0]!
  if (whole && parts.length === 1)
    return { ...step, ...kept(first.last), standing: first.standing, reason: renamed(first.name) }
  if (whole && parts.every((part) => part.standing === 'recognised'))
    return { ...step, ...earliestEnd(parts), standing: 'recognised', reason: allRecognised(parts) }
  // Where nothing drug-free came in, there is nothing to appraise again.
  const atStake = parts.some((part) => part.standing !== 'none' && part.standing !== 'lost')
  return { ...step, standing: atStake ? 'again' : 'none', reason: unequal(parts) }
}

// A unit that goes on existing and takes others in brings its own standing with it.
function partsOf(
  merge: Merge,
  lastOf: (areaId: string) => Step | undefined,
  nameOf: (areaId: string) => string,
): Part[] {
  const given = merge.parts.some((part) => part.fromId === merge.toId)
  const own = lastOf(merge.toId)
  const all = own && !given ? [...merge.parts, { fromId: merge.toId, share: 1 }] : merge.parts
  return all
    .map((part): Part => {
      const last = lastOf(part.fromId)
      return { ...part, name: nameOf(part.fromId), last, standing: last?.standing ?? 'none' }
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'vi'))
}

const kept = (last: Step | undefined): Partial<Step> => ({
  ...(last?.validTo ? { validTo: last.validTo } : {}),
  ...(last?.decisionId ? { decisionId: last.decisionId } : {}),
})

function earliestEnd(parts: readonly Part[]): Partial<Step> {
  const ends = parts.flatMap((part) => part.last?.validTo ?? []).sort()
  return ends[0] ? { validTo: ends[0] } : {}
}

const renamed = (name: string): Bilingual => ({
  vi: `Tiếp nối nguyên vẹn ${name}, tình trạng giữ nguyên`,
  en: `Takes over all of ${name}; its standing goes on`,
})

const namesOf = (parts: readonly Part[]): string => parts.map((part) => part.name).join(', ')

function allRecognised(parts: readonly Part[]): Bilingual {
  const names = namesOf(parts)
  return parts.length === 2
    ? {
        vi: `Cả hai đơn vị nhập vào đều đã được công nhận: ${names}`,
        en: `Both units merged into it were recognised: ${names}`,
      }
    : {
        vi: `Cả ${parts.length} đơn vị nhập vào đều đã được công nhận: ${names}`,
        en: `All ${parts.length} units merged into it were recognised: ${names}`,
      }
}

function unequal(parts: readonly Part[]): Bilingual {
  const missing = parts.filter((part) => part.standing !== 'recognised')
  const partial = parts.filter((part) => part.share !== 1)
  const sentences: Bilingual[] = []
  if (missing.length > 0 && parts.length === 1) sentences.push(single(missing[0]!))
  else if (missing.length > 0)
    sentences.push({
      vi: `${missing.length} trong ${parts.length} đơn vị nhập vào chưa được công nhận: ${named(missing, 'vi')}`,
      en: `${missing.length} of the ${parts.length} units merged into it ${missing.length === 1 ? 'is' : 'are'} not recognised: ${named(missing, 'en')}`,
    })
  for (const part of partial) sentences.push(partly(part))
  const joined = (language: 'vi' | 'en'): string => capital(sentences.map((each) => each[language]).join('; '))
  return { vi: joined('vi'), en: joined('en') }
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

const single = (part: Part): Bilingual => ({
  vi: `${part.name} chưa được công nhận`,
  en: `${part.name} is not recognised`,
})

function partly(part: Part): Bilingual {
  if (part.share === null)
    return {
      vi: `chỉ nhận một phần ${part.name}, tỷ lệ chưa công bố`,
      en: `only a part of ${part.name} came, its share is not published`,
    }
  const percent = Math.round(part.share * 1000) / 10
  return {
    vi: `chỉ nhận ${String(percent).replace('.', ',')}% của ${part.name}`,
    en: `only ${percent}% of ${part.name} came`,
  }
}

const notes: Partial<Record<Standing, Bilingual>> = {
  again: { vi: 'cần đánh giá lại', en: 'to be re-appraised' },
  expired: { vi: 'hết hạn công nhận', en: 'recognition ran out' },
  lost: { vi: 'không còn được công nhận', en: 'no longer recognised' },
}

function named(parts: readonly Part[], language: 'vi' | 'en'): string {
  return parts
    .map((part) => {
      const note = notes[part.standing]
      return note ? `${part.name} (${note[language]})` : part.name
    })
    .join(', ')
}
