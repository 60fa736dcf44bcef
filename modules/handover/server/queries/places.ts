// Communes by a name, of today and of before, each with who holds its territory today.

import { answers } from '../../../../platform/server/slice.ts'
import { communesNamed, heirsOn, type Unit } from '../../../areas/server/public.ts'
import { insideFiles } from '../../../cases/server/public.ts'
import { FindPlaces } from '../../contract.ts'
import { servedNamed } from '../far/correspondents.ts'

const most = 12

export const findPlaces = answers(FindPlaces, async ({ db, person, today }, { communeId, text }) => {
  const found = await communesNamed(db, text, today, most + 1)
  const units = await Promise.all(
    found.slice(0, most).map((unit) => (isOver(unit, today) ? heirsOn(db, unit, today) : [unit])),
  )
  const rows = found.slice(0, most).map((unit, at) => ({
    unit: shown(unit),
    within: unit.within,
    until: isOver(unit, today) ? unit.validTo : null,
    heirs: (units[at] ?? []).map((heir) => ({ ...shown(heir), code: heir.code })),
  }))
  const heirs = found
    .slice(0, most)
    .flatMap((unit, at) =>
      (units[at] ?? []).map(({ code }) => ({ code, formerly: isOver(unit, today) ? unit.name : null })),
    )
  const way = { communeId, readerId: person?.id ?? '', purpose: 'list' }
  const codes = heirs.map(({ code }) => code)
  const far = await insideFiles(db, way, (files) => servedNamed(files, { text, codes, on: today, most: most + 1 }))
  return {
    rows,
    far: far.slice(0, most).map((place) => ({
      ...place,
      // Found by its own name it needs no other.
      formerly: heirs.find(({ code }) => code === place.code)?.formerly ?? null,
    })),
    more: found.length > most || far.length > most,
  }
})

const isOver = ({ validTo }: Unit, today: string): boolean => validTo !== null && validTo <= today
const shown = ({ id, name, type }: Unit) => ({ id, name, type })
