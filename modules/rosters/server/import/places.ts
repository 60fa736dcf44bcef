// The hamlets and communes that a file may name, as they were on the day of the list, found by code or by name.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { unitsById, unitsOn } from '../../../areas/server/public.ts'
import type { Plan } from '../../contract/import.ts'
import type { Fault, FaultCode } from './faults.ts'
import type { Place, PlaceOf } from './judge.ts'

type Named = { id: string; code: string; name: string }
type Hamlet = Named & { communeId: string }
export type Territory = { communes: Named[]; hamlets: Hamlet[] }

export async function territoryOf(db: Db, areaId: string, on: string): Promise<Territory> {
  const [area] = await unitsById(db, [areaId])
  if (!area) return { communes: [], hamlets: [] }
  const communes = area.level === 'commune' ? [area] : await unitsOn(db, { within: areaId, level: 'commune', on })
  const hamlets = await sql<Hamlet>`
    select unit.id, unit.code, unit.name, link.parent_id as "communeId"
    from area_parent link join area_unit unit on unit.id = link.unit_id
    where link.parent_id = any(${communes.map(({ id }) => id)}::uuid[]) and unit.level = 'village'
      and link.valid_from <= ${on}::date and (link.valid_to is null or link.valid_to > ${on}::date)
      and unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to > ${on}::date)
    order by unit.name`.execute(db)
  return { communes, hamlets: hamlets.rows }
}

/** The one place of the whole file, or undefined where it is not of this area. */
export async function fixedPlace(
  db: Db,
  territory: Territory,
  { place, asOf }: Pick<Plan, 'place' | 'asOf'>,
): Promise<Place | undefined> {
  if (place.kind === 'hamlet') {
    const hamlet = territory.hamlets.find(({ id }) => id === place.hamletId)
    return hamlet && { communeId: hamlet.communeId, hamletId: hamlet.id, bodyId: null }
  }
  if (place.kind !== 'body') return undefined
  const found = await sql<{ area_id: string }>`
    select area_id from area_body where id = ${place.bodyId}
      and valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date)`.execute(db)
  const communeId = communeOfUnit(territory, found.rows[0]?.area_id)
  return communeId ? { communeId, hamletId: null, bodyId: place.bodyId } : undefined
}

const communeOfUnit = ({ communes, hamlets }: Territory, unitId: string | undefined): string | undefined =>
  communes.find(({ id }) => id === unitId)?.id ?? hamlets.find(({ id }) => id === unitId)?.communeId

/** Answers for each row; the same words are looked up once. */
export function placesOf(territory: Territory, fixed: Place | undefined, byHamlet: boolean): PlaceOf {
  if (fixed) return () => fixed
  const communes = index(territory.communes)
  const hamletsIn = new Map<string, ReturnType<typeof index<Hamlet>>>()
  for (const { id } of territory.communes)
    hamletsIn.set(id, index(territory.hamlets.filter(({ communeId }) => communeId === id)))
  const [only] = territory.communes.length === 1 ? territory.communes : []
  const find = (commune: string, hamlet: string): Place | Fault => {
    const found = only ?? communes(commune, 'commune')
    if ('fault' in found) return found.fault
    if (!byHamlet) return { communeId: found.id, hamletId: null, bodyId: null }
    const within = hamletsIn.get(found.id)?.(hamlet, 'hamlet')
    if (!within || 'fault' in within) return within?.fault ?? { code: 'hamlet_missing', field: 'hamlet' }
    return { communeId: found.id, hamletId: within.id, bodyId: null }
  }
  const known = new Map<string, Place | Fault>()
  return (commune, hamlet) => {
    const words = `${commune}\n${hamlet}`
    const kept = known.get(words)
    if (kept) return kept
    const answer = find(commune, hamlet)
    if (known.size < 50_000) known.set(words, answer)
    return answer
  }
}

function index<U extends Named>(units: readonly U[]) {
  const byWord = new Map<string, U[]>()
  const add = (word: string, unit: U) => {
    const others = byWord.get(word) ?? []
    if (word !== '' && !others.includes(unit)) byWord.set(word, [...others, unit])
  }
  for (const unit of units) {
    add(`code ${unit.code}`, unit)
    add(nameKey(unit.name), unit)
    add(bareName(unit.name), unit)
  }
  return (words: string, kind: 'commune' | 'hamlet'): U | { fault: Fault } => {
    const fault = (code: FaultCode) => ({ fault: { code, field: kind, values: { given: words } } as Fault })
    if (words === '') return fault(`${kind}_missing`)
    // The whole name before the bare one: “Thôn 1” and “Tổ dân phố 1” may both be there.
    for (const word of [`code ${words}`, nameKey(words), bareName(words)]) {
      const found = byWord.get(word)
      if (found?.length === 1) return found[0] as U
      if (found && found.length > 1) return fault(`${kind}_ambiguous`)
    }
    return fault(`${kind}_unknown`)
  }
}

/** “Thôn Bãi Sậy”, “T. Bãi Sậy” and “bãi sậy” are one; “Tổ dân phố số 3” and “TDP 3” too. */
const bareName = (name: string): string =>
  nameKey(name)
    .replace(/[.,()-]+/g, ' ')
    .replace(
      /^(thon|to dan pho|khu dan cu|khu pho|tdp|kdc|xom|ap|ban|lang|khu|to|t|xa|phuong|thi tran|tt|p|x)\s+(?=\S)/,
      '',
    )
    .replace(/^so\s+(?=\d)/, '')
    .replace(/\s+/g, ' ')
    .trim()
