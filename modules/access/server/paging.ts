// A place in a list ordered by a name and an id: what comes after it is the next page.

import * as z from 'zod/mini'
import { platformRefusals, Refusal } from '../../../platform/contract/refusal.ts'

const Place = z.tuple([z.string(), z.uuid()])
export type Place = z.output<typeof Place>

export const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url')

export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw new Refusal(platformRefusals.invalid_input, { field: 'cursor' })
  }
}

/** One row more than asked for tells whether there is a next page. */
export function pageOf<Row>(rows: readonly Row[], limit: number, place: (row: Row) => Place) {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? cursorOf(place(last)) : null }
}
