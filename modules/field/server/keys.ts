// The pair of keys that bundles are sealed to: made when it is first asked for, the newest is given out.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../platform/server/slice.ts'
import type { ServerKey } from '../contract/devices.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' }

export async function serverKey(db: Db): Promise<ServerKey> {
  const known = await newest(db)
  if (known) return known
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const open = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey))
  const closed = Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  // Two who ask first at once make two pairs; what is sealed to either can be opened.
  await sql`insert into field_key (id, public, private) values (${uuidv7()}, ${open}, ${closed})`.execute(db)
  return (await newest(db)) as ServerKey
}

async function newest(db: Db): Promise<ServerKey | undefined> {
  const { rows } = await sql<{ id: string; public: Buffer }>`
    select id, public from field_key order by made_at desc, id limit 1`.execute(db)
  return rows[0] && { id: rows[0].id, key: rows[0].public.toString('base64') }
}

/** The private half, by the id that a bundle names. */
export async function privateKey(db: Db, id: string): Promise<CryptoKey | undefined> {
  const { rows } = await sql<{ private: Buffer }>`select private from field_key where id = ${id}`.execute(db)
  const found = rows[0]
  return found && crypto.subtle.importKey('pkcs8', new Uint8Array(found.private), curve, false, ['deriveBits'])
}
