// A denominator declared with its paper, and withdrawn. What was declared is never changed: another day has another figure.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler, type SignedInContext } from '../../../../platform/server/slice.ts'
import { readable } from '../../../documents/server/public.ts'
import { DeclareDenominator, declaredRefusals, WithdrawDeclared } from '../../contract/declared.ts'
import { placeIn } from '../places.ts'
import { beat } from '../store.ts'

export const declareDenominator: Handler = carriesOut(DeclareDenominator, async (context, input) => {
  const { db, today, person } = context
  const { id, communeId, placeId, groupId, asOf, value, prevails } = input
  if (asOf > today) throw refuse(declaredRefusals.declared_in_future, {}, 'asOf')
  const known = await sql<{ grouped: boolean }>`
    select exists (select 1 from commitment_group where id = ${groupId}) as grouped`.execute(db)
  if (!known.rows[0]?.grouped) throw refuse(declaredRefusals.declared_no_group, {}, 'groupId')
  const place = await placeIn(db, communeId, placeId, asOf)
  if (!place) throw refuse(declaredRefusals.declared_nowhere, { day: asOf }, 'placeId')
  const documentId = input.documentId ?? null
  const source = documentId ? await paperOf(context, documentId) : input.source
  if (source === '') throw refuse(declaredRefusals.declared_no_paper, {}, 'source')
  await sql`
    insert into roster_declared (commune_id, id, place_id, hamlet_id, body_id, group_id, as_of, value, source, document_id,
      prevails, recorded_by)
    values (${communeId}, ${id}, ${placeId}, ${place.hamletId}, ${place.bodyId}, ${groupId}, ${asOf}, ${value}, ${source}, ${documentId},
      ${prevails}, ${person.id})`.execute(db)
  await beat(db, communeId)
  return {
    answer: { id },
    audit: { subject: `roster-declared:${id}`, after: { placeId, groupId, asOf, value, source, documentId, prevails } },
  }
})

/** What a paper of the register is called beside the figure: "12/CV-UBND ngày 01/11/2024". */
async function paperOf({ db, scopeFor }: SignedInContext, documentId: string): Promise<string> {
  const found = await sql<{ called: string }>`
    select left(coalesce(nullif(number, ''), kind || ' ' || title), 250)
      || coalesce(to_char(issued_on, '" ngày "DD/MM/YYYY'), '') as called
    from document where id = ${documentId} and ${readable(scopeFor('documents.read'))}`.execute(db)
  if (!found.rows[0]) throw refuse(declaredRefusals.declared_paper_unknown, {}, 'documentId')
  return found.rows[0].called
}

type Row = { value: number; as_of: string; version: number; withdrawn_on: string | null }

export const withdrawDeclared: Handler = carriesOut(
  WithdrawDeclared,
  async ({ db, today }, { communeId, id, version, on }) => {
    const row = await lockedFigure(db, communeId, id)
    if (!row) throw refuse(platformRefusals.not_found)
    if (row.withdrawn_on) throw refuse(declaredRefusals.withdrawn_already)
    if (row.version !== version) throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current: row } })
    if (on > today) throw refuse(declaredRefusals.withdrawn_in_future, {}, 'on')
    if (on < row.as_of) throw refuse(declaredRefusals.withdrawn_before, { day: row.as_of }, 'on')
    await sql`
      update roster_declared set withdrawn_on = ${on}, version = version + 1
      where commune_id = ${communeId} and id = ${id}`.execute(db)
    await beat(db, communeId)
    return {
      answer: { id },
      audit: {
        subject: `roster-declared:${id}`,
        before: { withdrawnOn: null },
        after: { withdrawnOn: on, value: row.value },
      },
    }
  },
)

async function lockedFigure(db: Db, communeId: string, id: string): Promise<Row | undefined> {
  const found = await sql<Row>`
    select value, as_of, version, withdrawn_on from roster_declared
    where commune_id = ${communeId} and id = ${id} for update`.execute(db)
  return found.rows[0]
}
