// What a check may look at: the course at the moment of the event without it, what is recorded later, and a place for warnings.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { cited } from '../../../../rules/law/deadline.ts'
import { dayOf, type Moment } from '../../../../rules/law/moment.ts'
import type { EventKind, EventOf, FileEvent } from '../../events.ts'
import { type Course, periodAt } from '../course.ts'
import { type AgeGroup, sparedOn } from '../facts.ts'
import { sparedBy } from '../protections.ts'
import { type Refused, refused } from './faults.ts'

export type Judging = {
  course: Course
  /** Recorded of later moments. */
  later: readonly FileEvent[]
  age: AgeGroup
  /** The law of 2025 is in force at its moment. */
  isNew: boolean
  warn: (words: Bilingual) => void
}

export type Checks = { [K in EventKind]?: (judging: Judging, event: EventOf<K> & FileEvent) => Refused | undefined }
export type Check = (judging: Judging, event: FileEvent) => Refused | undefined

/** A ground that is recorded only for later makes it dated before its ground; one that is not recorded at all is missing. */
export function needs(
  { course, later }: Judging,
  is: (event: FileEvent) => boolean,
  article: Bilingual,
  since = '',
): Refused | undefined {
  if (course.events.some((event) => event.at >= since && is(event))) return undefined
  const after = later.find(is)
  return after ? refused('before_its_ground', article, after.id) : refused('no_ground', article)
}

/** The same, but a ground that is not recorded at all is only asked about: older files come without it. */
export function wants(
  judging: Judging,
  is: (event: FileEvent) => boolean,
  article: Bilingual,
  since = '',
): Refused | undefined {
  const found = needs(judging, is, article, since)
  if (found?.fault !== 'no_ground') return found
  judging.warn({ vi: `Chưa ghi căn cứ (${article.vi}).`, en: `Its ground is not recorded (${article.en}).` })
  return undefined
}

export const law = (article: string): Bilingual => cited(`Luật, Điều ${article}`)
export const decree = (article: string): Bilingual => cited(`Nghị định, Điều ${article}`)

/** Whether the law spares this person on that day from being taken away: then by which article. */
export function protects({ course }: Judging, at: Moment): Refused | undefined {
  const reason = sparedOn(course.facts, dayOf(at), course.law)
  return reason && refused('protected', sparedBy(reason, periodAt(at)))
}
