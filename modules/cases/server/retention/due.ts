// What is due in the keeping of files of a commune: for whoever keeps them and for whoever decides. Files by number and masked
// name; the words of requests and holds stay in the files.

import { sql } from 'kysely'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import type { Hold, KeptAs } from '../../../../rules/retention/retention.ts'
import { type ErasureGround, type issuedKinds, ListDue, maskedName } from '../../contract.ts'
import { certificates } from '../erasing/chain.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { maySee, type RequestRow } from '../rights/requests.ts'
import { insideFiles } from '../sealing/inside.ts'
import { ringOfMasterKeys } from '../sealing/keys.ts'
import { identityOf } from '../sealing/person.ts'
import { holdsOf, retentionShown, standing } from './kept.ts'
import { setLengths } from './lengths.ts'
import { holdsIn, proposalShown } from './read.ts'

/** More than a commune has; beyond it the first ones are shown, and once they are dealt with the next. */
const most = 500

export const listDue = answers(ListDue, async (context, { communeId }) => {
  const { db, today, person } = context
  const decides = await holdsIn(context, 'cases.keep', communeId)
  const set = await setLengths(db)
  const readerId = person?.id ?? ''
  const found = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId, purpose: 'due' }, async (files) => ({
      restricted: await restrictedFiles(files, communeId),
      holds: await openHolds(files, communeId),
      requests: (await openRequests(files, communeId)).filter((row) => maySee(row, readerId, decides)),
      erased: await certificates(files),
      issued: await issuedOfErased(files, communeId),
    })),
  )
  const names = await readersNames(db, [
    ...found.restricted.flatMap(({ proposal }) => proposal?.proposed_by ?? []),
    ...found.erased.map(({ decidedBy }) => decidedBy),
  ])
  const named = (id: string) => names.get(id) ?? null
  const here = ringOfMasterKeys().map(({ id }) => id)
  return {
    today,
    files: found.restricted
      .map(({ holds, proposal, ...row }) => ({
        ...row.named,
        retention: retentionShown(standing(row, holds, today, set)),
        proposal: proposal && proposalShown(proposal, named, context),
      }))
      .sort((one, other) => ((one.retention.dueFrom ?? '9') < (other.retention.dueFrom ?? '9') ? -1 : 1)),
    holds: found.holds,
    requests: found.requests.map(({ id, kind, received_at, due_at, named: file }) => ({
      ...file,
      ...{ id, kind, receivedAt: received_at, dueAt: due_at },
    })),
    erased: found.erased.toReversed().map((entry) => {
      const papers = found.issued.filter(({ person_id }) => person_id === entry.personId)
      return {
        id: entry.id,
        certificate: entry.certificate,
        on: new Date(Date.parse(entry.decidedAt) + 7 * 3_600_000).toISOString().slice(0, 10),
        ground: entry.ground,
        decidedBy: named(entry.decidedBy),
        files: entry.destroyed.files,
        toCollect: papers.flatMap(({ id, serial, kind, made_at, collected }) =>
          collected ? [] : [{ id, serial, kind, madeAt: made_at }],
        ),
        collected: papers.filter(({ collected }) => collected).length,
        openBackups: entry.masterKeys.filter((key) => here.includes(key)).length,
      }
    }),
    may: { decide: decides },
  }
})

type Person = {
  file_id: string
  number: string
  demo: boolean
  person_id: string
  wrapped: Buffer
  master: string
  sealed: Buffer
}
const personColumns = sql`file.id as file_id, file.number, file.demo, person.id as person_id, person.wrapped_key as wrapped,
  person.master_key as master, person.sealed`
const ofPerson = sql`join cases.person on person.commune_id = file.commune_id and person.id = file.person_id and person.sealed is not null`

const named = ({ file_id, number, demo, person_id: id, wrapped, master, sealed }: Person) => ({
  fileId: file_id,
  number,
  demo,
  name: maskedName(identityOf({ id, wrapped, master, sealed }).name),
})

type Restricted = {
  kept_as: KeptAs | null
  settled_on: string | null
  restricted_on: string | null
  holds: Hold[]
  proposal: { id: string; ground: ErasureGround; proposed_by: string; proposed_at: string } | null
}

/** Those that a proposal waits for are there whatever their stage: somebody has to decide. */
async function restrictedFiles(files: Db, communeId: string) {
  const { rows } = await sql<Person & Restricted>`
    select ${personColumns}, file.kept_as, file.settled_on, file.restricted_on, ${holdsOf()} as holds, (
      select json_build_object('id', id, 'ground', ground, 'proposed_by', proposed_by, 'proposed_at', proposed_at)
      from cases.erasure where commune_id = file.commune_id and person_id = file.person_id and decided_at is null) as proposal
    from cases.file ${ofPerson}
    where file.commune_id = ${communeId} and (file.restricted_on is not null or exists (
      select 1 from cases.erasure where commune_id = file.commune_id and person_id = file.person_id and decided_at is null))
    order by file.settled_on nulls last, file.id limit ${most}`.execute(files)
  return rows.map((row) => ({ ...row, erased_on: null, named: named(row) }))
}

async function openHolds(files: Db, communeId: string) {
  const { rows } = await sql<Person & { id: string; from_on: string; until_on: string | null }>`
    select ${personColumns}, hold.id, hold.from_on, hold.until_on
    from cases.hold join cases.file on file.commune_id = hold.commune_id and file.id = hold.file_id ${ofPerson}
    where hold.commune_id = ${communeId} and hold.ended_at is null
    order by hold.until_on nulls last, hold.id limit ${most}`.execute(files)
  return rows.map((row) => ({ ...named(row), id: row.id, from: row.from_on, until: row.until_on }))
}

async function openRequests(files: Db, communeId: string) {
  type Row = Person & Pick<RequestRow, 'id' | 'kind' | 'received_at' | 'due_at' | 'about_id' | 'taken_by'>
  const { rows } = await sql<Row>`
    select ${personColumns}, request.id, request.kind, request.received_at, request.due_at, request.about_id, request.taken_by
    from cases.request join cases.file on file.commune_id = request.commune_id and file.id = request.file_id ${ofPerson}
    where request.commune_id = ${communeId} and request.answered_at is null
    order by request.due_at, request.id limit ${most}`.execute(files)
  return rows.map((row) => ({ ...row, named: named(row) }))
}

async function issuedOfErased(files: Db, communeId: string) {
  type Row = {
    person_id: string
    id: string
    serial: string
    kind: keyof typeof issuedKinds
    made_at: string
    collected: boolean
  }
  const { rows } = await sql<Row>`
    select file.person_id, issued.id, issued.serial, issued.kind, issued.made_at, issued.collected_at is not null as collected
    from cases.issued join cases.file on file.commune_id = issued.commune_id and file.id = issued.file_id
    join cases.person on person.commune_id = file.commune_id and person.id = file.person_id and person.erased_on is not null
    where issued.commune_id = ${communeId} order by issued.made_at`.execute(files)
  return rows
}
