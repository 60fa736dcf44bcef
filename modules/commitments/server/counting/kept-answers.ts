// Answers as they were given, until something they were made of has moved. A province that looks at its coverage all day
// asks one small question each time; who may see how much is part of the name under which an answer is kept.

import { keepAsAnswer } from '../../../../platform/server/kept-answer.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import type { Pulse } from './pulse.ts'

const mostKept = 300
/** Silent phones are told by the clock, which moves no pulse. */
const longest = 60_000

type Kept = { stamp: string; at: number; answer: unknown }
const kept = new Map<string, Kept>()

export async function keptAnswer<T extends object>(
  pulse: Pulse,
  scope: Scope,
  question: unknown,
  now: Date,
  workOut: () => Promise<T>,
): Promise<T> {
  if (pulse.writing) return workOut()
  const reach = scope.everywhere ? '*' : [...scope.roots].sort().join()
  const key = `${reach} ${JSON.stringify(question)}`
  const stamp = [
    pulse.stamp,
    pulse.rosters,
    pulse.territory,
    ...[...pulse.beats].map(([slot, beats]) => `${slot}:${beats}`).sort(),
  ].join()
  const known = kept.get(key)
  if (known?.stamp === stamp && Math.abs(now.getTime() - known.at) < longest) return known.answer as T
  const answer = keepAsAnswer(await workOut())
  kept.delete(key)
  kept.set(key, { stamp, at: now.getTime(), answer })
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
  return answer
}
