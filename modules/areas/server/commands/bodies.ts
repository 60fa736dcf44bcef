// Adds, changes and ends the bodies that sit in a unit.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import { type Context, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { AddBody, ChangeBody, EndBody } from '../../contract/bodies.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { isValidOn } from '../../rules/links.ts'
import { unitById } from '../units-on.ts'

type Body = {
  id: string
  area_id: string
  tree: string
  kind: string
  name: string
  address: string
  members: number | null
  superior_id: string | null
  valid_from: string
  valid_to: string | null
  version: number
}

const bodyById = async (db: Db, id: string): Promise<Body | undefined> =>
  (
    await sql<Body>`select id, area_id, tree, kind, name, address, members, superior_id, valid_from, valid_to, version
      from area_body where id = ${id} for update`.execute(db)
  ).rows[0]

const areaOfBody = async ({ db }: Context, { id }: { id: string }) =>
  (await sql<{ area_id: string }>`select area_id from area_body where id = ${id}`.execute(db)).rows[0]?.area_id

const told = ({ kind, name, address, members, valid_to }: Body) => ({ kind, name, address, members, validTo: valid_to })

export const addBody = carriesOut(AddBody, async ({ db }, input) => {
  const unit = await unitById(db, input.areaId)
  if (!unit || !isValidOn(unit, input.validFrom))
    throw refuse(areaRefusals.outside_validity, { name: unit ? unitNames(unit) : '' }, 'validFrom')
  await checkSuperior(db, input.id, input.tree, input.superiorId ?? null)
  await sql`
    insert into area_body (id, area_id, tree, kind, name, address, members, superior_id, valid_from)
    values (${input.id}, ${input.areaId}, ${input.tree}, ${input.kind}, ${input.name}, ${input.address},
      ${input.members ?? null}, ${input.superiorId ?? null}, ${input.validFrom})`.execute(db)
  const { id, areaId, ...after } = input
  return { answer: { id, version: 1 }, audit: { subject: `body:${id}`, areaId, after } }
})

export const changeBody = carriesOut(
  ChangeBody,
  async ({ db, today }, input) => {
    const body = await current(db, input)
    if (body.valid_to !== null && body.valid_to <= today) throw refuse(areaRefusals.body_ended, { on: body.valid_to })
    const superiorId = input.superiorId === undefined ? body.superior_id : input.superiorId
    await checkSuperior(db, body.id, body.tree, superiorId)
    const members = input.members === undefined ? body.members : input.members
    await sql`
      update area_body set kind = ${input.kind}, name = ${input.name}, address = ${input.address}, members = ${members},
        superior_id = ${superiorId}, version = version + 1 where id = ${body.id}`.execute(db)
    return {
      answer: { id: body.id, version: body.version + 1 },
      audit: {
        subject: `body:${body.id}`,
        areaId: body.area_id,
        before: told(body),
        after: { kind: input.kind, name: input.name, address: input.address, members },
      },
    }
  },
  areaOfBody,
)

export const endBody = carriesOut(
  EndBody,
  async ({ db }, input) => {
    const body = await current(db, input)
    if (body.valid_to !== null) throw refuse(areaRefusals.body_ended, { on: body.valid_to })
    if (input.validTo <= body.valid_from)
      throw refuse(areaRefusals.ends_before_start, { from: body.valid_from }, 'validTo')
    await sql`update area_body set valid_to = ${input.validTo}, version = version + 1 where id = ${body.id}`.execute(db)
    return {
      answer: { id: body.id, version: body.version + 1 },
      audit: {
        subject: `body:${body.id}`,
        areaId: body.area_id,
        before: told(body),
        after: { ...told(body), validTo: input.validTo },
      },
    }
  },
  areaOfBody,
)

async function current(db: Db, { id, version }: { id: string; version: number }): Promise<Body> {
  const body = await bodyById(db, id)
  if (!body) throw refuse(platformRefusals.not_found)
  if (body.version !== version) throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: body } })
  return body
}

/** The superior stands in the same tree, and no chain of superiors leads back to the body. */
async function checkSuperior(db: Db, id: string, tree: string, superiorId: string | null): Promise<void> {
  if (superiorId === null) return
  const found = await sql<{ id: string; tree: string }>`
    with recursive chain as (
      select area_body.id, area_body.tree, area_body.superior_id, 1 as height from area_body where area_body.id = ${superiorId}
      union all
      select area_body.id, area_body.tree, area_body.superior_id, chain.height + 1
      from area_body join chain on area_body.id = chain.superior_id where chain.height < 20
    )
    select id, tree from chain`.execute(db)
  const wrong = found.rows.length === 0 || found.rows[0]?.tree !== tree || found.rows.some((row) => row.id === id)
  if (wrong) throw refuse(areaRefusals.superior_wrong, {}, 'superiorId')
}
