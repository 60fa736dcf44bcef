// Too much at once: programs are told the seconds to wait, a person the wait as people tell it.

import { platformRefusals, type Refusal, refuse } from '../contract/refusal.ts'
import type { Bilingual } from '../contract/words.ts'

/** The refusal to throw; its seconds also go into the `Retry-After` of the answer. */
export const tooMany = (seconds: number): Refusal =>
  refuse(platformRefusals.too_many, { seconds, wait: waitOf(seconds) })

/** Whole minutes, rounded up; seconds below one minute. */
function waitOf(seconds: number): Bilingual {
  const [count, vi, en] = seconds < 60 ? [seconds, 'giây', 'second'] : [Math.ceil(seconds / 60), 'phút', 'minute']
  return { vi: `${count} ${vi}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}
