// Communes by a name, of today and of before, each with who holds its territory today.

import { answers, type Db } from '../../../../platform/server/slice.ts'
import { communesNamed, heirsOn, type Unit } from '../../../areas/server/public.ts'
import { FindPlaces } from '../../contract.ts'

const most = 12

export const findPlaces = answers(FindPlaces, async ({ db, today }, { text }) => {
  const found = await communesNamed(db, text, today, most + 1)
  const rows = await Promise.all(
    found.slice(0, most).map(async (unit) => ({
      unit: shown(unit),
      within: unit.within,
      until: isOver(unit, today) ? unit.validTo : null,
      heirs: isOver(unit, today) ? (await heirsOf(db, unit, today)).map(shown) : [shown(unit)],
    })),
  )
  return { rows, more: found.length > most }
})

const heirsOf = (db: Db, unit: Unit, today: string) => heirsOn(db, unit, today)
const isOver = ({ validTo }: Unit, today: string): boolean => validTo !== null && validTo <= today
const shown = ({ id, name, type }: Unit) => ({ id, name, type })
