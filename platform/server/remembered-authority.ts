// Who asks and what they may, remembered for a moment: somebody who signs forty households a minute is asked for once a
// second. What is taken away here is forgotten at once; what another process takes away holds within that second.

import type { PlainDate } from './clock.ts'
import type { Person, Right } from './rights.ts'
import type { Authority, Db } from './slice.ts'

const believedFor = 1_000
const most = 5_000

export type RememberedAuthority = Authority & {
  /** After anything that may change who is signed in, or what anybody may. */
  forget(): void
}

export function rememberedAuthority(authority: Authority): RememberedAuthority {
  const people = memory<Person | undefined>()
  const rights = memory<readonly Right[]>()
  return {
    personOf: (headers: Headers) => {
      const cookie = headers.get('cookie')
      return cookie ? people.ask(cookie, () => authority.personOf(headers)) : authority.personOf(headers)
    },
    // All that the person holds: what one of their sessions is denied is taken away outside this memory.
    rightsOf: (db: Db, person: Person, today: PlainDate) =>
      rights.ask(`${person.id} ${today}`, () => authority.rightsOf(db, person, today)),
    forget: () => {
      people.forget()
      rights.forget()
    },
  }
}

type Kept<T> = { until: number; answer: Promise<T> }

/** The promise itself is kept, so that many who ask at once are answered by one question; a failure is not kept. */
function memory<T>() {
  let kept = new Map<string, Kept<T>>()
  return {
    ask(key: string, find: () => Promise<T>): Promise<T> {
      const now = performance.now()
      const known = kept.get(key)
      if (known && known.until > now) return known.answer
      if (kept.size >= most) kept = new Map()
      const own = kept
      const answer = find()
      own.set(key, { until: now + believedFor, answer })
      answer.catch(() => own.delete(key))
      return answer
    },
    forget() {
      kept = new Map()
    },
  }
}
