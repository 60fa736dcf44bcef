// Sends a file: the move is on record, the form is that of the status, the pack is sealed for the receiving commune. The sender stays
// the owner until it is accepted.

import { sql } from 'kysely'
import { v5 as uuidv5 } from 'uuid'
import { refuse } from '../../../platform/contract/refusal.ts'
import { unitName, unitNames } from '../../../platform/contract/unit-name.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import type { Unit } from '../../areas/server/public.ts'
import { caseRefusals } from '../../cases/contract.ts'
import {
  addEvent,
  handOver,
  insideFiles,
  instantOf,
  lifeOf,
  lockWhole,
  type MovingFile,
  momentOf,
} from '../../cases/server/public.ts'
import { handOverRefusals } from '../contract.ts'
import { passingOf, placeOf } from '../rules/passing.ts'
import { answerDue, isHandOver } from '../rules.ts'
import { tellStay } from './notices/telling.ts'
import { sealPack, storePack } from './packs.ts'
import { followed } from './places.ts'

export type Order = {
  id: string
  communeId: string
  fileId: string
  toId: string
  stayId?: string | undefined
  movedAt?: Moment | undefined
  residence: string
  stay: string
  by: string
  now: Date
  today: string
  demo?: boolean
}
export type Sent = { id: string; number: string; dueAt: string; to: Unit }
type InFile = <T>(work: (files: Db) => Promise<T>) => Promise<T>

/** `inFile` is the way into the file: an opening of the sender's. The whole runs in one transaction, which the caller began. */
export async function send(db: Db, order: Order, inFile: InFile): Promise<Sent> {
  const { communeId, id, now, by } = order
  const { asked, to } = await followed(db, order.toId, order.today)
  const stay = order.stayId ? (await followed(db, order.stayId, order.today)).to.id : null
  if (to.id === communeId) throw refuse(handOverRefusals.to_oneself, { unit: unitNames(to) })
  const { number, dueAt, pack, version, identity } = await inFile(async (files) => {
    await refuseTwice(files, order)
    const locked = await withMove(files, order, to)
    const life = await lifeOf(files, locked.whole, now)
    const passing = passingOf(placeOf(life))
    if (!passing) throw refuse(handOverRefusals.nothing_runs)
    const { form } = passing
    const sealed = sealPack(id, { form, residence: order.residence, stay: order.stay }, locked.whole)
    const move = moveWaiting(life)
    const due = instantOf(answerDue(momentOf(now)))
    const { rows } = await sql<{ number: string; due_at: string }>`
      insert into handover.sending (id, number, from_id, to_id, addressed_id, stay_id, file_id, file_number, form, moved_at,
        law_due_at, sent_at, sent_by, due_at, digest, demo)
      select ${id}, ${await nextNumber(files, now)}, ${communeId}, ${to.id}, ${asked.id === to.id ? null : asked.id},
        ${stay}, ${order.fileId}, ${locked.whole.number}, ${form}, ${move ? instantOf(move.at) : now.toISOString()}::timestamptz,
        ${move?.due ? instantOf(move.due) : null}::timestamptz, ${now.toISOString()}::timestamptz, ${by}, ${due}::timestamptz, ${sealed.digest},
        ${order.demo ?? false}
      returning number, due_at`.execute(files)
    const [row] = rows
    if (!row) throw new Error('a sending was not stored')
    const { identity } = locked.whole.person
    return { number: row.number, dueAt: row.due_at, pack: sealed, version: locked.version, identity }
  })
  // What is sealed goes into the box of the receiver; the sender cannot look into it again.
  await insideFiles(db, { communeId: to.id, readerId: by, purpose: handOver }, (files) =>
    storePack(files, { id, toId: to.id, version }, pack),
  )
  const { fileId, residence, demo = false } = order
  const told = { sendingId: id, fromId: communeId, toId: to.id, stayId: stay, fileId, demo }
  await tellStay(db, { ...told, identity, residence, stay: order.stay, by, now })
  return { id, number, dueAt, to }
}

/** PC-2026-0001: of the year of Viet Nam; hand-overs to other installations are counted along. */
export async function nextNumber(files: Db, now: Date): Promise<string> {
  const { rows } = await sql<{ next: string }>`select nextval('handover.sending_number')::text as next`.execute(files)
  return `PC-${momentOf(now).slice(0, 4)}-${(rows[0]?.next ?? '').padStart(4, '0')}`
}

/** Within this installation or to another one: a file is on one way at a time. */
export async function refuseTwice(files: Db, { id, fileId }: Pick<Order, 'id' | 'fileId'>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from handover.sending where id = ${id} or (file_id = ${fileId} and state = 'sent')
    union all select id from handover.departure where id = ${id} or (file_id = ${fileId} and state = 'sent')`.execute(
    files,
  )
  if (rows.some((row) => row.id === id)) throw refuse(caseRefusals.already_recorded)
  if (rows.length > 0) throw refuse(handOverRefusals.already_on_its_way)
}

/** The move that still waits for its hand-over: when it was, and until when the law wants the file sent. */
export function moveWaiting({
  clocks,
}: Awaited<ReturnType<typeof lifeOf>>): { at: Moment; due: Moment | undefined } | undefined {
  const clock = clocks.find(({ deadline, state }) => isHandOver(deadline) && state !== 'done' && state !== 'expired')
  return clock && { at: clock.begins, due: clock.due }
}

/** Whether the person has a stable residence on a day, as far as the file says. */
export function isStable({ person: { identity } }: Pick<MovingFile, 'person'>, now: Date): boolean {
  const day = momentOf(now).slice(0, 10)
  return !identity.circumstances.some(
    ({ what, from, until }) => what === 'no-stable-residence' && from <= day && (until === null || until >= day),
  )
}

/** Records the move where it is not on record yet: the time limit and the new place's duty follow from it. */
export async function withMove(
  files: Db,
  order: Pick<Order, 'id' | 'communeId' | 'fileId' | 'movedAt' | 'by' | 'now'>,
  to: Pick<Unit, 'name' | 'type'>,
) {
  const { communeId, fileId, movedAt, by, now } = order
  const locked = await lockWhole(files, { communeId, fileId })
  const life = await lifeOf(files, locked.whole, now)
  if (moveWaiting(life)) return locked
  if (!passingOf(placeOf(life))) throw refuse(handOverRefusals.nothing_runs)
  if (!movedAt) throw refuse(handOverRefusals.when_moved)
  const event = {
    id: uuidv5('moved', order.id),
    kind: 'moved' as const,
    at: movedAt,
    details: { what: 'residence' as const, to: unitName(to, 'vi') },
  }
  return addEvent(files, { communeId, fileId }, locked, { event, by, now })
}
