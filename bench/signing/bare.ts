// What it is measured against: the same rows, put into the same tables by nothing but INSERT, with nobody asking who.

import { createHash, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { listen } from '../../app/listen.ts'
import { freePort } from '../../platform/database/postmaster.ts'
import type { callFor } from './clients.ts'

type Call = ReturnType<typeof callFor>

/** The rows of one call, as one transaction. */
export async function insertBare(pool: pg.Pool, { driveId, communeId, signatures }: Call): Promise<void> {
  const client = await pool.connect()
  const at = new Date()
  try {
    await client.query('begin')
    await client.query(
      `insert into command (person_id, id, operation, content_hash, answer) values ($1, $2, 'commitments.sign', $3, $4)`,
      [
        randomUUID(),
        uuidv7(),
        createHash('sha256').update(communeId).digest(),
        JSON.stringify(signatures.map(({ id }) => id)),
      ],
    )
    await client.query(
      `insert into commitment_promise (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on, signed_at, code)
       select $1, id, $2, entry_id, 'household-heads', 1, $1, 'ink', '2024-11-15', $3, code
       from unnest($4::uuid[], $5::uuid[], $6::text[]) as given (id, entry_id, code)`,
      [
        communeId,
        driveId,
        at,
        signatures.map(({ id }) => id),
        signatures.map(({ entryId }) => entryId),
        signatures.map(({ id }) => id.slice(0, 16)),
      ],
    )
    const inks = signatures.map(({ ink }) => Buffer.from(ink, 'base64'))
    await client.query(
      `insert into commitment_ink (commune_id, promise_id, ink, shape)
       select $1, id, ink, substr(ink, 1, 16) from unnest($2::uuid[], $3::bytea[]) as given (id, ink)`,
      [communeId, signatures.map(({ id }) => id), inks],
    )
    await client.query(
      `insert into commitment_tally (commune_id, drive_id, group_id, place_id, signed_on, signed)
       values ($1, $2, 'household-heads', $1, '2024-11-15', $3)
       on conflict (commune_id, drive_id, group_id, place_id, signed_on) do update set signed = commitment_tally.signed + $3`,
      [communeId, driveId, signatures.length],
    )
    await client.query(
      `insert into audit_unsealed (id, at, person_id, operation, subject, area_id, after) values ($1, $2, $3, 'commitments.sign', $4, $5, $6)`,
      [
        uuidv7(),
        at,
        randomUUID(),
        `commitment-drive:${driveId}`,
        communeId,
        JSON.stringify(signatures.map(({ id }) => id)),
      ],
    )
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw fault
  } finally {
    client.release()
  }
}

/** So many callers at a time, without HTTP; answers the seconds. */
export async function insertAllBare(pool: pg.Pool, clients: number, calls: readonly Call[]): Promise<number> {
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < calls.length) {
        const call = calls[next] as Call
        next += 1
        await insertBare(pool, call)
      }
    }),
  )
  return (performance.now() - began) / 1000
}

/** The same over HTTP: a handler that inserts what it is sent. */
export async function bareServer(pool: pg.Pool): Promise<{ url: string; close(): Promise<void> }> {
  const site = new Hono()
  site.post('/bare', async (http) => {
    const call = await http.req.json<Call>()
    await insertBare(pool, call)
    return http.json({ done: call.signatures.length })
  })
  const port = await freePort()
  const listening = await listen(site.fetch, { host: '127.0.0.1', port })
  return { url: `http://127.0.0.1:${port}`, close: listening.close }
}
