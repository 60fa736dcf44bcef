// What the office does with devices: see them, and order a lost one to wipe itself.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListDevices, OrderWipe } from '../../contract/devices.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { expiryFrom, stateOf } from '../../rules/device.ts'
import { countConflicts } from '../correct/settle.ts'
import { countKept } from '../kept/list.ts'
import { type Device, deviceColumns } from './known.ts'

/** A device is where its copies are; one that has pulled nothing yet is where its person has rights. */
const placesOf = sql`(
  select unit_id as area_id from field_copy copy where copy.device_id = device.id
  union select granted.area_id from access_grant granted where granted.person_id = device.person_id
    and granted.area_id is not null and granted.revoked_on is null
    and not exists (select 1 from field_copy copy where copy.device_id = device.id))`

type Row = Device & {
  personName: string
  wipeReason: string
  orderedBy: string | null
  copies: { id: string; name: string; pulledAt: string }[] | null
  replaces: { name: string; seenAt: string; waiting: number } | null
}

export const listDevices: Handler = answers(ListDevices, async ({ db, scope, scopeFor, now }) => {
  const decides = scopeFor('commitments.decide')
  const { rows } = await sql<Row>`
    select ${deviceColumns}, person.name as "personName", device.wipe_reason as "wipeReason", orderer.name as "orderedBy", (
      select json_agg(json_build_object('id', copy.place_id, 'name', coalesce(body.name, unit.name), 'pulledAt', copy.pulled_at)
        order by coalesce(body.name, unit.name))
      from field_copy copy join area_unit unit on unit.id = copy.unit_id left join area_body body on body.id = copy.body_id
      where copy.device_id = device.id and ${within(scope, sql.ref('copy.unit_id'))}) as copies,
      case when before.id is not null then json_build_object('name', before.name, 'seenAt', before.seen_at, 'waiting', before.waiting)
        end as replaces
    from field_device device join person on person.id = device.person_id
    left join person orderer on orderer.id = device.wipe_ordered_by
    left join field_device before on before.id = device.replaces_id
    where ${scope.everywhere} or exists (select 1 from ${placesOf} place where ${within(scope, sql.ref('place.area_id'))})
    order by device.seen_at desc, device.id limit 1000`.execute(db)
  return {
    devices: rows.map((row) => ({
      id: row.id,
      name: row.name,
      person: { id: row.personId, name: row.personName },
      state: stateOf(row, now),
      seenAt: row.seenAt,
      expiresAt: expiryFrom(new Date(row.seenAt)),
      waiting: row.waiting,
      replaces: row.replaces,
      wipe: row.wipeOrderedAt ? { at: row.wipeOrderedAt, by: row.orderedBy ?? '', reason: row.wipeReason } : null,
      wipedAt: row.wipedAt,
      copies: row.copies ?? [],
    })),
    kept: await countKept(db, decides),
    conflicts: await countConflicts(db, scopeFor('rosters.manage')),
    may: { decide: decides.everywhere || decides.roots.length > 0 },
  }
})

export const orderWipe: Handler = carriesOut(
  OrderWipe,
  async ({ db, person, now }, { deviceId, wipe, reason }) => {
    if (wipe && !reason) throw refuse(fieldRefusals.reason_needed, {}, 'reason')
    const { rows } = await sql<{ ordered: string | null; wiped: string | null }>`
      select wipe_ordered_at as ordered, wiped_at as wiped from field_device where id = ${deviceId} for update`.execute(
      db,
    )
    if (!wipe && rows[0]?.wiped) throw refuse(fieldRefusals.already_wiped)
    await sql`
      update field_device set wipe_ordered_at = ${wipe ? (rows[0]?.ordered ?? now) : null},
        wipe_ordered_by = ${wipe ? person.id : null}, wipe_reason = ${wipe ? reason : ''} where id = ${deviceId}`.execute(
      db,
    )
    return {
      answer: { deviceId },
      audit: {
        subject: `field-device:${deviceId}`,
        before: { wipe: Boolean(rows[0]?.ordered) },
        after: { wipe, reason },
      },
    }
  },
  ({ db, scope }, { deviceId }) => placeWithin(db, scope, deviceId),
)

/** One place of the device that lies in reach is enough: whoever answers for one of its hamlets may save it. */
async function placeWithin(db: Db, scope: Scope, deviceId: string): Promise<string | readonly string[] | undefined> {
  const { rows } = await sql<{ area_id: string | null }>`
    select place.area_id from field_device device left join lateral ${placesOf} place on ${within(scope, sql.ref('place.area_id'))}
    where device.id = ${deviceId} limit 1`.execute(db)
  if (!rows[0]) return undefined
  return rows[0].area_id ?? (scope.everywhere ? [] : undefined)
}
