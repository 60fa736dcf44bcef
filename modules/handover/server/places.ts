// Where a commune of any day lies today: renamed and merged ones are followed; where one was divided a person chooses.

import { refuse } from '../../../platform/contract/refusal.ts'
import { unitNames } from '../../../platform/contract/unit-name.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { heirsOn, type Unit, unitsById } from '../../areas/server/public.ts'
import { handOverRefusals } from '../contract.ts'

/** The one commune that holds the territory of this one today. */
export async function followed(db: Db, unitId: string, today: string): Promise<{ asked: Unit; to: Unit }> {
  const [asked] = await unitsById(db, [unitId])
  if (asked?.level !== 'commune') throw refuse(handOverRefusals.not_a_commune)
  const heirs = await heirsOn(db, asked, today)
  const [to, ...others] = heirs
  if (!to) throw refuse(handOverRefusals.gone, { unit: unitNames(asked) })
  if (others.length > 0) throw refuse(handOverRefusals.divided, { unit: unitNames(asked), heirs: namesOf(heirs) })
  return { asked, to }
}

const namesOf = (units: readonly Unit[]) => {
  const all = units.map(unitNames)
  return { vi: all.map(({ vi }) => vi).join(', '), en: all.map(({ en }) => en).join(', ') }
}
