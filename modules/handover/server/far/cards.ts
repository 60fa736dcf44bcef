// Cards: ours, signed by the keys that it names; and one that was brought, which says who somebody is and is believed only once
// its code was compared by telephone.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { type Unit, unitsById, unitsOn } from '../../../areas/server/public.ts'
import { farRefusals as no } from '../../contract.ts'
import { CardHeader, mostServed, type Place } from '../../rules/far/headers.ts'
import { carriedIn, headerIn } from './carried.ts'
import { fingerprint, isSignedBy, sealFor, signedFile } from './crypto.ts'
import type { Installation, OurKey } from './installation.ts'

/** The communes of a unit today, or the one that it is. */
export async function communesOf(db: Db, servesId: string, today: string): Promise<{ unit: Unit; communes: Place[] }> {
  const [unit] = await unitsById(db, [servesId])
  if (!unit) throw refuse(no.serves_nothing)
  const all = unit.level === 'commune' ? [unit] : await unitsOn(db, { within: unit.id, level: 'commune', on: today })
  const communes = all
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today))
    .map(({ code, name, type }) => ({ code, name, type }))
  if (communes.length === 0 || communes.length > mostServed) throw refuse(no.serves_nothing)
  return { unit, communes }
}

export const cardOf = ({ id, name }: Installation, { pairs }: OurKey, serves: Place[], now: Date): string =>
  signedFile(pairs, 'card', {
    ...{ installation: id, name },
    box: pairs.boxPublic.toString('base64'),
    sign: pairs.signPublic.toString('base64'),
    ...{ madeAt: now.toISOString(), serves },
  } satisfies CardHeader).toString()

export type Card = CardHeader & { key: string; boxKey: Buffer; signKey: Buffer; text: string }

/** Has its shape and bears its own signature; whose it is, it does not prove. */
export function readCard(bytes: Uint8Array): Card {
  const carried = carriedIn(bytes)
  if (carried.kind !== 'card') throw refuse(no.far_other_kind, { kind: carried.kind })
  const header = headerIn(CardHeader, carried)
  const [boxKey, signKey] = [Buffer.from(header.box, 'base64'), Buffer.from(header.sign, 'base64')]
  if (!isSignedBy(signKey, carried.signed, carried.signature) || !sealsFor(boxKey)) throw refuse(no.card_forged)
  const key = fingerprint(header.installation, boxKey, signKey)
  return { ...header, key, boxKey, signKey, text: Buffer.from(bytes).toString() }
}

/** A key to which anything sealed would be open to everybody is none. */
function sealsFor(boxKey: Buffer): boolean {
  try {
    return sealFor(boxKey, Buffer.alloc(1), 'card').sealed.length > 0
  } catch {
    return false
  }
}

/** Name and communes of a card that is trusted: what it no longer names it served until today. */
export async function applyCard(files: Db, { installation, name, serves }: CardHeader, today: string): Promise<void> {
  await sql`update handover.correspondent set name = ${name} where id = ${installation}`.execute(files)
  const codes = serves.map(({ code }) => code)
  await sql`update handover.served set valid_to = ${today}::date
    where correspondent_id = ${installation} and valid_to is null and code <> all(${codes})`.execute(files)
  await sql`
    insert into handover.served (correspondent_id, code, valid_from, name, type, name_key)
    select ${installation}, code, ${today}::date, name, type, key
    from unnest(${codes}::text[], ${serves.map((each) => each.name)}::text[], ${serves.map(({ type }) => type)}::text[],
      ${serves.map((each) => nameKey(each.name))}::text[]) as each (code, name, type, key)
    where not exists (select from handover.served old where old.correspondent_id = ${installation} and old.code = each.code and old.valid_to is null)
    on conflict (correspondent_id, code, valid_from) do update set valid_to = null, name = excluded.name, type = excluded.type,
      name_key = excluded.name_key`.execute(files)
}
