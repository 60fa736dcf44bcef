// Where whoever holds the phone may take signatures: places in reach, and the own body of whoever heads one.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { ListOwnPlaces, ListPlaces } from '../../contract/places.ts'
import { ask, problemOf } from './wire.ts'

/** `own`: only as the head of that body. */
export type Place = OutputOf<typeof ListPlaces>['places'][number] & { own?: boolean }
type Told = Omit<OutputOf<typeof ListPlaces>, 'places'> & { places: Place[] }

export async function askPlaces(): Promise<Told> {
  const told = await ask(ListPlaces, {}).catch((fault: unknown) => {
    if (problemOf(fault)?.code !== 'platform.not_allowed') throw fault
    return undefined
  })
  if (told && !told.may.own) return told
  const { places = [], may = { decide: false, settle: false, own: true } } = told ?? {}
  const known = new Set(places.map(({ id }) => id))
  const own = (await ask(ListOwnPlaces, {})).places.filter(({ id }) => !known.has(id))
  return { places: [...places, ...own.map((place) => ({ ...place, own: true }))], may }
}
