// Links: who may make them, what they can and cannot do, used twice and at once, wrong codes, and the public check.

import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { openLog } from '../../../platform/server/log.ts'
import { openDrive, type SigningPlace, sendSignatures, signatureFor, tallyOf } from '../../../tests/support/signing.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { DecideHeld, ListHeld, ShowPromise } from '../../commitments/contract.ts'
import { slice as commitments } from '../../commitments/server/slice.ts'
import { ListLinks, MakeLinks, SignByLink, WithdrawLink } from '../contract.ts'
import { checkPromise } from './check.ts'
import { linkRoutes } from './public.ts'
import { provideLinkKey } from './secret.ts'
import { slice } from './slice.ts'

provideLinkKey(() => 'a secret of this test run, long enough')
let here: World
let place: SigningPlace
beforeEach(async () => {
  here = await world([commitments, slice])
  place = await openDrive(here)
  await sql`update commitment_drive_group set ways = '{ink,paper,phone-ink,phone-code}' where drive_id = ${place.driveId}`.execute(
    here.database.db,
  )
})
const strokes = [
  Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 300 + Math.round(80 * Math.sin(at))]),
]
const make = async (entries: number[], who = here.communeOfficer) =>
  (
    await who.send(MakeLinks, {
      driveId: place.driveId,
      communeId: place.communeId,
      entryIds: entries.map((at) => place.entries[at] as string),
    })
  ).links
const sign = (token: string, given: object, who = here.communeOfficer) =>
  who.send(SignByLink, { token, textNumber: 2, ...given })

test('refused: nobody signed in, the next commune, a name of elsewhere, who has signed, a way that the drive does not take', async () => {
  await expectRefusal(make([0], here.stranger), 'platform.not_signed_in')
  await expectRefusal(make([0], here.neighbour), 'platform.not_found')
  await expectRefusal(make([0], here.auditor), 'platform.not_allowed')
  await expectRefusal(
    here.communeOfficer.send(MakeLinks, { ...place, entryIds: ['0192f0aa-0000-7000-8000-000000000000'] }),
    'links.entry_unknown',
  )
  await sendSignatures(place, here.communeOfficer, [signatureFor(place)])
  await expectRefusal(make([0]), 'links.signed_already')
  await sql`update commitment_drive_group set ways = '{ink,paper}' where drive_id = ${place.driveId}`.execute(
    here.database.db,
  )
  await expectRefusal(make([1]), 'links.way_not_allowed')
})

test('ink by a link counts once, whoever comes twice or at once; the table tells neither token nor code', async () => {
  const [link] = await make([0])
  if (!link) throw new Error('no link')
  const { rows } = await sql<{ row: string }>`select commitment_link::text as row from commitment_link`.execute(
    here.database.db,
  )
  for (const { row } of rows) for (const secret of [link.token, link.code as string]) expect(row).not.toContain(secret)
  expect(await sign('x'.repeat(27), { strokes })).toEqual({ outcome: 'unknown' })
  expect(await sign(link.token, { strokes }, here.neighbour)).toEqual({ outcome: 'unknown' })
  expect(await sign(link.token, { strokes: [[[10, 10]]] })).toEqual({ outcome: 'too-little-ink' })
  expect(await sign(link.token, { strokes, textNumber: 1 })).toEqual({ outcome: 'text-replaced' })
  const all = await Promise.all([1, 2, 3].map(() => sign(link.token, { strokes })))
  expect(all.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'used', 'used'])
  expect(await tallyOf(here, place)).toEqual({ tallied: 1, records: 1 })
  const found = await sql<{ way: string; recorded_by: string }>`
    select way, recorded_by from commitment_promise where drive_id = ${place.driveId}`.execute(here.database.db)
  expect(found.rows).toEqual([{ way: 'phone-ink', recorded_by: here.communeOfficer.id }])
  const listed = await here.communeOfficer.ask(ListLinks, place)
  expect(listed.links.map(({ state }) => state)).toEqual(['used'])
})

test('a name needs the code; five wrong ones lock the link, though each try answered', async () => {
  const [good, bad] = await make([0, 1])
  if (!good || !bad) throw new Error('no links')
  expect(
    await sign(good.token, { name: 'Trần Văn A', code: ` ${good.code?.slice(0, 3)} ${good.code?.slice(3)}` }),
  ).toMatchObject({
    outcome: 'accepted',
  })
  // Pressed with nothing in it: said, and no try is gone.
  expect(await sign(bad.token, { name: '', code: ' ' })).toEqual({ outcome: 'too-little-ink' })
  const wrong = bad.code === '111111' ? '222222' : '111111'
  const tries = []
  for (let at = 0; at < 6; at += 1) tries.push(await sign(bad.token, { name: 'Trần Văn A', code: wrong }))
  expect(tries.map(({ outcome, left }) => left ?? outcome)).toEqual([4, 3, 2, 1, 'locked', 'locked'])
  expect(await sign(bad.token, { name: 'Trần Văn A', code: bad.code })).toEqual({ outcome: 'locked' })
})

test('a new link ends the older one; a withdrawn one and an expired one sign nothing; a used one is not withdrawn', async () => {
  const [first] = await make([0])
  const [second] = await make([0])
  if (!first || !second) throw new Error('no links')
  expect(await sign(first.token, { strokes })).toEqual({ outcome: 'withdrawn' })
  await expectRefusal(
    here.neighbour.send(WithdrawLink, { communeId: place.communeId, id: second.id }),
    'platform.not_found',
  )
  await here.communeOfficer.send(WithdrawLink, { communeId: place.communeId, id: second.id })
  expect(await sign(second.token, { strokes })).toEqual({ outcome: 'withdrawn' })
  const [third] = await make([0])
  if (!third) throw new Error('no link')
  await sql`update commitment_link set expires_at = now() - interval '1 hour' where id = ${third.id}`.execute(
    here.database.db,
  )
  expect(await sign(third.token, { strokes })).toEqual({ outcome: 'expired' })
  const [fourth] = await make([0])
  if (!fourth) throw new Error('no link')
  await sign(fourth.token, { strokes })
  await expectRefusal(
    here.communeOfficer.send(WithdrawLink, { communeId: place.communeId, id: fourth.id }),
    'links.used_already',
  )
})

test('signed on paper meanwhile: what comes by the link is held, and nothing is counted twice', async () => {
  const [link] = await make([0])
  if (!link) throw new Error('no link')
  await sendSignatures(place, here.communeOfficer, [signatureFor(place)])
  expect(await sign(link.token, { strokes })).toEqual({ outcome: 'held', reason: 'already_signed' })
  expect(await tallyOf(here, place)).toEqual({ tallied: 1, records: 1 })
})

test('the public check tells that a promise is genuine, and nothing of the person', async () => {
  const [link] = await make([0])
  if (!link) throw new Error('no link')
  const { code } = await sign(link.token, { strokes })
  const { db } = here.database
  const found = await checkPromise(db, code as string)
  expect(found).toMatchObject({ commune: 'Lương Bằng', textNumber: 2, voidedOn: null, countersigned: false })
  expect(JSON.stringify(found)).not.toMatch(/Trần Văn A|entry|hamlet/)
  expect(await checkPromise(db, 'A'.repeat(16))).toBeUndefined()
})

/** The page as a browser without an account gets it, and what it posts. */
const publicUrl = 'https://binhyen.example'
const opened = (token: string) => linkRoutes(here.parts, { publicUrl }, openLog('silent')).request(`/k/${token}`)
const posted = async (token: string, fields: Record<string, string>) => {
  const body = new URLSearchParams({ text: '2', strokes: '', ...fields })
  const answer = await linkRoutes(here.parts, { publicUrl }, openLog('silent')).request(`/k/${token}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: answer.status, page: await answer.text() }
}
const only = (ways: string) =>
  sql`update commitment_drive_group set ways = ${ways}::text[] where drive_id = ${place.driveId}`.execute(
    here.database.db,
  )
const ways = async () =>
  (
    await sql<{ way: string; typed: string | null; witness: string | null }>`
      select way, typed_name as typed, witness from commitment_promise where drive_id = ${place.driveId} order by recorded_at`.execute(
      here.database.db,
    )
  ).rows

test('over the network a name with its code signs once: refused without a name, counted down when wrong, then thanked and gone', async () => {
  const [link] = await make([0])
  if (!link?.code) throw new Error('no link with a code')
  expect((await posted('x'.repeat(27), { name: 'Trần Văn A', code: link.code })).status).toBe(404)
  const shown = await (await opened(link.token)).text()
  expect(shown).toContain('name="code"')
  expect(shown).not.toContain('Trần Văn A')
  expect(await posted(link.token, { name: '', code: '' })).toMatchObject({ status: 422 })
  expect(await posted(link.token, { name: 'A', code: link.code })).toMatchObject({ status: 422 })
  const wrong = await posted(link.token, { name: 'Trần Văn A', code: link.code === '111111' ? '222222' : '111111' })
  expect(wrong.status).toBe(422)
  expect(wrong.page).toContain('4')
  // What was typed is still there.
  expect(wrong.page).toContain('value="Trần Văn A"')
  expect(await ways()).toEqual([])
  const typed = { name: ' Trần Văn A ', code: `${link.code.slice(0, 3)} ${link.code.slice(3)}` }
  const both = await Promise.all([posted(link.token, typed), posted(link.token, typed)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410])
  const thanks = both.find(({ status }) => status === 200)?.page ?? ''
  const code = /href="\/v\/([0-9A-Z]{16})"/.exec(thanks)?.[1] as string
  expect(await checkPromise(here.database.db, code)).toMatchObject({ commune: 'Lương Bằng' })
  expect(await ways()).toEqual([{ way: 'phone-code', typed: 'Trần Văn A', witness: null }])
  const signed = await sql<{ id: string }>`
    select id from commitment_promise where drive_id = ${place.driveId}`.execute(here.database.db)
  // The page of the promise tells it as what it is: nobody stood by.
  const promise = { communeId: place.communeId, id: signed.rows[0]?.id as string }
  expect(await here.communeOfficer.ask(ShowPromise, promise)).toMatchObject({ typedName: 'Trần Văn A', witness: null })
  expect((await opened(link.token)).status).toBe(410)
  expect(await tallyOf(here, place)).toEqual({ tallied: 1, records: 1 })
})

test('where only a code is taken there is no box for ink, and strokes that are sent all the same sign nothing', async () => {
  await only('{paper,phone-code}')
  const [link] = await make([0])
  if (!link?.code) throw new Error('no link with a code')
  const shown = await (await opened(link.token)).text()
  expect(shown).toContain('name="code"')
  expect(shown).not.toContain('<canvas')
  expect(shown).not.toContain('pad.js')
  expect((await posted(link.token, { strokes: JSON.stringify(strokes) })).status).toBe(422)
  expect(await ways()).toEqual([])
  const both = { strokes: JSON.stringify(strokes), name: 'Trần Văn A', code: link.code }
  expect((await posted(link.token, both)).status).toBe(200)
  // Signed by the code, and no ink is kept that the drive did not ask for.
  expect(await ways()).toEqual([{ way: 'phone-code', typed: 'Trần Văn A', witness: null }])
  const ink = await sql`select 1 from commitment_ink where commune_id = ${place.communeId}
    and promise_id in (select id from commitment_promise where drive_id = ${place.driveId})`.execute(here.database.db)
  expect(ink.rows).toEqual([])
})

test('where only ink is taken the slip has no code, and a name with any code signs nothing', async () => {
  await only('{paper,phone-ink}')
  const [link] = await make([0])
  if (!link) throw new Error('no link')
  expect(link.code).toBeNull()
  const shown = await (await opened(link.token)).text()
  expect(shown).toContain('<canvas')
  expect(shown).not.toContain('name="code"')
  expect((await posted(link.token, { name: 'Trần Văn A', code: '123456' })).status).toBe(422)
  expect(await sign(link.token, { name: 'Trần Văn A', code: '123456' })).toEqual({ outcome: 'too-little-ink' })
  expect(await ways()).toEqual([])
  expect((await posted(link.token, { strokes: JSON.stringify(strokes) })).status).toBe(200)
  expect(await ways()).toEqual([{ way: 'phone-ink', typed: null, witness: null }])
})

test('a code that was given out while codes were taken signs nothing once the drive takes ink only', async () => {
  const [link] = await make([0])
  if (!link?.code) throw new Error('no link with a code')
  await only('{phone-ink}')
  expect((await posted(link.token, { name: 'Trần Văn A', code: link.code })).status).toBe(422)
  expect(await ways()).toEqual([])
  expect((await posted(link.token, { strokes: JSON.stringify(strokes) })).status).toBe(200)
})

test('a typed name that waits for a decision is shown as typed, and stays so once it counts', async () => {
  const [link] = await make([0])
  if (!link?.code) throw new Error('no link with a code')
  await sendSignatures(place, here.communeOfficer, [signatureFor(place)])
  expect(await sign(link.token, { name: 'Trần Văn A', code: link.code })).toMatchObject({ outcome: 'held' })
  const { driveId, communeId } = place
  const { rows } = await here.communeOfficer.ask(ListHeld, { driveId, communeId, limit: 10 })
  expect(rows).toMatchObject([{ way: 'phone-code', typedName: 'Trần Văn A', witness: '' }])
  const id = rows[0]?.id as string
  await here.communeOfficer.send(DecideHeld, { communeId, id, decision: 'accepted' })
  const promise = await here.communeOfficer.ask(ShowPromise, { communeId, id })
  expect(promise).toMatchObject({ typedName: 'Trần Văn A', witness: null })
})
