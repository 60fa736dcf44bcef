// How long an open file is kept, what holds it, which papers left it, and whether its erasing waits for a decision.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { type ErasureGround, type issuedKinds, ReadRetention } from '../../contract.ts'
import { inOpenedFile } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { keyOf, openJson } from '../sealing/person.ts'
import { keptFilesOf, retentionShown } from './kept.ts'
import { setLengths } from './lengths.ts'

export const readRetention = answers(ReadRetention, async (context, input) => {
  const { db, today } = context
  const set = await setLengths(db)
  const found = await inOpenedFile(context, input, async (files, file) => {
    const { communeId } = input
    const kept = await keptFilesOf(files, { communeId, personId: file.person.id, today, set })
    return {
      kept: kept.find(({ id }) => id === file.id),
      holds: await holdsKept(files, communeId, file.id, keyOf(file.person)),
      issued: await issuedOf(files, communeId, file.id),
      proposal: await proposalOf(files, communeId, file.person.id),
    }
  })
  const { kept, holds, issued, proposal } = found
  if (!kept) throw new Error('a file that is open is not among those of its person')
  const people = [...holds.map(({ placedBy }) => placedBy), ...issued.map(({ madeBy }) => madeBy)]
  const names = await readersNames(db, proposal ? [...people, proposal.proposed_by] : people)
  const named = (id: string) => names.get(id) ?? null
  const { stage } = kept.retention
  return {
    retention: retentionShown(kept.retention),
    keptAs: kept.kept_as,
    settledOn: kept.settled_on,
    holds: holds.map((hold) => ({ ...hold, placedBy: named(hold.placedBy) })),
    issued: issued.map((paper) => ({ ...paper, madeBy: named(paper.madeBy) })),
    proposal: proposal && proposalShown(proposal, named, context),
    may: {
      hold: await holdsIn(context, 'cases.keep', input.communeId),
      propose: stage !== 'erased' && !proposal && (await holdsIn(context, 'cases.record', input.communeId)),
    },
  }
})

export async function holdsIn(context: Context, permission: string, communeId: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select ${within(context.scopeFor(permission), sql`${communeId}::uuid`)} as holds`.execute(context.db)
  return rows[0]?.holds ?? false
}

type HoldRow = {
  id: string
  from_on: string
  until_on: string | null
  sealed: Buffer | null
  placed_by: string
  ended_at: string | null
}

async function holdsKept(files: Db, communeId: string, fileId: string, key: Buffer) {
  const { rows } = await sql<HoldRow>`
    select id, from_on, until_on, sealed, placed_by, ended_at from cases.hold
    where commune_id = ${communeId} and file_id = ${fileId} order by placed_at desc`.execute(files)
  return rows.map(({ id, from_on, until_on, sealed, placed_by, ended_at }) => {
    const words = sealed ? (openJson(key, sealed, `hold ${id}`) as { ground: string; paper: string }) : undefined
    return {
      id,
      from: from_on,
      until: until_on,
      ground: words?.ground ?? '',
      paper: words?.paper ?? '',
      placedBy: placed_by,
      endedAt: ended_at,
    }
  })
}

type IssuedRow = { id: string; serial: string; kind: keyof typeof issuedKinds; made_at: string; made_by: string }

async function issuedOf(files: Db, communeId: string, fileId: string) {
  const { rows } = await sql<IssuedRow>`
    select id, serial, kind, made_at, made_by from cases.issued
    where commune_id = ${communeId} and file_id = ${fileId} order by made_at desc limit 500`.execute(files)
  return rows.map(({ id, serial, kind, made_at, made_by }) => ({ id, serial, kind, madeAt: made_at, madeBy: made_by }))
}

export type ProposalRow = { id: string; ground: ErasureGround; proposed_by: string; proposed_at: string }

async function proposalOf(files: Db, communeId: string, personId: string): Promise<ProposalRow | null> {
  const { rows } = await sql<ProposalRow>`
    select id, ground, proposed_by, proposed_at from cases.erasure
    where commune_id = ${communeId} and person_id = ${personId} and decided_at is null`.execute(files)
  return rows[0] ?? null
}

export const proposalShown = (
  { id, ground, proposed_by, proposed_at }: ProposalRow,
  named: (id: string) => string | null,
  { person }: Context,
) => ({ id, ground, proposedBy: named(proposed_by), proposedAt: proposed_at, mine: proposed_by === person?.id })
