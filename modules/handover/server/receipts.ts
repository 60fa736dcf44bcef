// Receipts: signed by a key of the installation, whose private half is wrapped with the master key.

import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { unwrap, type Wrapped, wrap } from '../../cases/server/public.ts'
import { type ReceiptFacts, statementOf } from '../rules.ts'

export const signingBound = 'signing of receipts'
type Kept = Wrapped & { public_key: Buffer }

const kept = async (files: Db): Promise<Kept | undefined> => {
  const { rows } = await sql<Kept>`
    select public_key, wrapped, master_key as master from handover.signing_key`.execute(files)
  return rows[0]
}

/** Made by the first who needs it, the same ever after. */
async function signingKey(files: Db): Promise<Kept> {
  const known = await kept(files)
  if (known) return known
  const pair = generateKeyPairSync('ed25519')
  const { wrapped, master } = wrap(pair.privateKey.export({ format: 'der', type: 'pkcs8' }), signingBound)
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' })
  await sql`insert into handover.signing_key (public_key, wrapped, master_key)
    values (${publicKey}, ${wrapped}, ${master}) on conflict do nothing`.execute(files)
  return (await kept(files)) as Kept
}

export async function signedReceipt(files: Db, facts: ReceiptFacts): Promise<{ receipt: string; signature: Buffer }> {
  const receipt = statementOf(facts)
  const key = createPrivateKey({ key: unwrap(await signingKey(files), signingBound), format: 'der', type: 'pkcs8' })
  return { receipt, signature: sign(null, Buffer.from(receipt), key) }
}

/** Whether a statement was signed by the key of this installation. */
export async function isSignedHere(files: Db, statement: string, signature: Buffer): Promise<boolean> {
  const key = await kept(files)
  if (!key) return false
  const publicKey = createPublicKey({ key: key.public_key, format: 'der', type: 'spki' })
  return verify(null, Buffer.from(statement), publicKey, signature)
}

/** The statement has to be the one that follows from what is on record, and the signature ours. */
export async function receiptShown(
  files: Db,
  facts: ReceiptFacts,
  { receipt, signature }: { receipt: string; signature: Buffer },
): Promise<{ statement: string; signature: string; publicKey: string; holds: boolean }> {
  const key = await kept(files)
  return {
    statement: receipt,
    signature: signature.toString('base64'),
    publicKey: key ? key.public_key.toString('base64') : '',
    holds: receipt === statementOf(facts) && (await isSignedHere(files, receipt, signature)),
  }
}
