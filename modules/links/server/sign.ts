// Signs by a link, as the person who made it. Used once: who comes a moment later hears that it has been used.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { carriesOut, type Db, type Handler } from '../../../platform/server/slice.ts'
import { gridHeight, gridWidth, type Ink, inkToText, tooLittleInk } from '../../commitments/contract.ts'
import { signMany } from '../../commitments/server/public.ts'
import { mostWrongCodes, SignByLink } from '../contract.ts'
import { plainCode } from '../rules/link.ts'
import { type FoundLink, findLink } from './find.ts'
import { codeHash, sameHash } from './secret.ts'

type Answer = OutputOf<typeof SignByLink>
type Given = {
  textNumber: number
  strokes?: number[][][] | undefined
  name?: string | undefined
  code?: string | undefined
}

export const signByLink: Handler = carriesOut(SignByLink, async ({ db, now, today, person }, { token, ...given }) => {
  const link = await findLink(db, token, { now, today, forUpdate: true })
  // The one who made it, and nobody else who is signed in: the page carries the call out as that person.
  if (!link || link.madeBy !== person.id)
    return { answer: { outcome: 'unknown' as const }, audit: { subject: 'commitment-link:unknown' } }
  const answer = await outcomeOf(db, link, given, { now, today })
  return {
    answer,
    audit: {
      subject: `commitment-link:${link.id}`,
      areaId: link.hamletId ?? link.communeId,
      after: { outcome: answer.outcome, ...(answer.reason ? { reason: answer.reason } : {}), entryId: link.entryId },
    },
  }
})

async function outcomeOf(db: Db, link: FoundLink, given: Given, at: { now: Date; today: string }): Promise<Answer> {
  if (link.state === 'used' || link.state === 'held') return { outcome: 'used' }
  if (link.state !== 'open') return { outcome: link.state }
  if (!link.text || link.text.number !== given.textNumber) return { outcome: 'text-replaced' }
  const ink = given.strokes?.length ? inkOf(given.strokes) : undefined
  if (ink && link.ways.includes('phone-ink')) {
    if (tooLittleInk(ink)) return { outcome: 'too-little-ink' }
    return store(db, link, { way: 'phone-ink', ink: inkToText(ink) }, at)
  }
  if (!link.ways.includes('phone-code') || !link.codeHash) return { outcome: 'too-little-ink' }
  const code = plainCode(given.code ?? '')
  // Nothing was typed: a button pressed too early is no try.
  if (code === '') return { outcome: 'too-little-ink' }
  if (!sameHash(link.codeHash, codeHash(link.id, code))) {
    await sql`update commitment_link set wrong_codes = wrong_codes + 1 where commune_id = ${link.communeId} and id = ${link.id}`.execute(
      db,
    )
    const left = mostWrongCodes - link.wrongCodes - 1
    return left > 0 ? { outcome: 'wrong-code', left } : { outcome: 'locked' }
  }
  const name = given.name?.normalize('NFC').trim() ?? ''
  if (name.length < 2) return { outcome: 'name-missing' }
  return store(db, link, { way: 'phone-code', typedName: name }, at)
}

/** Points of any screen on the grid of the ink; what is no number has not passed the contract. */
const inkOf = (strokes: readonly (readonly number[])[][]): Ink =>
  strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) =>
      stroke.map(([x = 0, y = 0]): [number, number] => [
        Math.min(gridWidth, Math.max(0, Math.round(x))),
        Math.min(gridHeight, Math.max(0, Math.round(y))),
      ]),
    )

type How = { way: 'phone-ink'; ink: string } | { way: 'phone-code'; typedName: string }

async function store(db: Db, link: FoundLink, how: How, { now, today }: { now: Date; today: string }): Promise<Answer> {
  const id = uuidv7()
  const [[result] = []] = await signMany(db, today, [
    {
      driveId: link.driveId,
      communeId: link.communeId,
      hamletId: link.hamletId,
      personId: link.madeBy,
      signatures: [
        {
          id,
          entryId: link.entryId,
          textNumber: link.text?.number ?? 0,
          signedAt: now.toISOString(),
          witness: '',
          ...how,
        },
      ],
    },
  ])
  if (result?.outcome !== 'accepted' && result?.outcome !== 'held')
    return { outcome: 'refused', ...(result?.reason ? { reason: result.reason } : {}) }
  await sql`
    update commitment_link set used_at = ${now}, promise_id = ${id}, outcome = ${result.outcome}
    where commune_id = ${link.communeId} and id = ${link.id}`.execute(db)
  if (result.outcome === 'held') return { outcome: 'held', ...(result.reason ? { reason: result.reason } : {}) }
  return { outcome: 'accepted', ...(result.code ? { code: result.code } : {}) }
}
