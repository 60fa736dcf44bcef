// What lists write in words, read as what it means: where somebody stands, who decided, the sex. Pure.

import { nameKey } from '../../../platform/contract/name-key.ts'
import { type Decider, deciders } from '../../../rules/law/deciders.ts'
import { type ListedStatus, listedStatuses } from '../events.ts'
import { statusNames } from '../rules/life.ts'

const plain = (text: string): string =>
  nameKey(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The words of the template: each stands for itself, whatever else a list may call it. */
export const statusWords: Record<ListedStatus, string> = {
  managed: 'Đang quản lý',
  addict: 'Người nghiện',
  home: 'Cai nghiện tại gia đình, cộng đồng',
  private: 'Cai nghiện tại cơ sở tư nhân',
  public: 'Cai nghiện tự nguyện tại cơ sở công lập',
  'reform-school': 'Cai nghiện tại trường giáo dưỡng',
  substitution: 'Điều trị thay thế',
  compulsory: 'Cai nghiện bắt buộc',
  after: 'Quản lý sau cai',
}

/** The first that fits wins: what is said more exactly stands before. */
const statusHints: readonly [RegExp, ListedStatus][] = [
  [/sau cai/, 'after'],
  [/thay the|methadon|buprenorphin|suboxon/, 'substitution'],
  [/bat buoc/, 'compulsory'],
  [/giao duong/, 'reform-school'],
  [/tu nhan/, 'private'],
  [/tai nha|gia dinh|cong dong/, 'home'],
  [/cong lap|tu nguyen|co so|trung tam/, 'public'],
  [/quan ly|su dung/, 'managed'],
  [/nghien/, 'addict'],
]

export function statusSaid(text: string): ListedStatus | undefined {
  const words = plain(text)
  const named = listedStatuses.find((id) => words === plain(statusWords[id]) || words === plain(statusNames[id].en))
  return named ?? statusHints.find(([hint]) => hint.test(words))?.[1]
}

const deciderHints: readonly [RegExp, Decider][] = [
  [/toa an.*(huyen|quan\b|thi xa|thanh pho)|tand.*(huyen|tx\b|tp\b)/, 'district-court'],
  [/toa an|tand/, 'regional-court'],
  [/pho truong cong an|pho truong ca/, 'police-deputy'],
  [/giam doc cong an|cong an tinh|ca tinh/, 'provincial-police'],
  [/truong cong an|cong an (xa|phuong|thi tran|dac khu)|^ca (xa|phuong|tt)/, 'police-head'],
  [/(chu tich )?(ubnd|uy ban nhan dan)( cap)? (huyen|quan|thi xa|thanh pho)/, 'district-chair'],
  [/chu tich|ubnd|uy ban nhan dan/, 'chair'],
  [/dieu tri thay the|methadon|co so dieu tri/, 'treatment-facility'],
  [/co so cai nghien|trung tam cai nghien|giao duong/, 'centre'],
  [/y te|benh vien|phong kham/, 'health-facility'],
]

export function deciderSaid(text: string): Decider | undefined {
  const words = plain(text)
  const named = (Object.keys(deciders) as Decider[]).find(
    (id) => words === plain(deciders[id].vi) || words === plain(deciders[id].en),
  )
  return named ?? deciderHints.find(([hint]) => hint.test(words))?.[1]
}

/** Null where nothing stands, undefined where it is not understood. */
export function sexSaid(text: string): 'male' | 'female' | 'other' | null | undefined {
  const word = plain(text)
  if (word === '') return null
  if (word === 'nam' || word === 'male' || word === 'm') return 'male'
  if (word === 'nu' || word === 'female' || word === 'f') return 'female'
  return word === 'khac' || word === 'other' ? 'other' : undefined
}

/** A day as people write it (31/12/1980, 31-12-80 not: the century would be guessed); undefined where it is none. */
export function daySaid(text: string): string | undefined {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = written
    ? `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}`
    : /^(\d{4}-\d{2}-\d{2})(T00:00(:00(\.0+)?)?)?$/.exec(text)?.[1]
  if (!iso) return undefined
  const day = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === iso ? iso : undefined
}
