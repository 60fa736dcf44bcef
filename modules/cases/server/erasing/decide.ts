// Decides on a proposal to erase: somebody else than who proposed it. Erased is erased: the key of the person is destroyed in
// the same transaction in which the certificate is issued, and nobody brings it back.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { DecideErasure, type ErasureGround, retentionRefusals } from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import type { KeptFileRow } from '../retention/kept.ts'
import { setLengths } from '../retention/lengths.ts'
import { insideFiles } from '../sealing/inside.ts'
import { keepingHere } from '../sealing/keeping.ts'
import { ringOfMasterKeys } from '../sealing/keys.ts'
import { keyOf, openJson, sealJson } from '../sealing/person.ts'
import { type Certified, type Destroyed, digestOf, nextCertificate } from './chain.ts'
import { destroyPerson, personsOf } from './destroy.ts'
import { erasableFiles } from './judge.ts'
import { keepPast } from './past.ts'

export const decideErasure = carriesOut(DecideErasure, async (context, { communeId, erasureId, decision, reason }) => {
  const { db, person, now, today } = context
  if (decision === 'keep' && reason === '') throw refuse(retentionRefusals.reason_needed)
  const set = await setLengths(db)
  const done = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'decide-erasure' }, async (files) => {
      // Certificates of a commune follow one another.
      await sql`select pg_advisory_xact_lock(hashtext(${`case erasures of ${communeId}`}))`.execute(files)
      const proposal = await proposalToDecide(files, communeId, erasureId, person.id)
      const decided = { communeId, erasureId, by: person.id, at: now.toISOString() }
      if (decision === 'keep') {
        await keepIt(files, proposal, reason, decided)
        return { certificate: null, personId: proposal.personId }
      }
      const { personId, ground } = proposal
      const kept = await erasableFiles(files, { communeId, personId, ground, today, set })
      await answerWishes(files, kept, decided)
      for (const file of kept) await keepPast(files, { communeId, fileId: file.id }, proposal)
      const certificate = await certify(files, proposal, kept, decided, now)
      return { certificate, personId }
    }),
  )
  if (done.certificate !== null)
    await keepingHere(db, { work: 'erase', by: done.certificate }, (inside) =>
      destroyPerson(inside, { communeId, personId: done.personId, on: today }),
    )
  return {
    answer: { certificate: done.certificate },
    audit: {
      subject: `case-erasure:${erasureId}`,
      areaId: communeId,
      after: { decision, certificate: done.certificate },
    },
  }
})

type Decided = { communeId: string; erasureId: string; by: string; at: string }
export type Proposal = {
  personId: string
  ground: ErasureGround
  reason: Buffer | null
  proposedAt: string
  proposedBy: string
  wrapped: Buffer
  master: string
}

async function proposalToDecide(files: Db, communeId: string, erasureId: string, decider: string): Promise<Proposal> {
  const { rows } = await sql<Proposal & { decided: boolean; wrapped: Buffer | null }>`
    select person.id as "personId", person.wrapped_key as wrapped, person.master_key as master, erasure.ground, erasure.reason,
      erasure.proposed_at as "proposedAt", erasure.proposed_by as "proposedBy", erasure.decided_at is not null as decided
    from cases.erasure join cases.person on person.commune_id = erasure.commune_id and person.id = erasure.person_id
    where erasure.commune_id = ${communeId} and erasure.id = ${erasureId} for update`.execute(files)
  const [found] = rows
  if (!found) throw refuse(platformRefusals.not_found)
  const { wrapped } = found
  if (found.decided || !wrapped) throw refuse(retentionRefusals.decided_already)
  if (found.proposedBy === decider) throw refuse(retentionRefusals.by_two)
  return { ...found, wrapped }
}

async function keepIt(files: Db, proposal: Proposal, reason: string, { communeId, erasureId, by, at }: Decided) {
  const { personId: id, wrapped, master } = proposal
  const key = keyOf({ id, wrapped, master })
  const bound = `erasure ${erasureId}`
  const before = proposal.reason ? (openJson(key, proposal.reason, bound) as object) : {}
  await sql`update cases.erasure set decision = 'keep', decided_at = ${at}, decided_by = ${by},
    reason = ${sealJson(key, { ...before, decided: reason }, bound)}
    where commune_id = ${communeId} and id = ${erasureId}`.execute(files)
}

/** Whoever asked for it has been answered by the certificate. */
const answerWishes = (files: Db, kept: readonly KeptFileRow[], { communeId, by, at }: Decided) =>
  sql`update cases.request set outcome = 'done', answered_at = ${at}, answered_by = ${by}
    where commune_id = ${communeId} and file_id = any(${kept.map(({ id }) => id)}::uuid[]) and kind = 'erasure'
      and answered_at is null`.execute(files)

async function certify(
  files: Db,
  { personId, ground, proposedAt, proposedBy }: Proposal,
  kept: readonly KeptFileRow[],
  { communeId, erasureId: id, by, at }: Decided,
  now: Date,
): Promise<string> {
  const { number, previous } = await nextCertificate(files, communeId, now)
  const entry: Certified = {
    ...{ communeId, id, personId, certificate: number, ground, previous },
    proposedAt: new Date(proposedAt).toISOString(),
    proposedBy,
    decidedAt: at,
    decidedBy: by,
    destroyed: await destroyedOf(files, communeId, personId, kept),
    // Each of them may open the key of the person in an older back-up.
    masterKeys: ringOfMasterKeys().map((key) => key.id),
  }
  await sql`update cases.erasure set decision = 'erase', decided_at = ${at}, decided_by = ${by}, certificate = ${number},
    destroyed = ${JSON.stringify(entry.destroyed)}, master_keys = ${entry.masterKeys},
    previous = ${previous === '' ? null : Buffer.from(previous, 'hex')}, digest = ${Buffer.from(digestOf(entry), 'hex')}
    where commune_id = ${communeId} and id = ${id}`.execute(files)
  return number
}

async function destroyedOf(
  files: Db,
  communeId: string,
  personId: string,
  kept: readonly KeptFileRow[],
): Promise<Destroyed> {
  const ids = kept.map(({ id }) => id)
  const { rows } = await sql<Omit<Destroyed, 'files' | 'persons'>>`select
    (select count(*)::int from cases.event where commune_id = ${communeId} and file_id = any(${ids}::uuid[])) as events,
    (select count(*)::int from cases.person_word where commune_id = ${communeId} and person_id = ${personId}) as words,
    (select count(*)::int from cases.hold where commune_id = ${communeId} and file_id = any(${ids}::uuid[])) as holds,
    (select count(*)::int from cases.request where commune_id = ${communeId} and file_id = any(${ids}::uuid[])) as requests`.execute(
    files,
  )
  const counts = rows[0] ?? { events: 0, words: 0, holds: 0, requests: 0 }
  const persons = await personsOf(files, { communeId, personId })
  return { files: kept.map(({ number }) => number), persons, ...counts }
}
