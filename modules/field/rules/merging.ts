// Three people, one fact: what whoever corrects had seen, what stands on record now, what they say it is. Different facts never
// meet here, so changes of different facts always both stand.

import type { Fact } from '../contract/correct.ts'

export type Verdict =
  | { outcome: 'same'; reason: 'stands_so_already' }
  | { outcome: 'taken'; reason: 'nobody_changed_it' }
  | { outcome: 'conflict'; reason: 'changed_elsewhere' | 'office_decides' }

/** `decides`: whether this person may say on their own that somebody is no longer asked to sign. */
export function judgeChange(
  { field, base, value }: { field: string; base: Fact; value: Fact },
  record: Fact,
  decides: boolean,
): Verdict {
  if (sameFact(record, value)) return { outcome: 'same', reason: 'stands_so_already' }
  if (!sameFact(record, base)) return { outcome: 'conflict', reason: 'changed_elsewhere' }
  if (field === 'ended' && !decides) return { outcome: 'conflict', reason: 'office_decides' }
  return { outcome: 'taken', reason: 'nobody_changed_it' }
}

/** Typed on two phones, the same name may be stored in two ways of writing its marks. */
export const sameFact = (one: Fact, other: Fact): boolean => plain(one) === plain(other)
const plain = (fact: Fact): Fact => (typeof fact === 'string' ? fact.normalize('NFC').trim() : fact)
