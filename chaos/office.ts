// The office beside the phones: it makes the lists that a run signs for, and takes households off them while the phones sign.
// What it sends is sent until it is answered, and some of it twice.

import { setTimeout as pause } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { AddList, EndEntry } from '../modules/rosters/contract.ts'
import type { Chance } from './chance.ts'

export type Office = { communeId: string; url: string; cookie: string }

const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** The households of a new list. */
export async function addList(office: Office, households: number): Promise<string[]> {
  const entries = Array.from({ length: households }, (_, at) => ({
    id: uuidv7(),
    number: at + 1,
    name: `Hộ ${at + 1}`,
  }))
  const { communeId } = office
  const list = {
    id: uuidv7(),
    communeId,
    groupId: 'household-heads',
    title: 'Danh sách thử',
    asOf: '2024-01-01',
    source: 'Thử',
  }
  await untilAnswered(office, AddList.path, { ...list, allowRepeats: true, entries })
  return entries.map(({ id }) => id)
}

/** Takes some off the list; answers which. */
export async function endSome(office: Office, entries: readonly string[], chance: Chance): Promise<string[]> {
  const ended = entries.filter(() => chance.happens(0.1))
  for (const entryId of ended) {
    // As it was listed: nobody else changes these.
    const command = { communeId: office.communeId, entryId, version: 1, on: today(), reason: 'moved' }
    const id = uuidv7()
    const copies = chance.happens(0.3) ? 2 : 1
    await Promise.all(Array.from({ length: copies }, () => untilAnswered(office, EndEntry.path, command, id)))
    await pause(chance.under(20))
  }
  return ended
}

async function untilAnswered(office: Office, path: string, body: object, id: string = uuidv7()): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await fetch(office.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id, origin: office.url, cookie: office.cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    })
      .then(async (got) => ({ ok: got.ok, status: got.status, said: await got.text() }))
      // An answer that broke off in the middle is none.
      .catch(() => undefined)
    if (answer?.ok) return
    if (answer && answer.status < 500) throw new Error(`${path} answered ${answer.status}: ${answer.said}`)
    await pause(Math.min(30 * (tries + 1), 250))
  }
  throw new Error(`${path} was never answered`)
}
