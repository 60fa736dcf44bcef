// The points at which the law can be read in more than one way, as data. The engine takes the answers; a person who may decide
// about them changes them; whatever rests on one of them says so.

import type { HolidayYear } from '../calendar/vietnam.ts'
import { openAboutDossiers } from './choices/dossiers.ts'
import type { LawPoint } from './choices/point.ts'
import { openAboutRehabilitation } from './choices/rehabilitation.ts'
import { openAboutUsers } from './choices/users.ts'

export const lawPoints = { ...openAboutUsers, ...openAboutRehabilitation, ...openAboutDossiers }

export type LawPointId = keyof typeof lawPoints
type Answers = { [P in LawPointId]: (typeof lawPoints)[P] extends LawPoint<infer Answer> ? Answer : never }
/** One answer for each open point, and the years of holidays that were entered beside those of the product. */
export type LawChoices = Answers & { holidays?: readonly HolidayYear[] }

const ids = Object.keys(lawPoints) as LawPointId[]

/** Each answer as given, or its default where none is given or where the given one is none of the answers. */
export function lawChoicesOf(
  given: { readonly [P in LawPointId]?: string } = {},
  holidays: readonly HolidayYear[] = [],
): LawChoices {
  const chosen = (id: LawPointId): string => {
    const answer = given[id]
    return answer !== undefined && Object.hasOwn(lawPoints[id].answers, answer) ? answer : lawPoints[id].byDefault
  }
  const answers = Object.fromEntries(ids.map((id) => [id, chosen(id)])) as Answers
  return holidays.length > 0 ? { ...answers, holidays } : answers
}

export const defaultLaw: LawChoices = lawChoicesOf()
