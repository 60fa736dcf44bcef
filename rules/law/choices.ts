// The points at which the law can be read in more than one way, as data. The engine takes the answers; a person who may decide
// about them changes them; whatever rests on one of them says so.

import { openAboutDossiers } from './choices/dossiers.ts'
import type { LawPoint } from './choices/point.ts'
import { openAboutRehabilitation } from './choices/rehabilitation.ts'
import { openAboutUsers } from './choices/users.ts'

export const lawPoints = { ...openAboutUsers, ...openAboutRehabilitation, ...openAboutDossiers }

export type LawPointId = keyof typeof lawPoints
/** One answer for each open point. */
export type LawChoices = {
  [P in LawPointId]: (typeof lawPoints)[P] extends LawPoint<infer Answer> ? Answer : never
}

const ids = Object.keys(lawPoints) as LawPointId[]

/** Each answer as given, or its default where none is given or where the given one is none of the answers. */
export function lawChoicesOf(given: { readonly [P in LawPointId]?: string } = {}): LawChoices {
  const chosen = (id: LawPointId): string => {
    const answer = given[id]
    return answer !== undefined && Object.hasOwn(lawPoints[id].answers, answer) ? answer : lawPoints[id].byDefault
  }
  return Object.fromEntries(ids.map((id) => [id, chosen(id)])) as LawChoices
}

export const defaultLaw: LawChoices = lawChoicesOf()
