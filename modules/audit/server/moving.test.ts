// A database from before entries had a table to wait in: nothing of it is lost or written anew, and its chain goes on.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../platform/database/connect.ts'
import { migrate, migrationsFolder } from '../../../platform/database/migrate.ts'
import { emptyDatabase } from '../../../platform/testing/database.ts'
import { entryHash, genesis } from '../verify-export.mjs'
import { sealAudit } from './seal.ts'
import { openSigner } from './signer.ts'
import { verifyAudit } from './verify.ts'

const moves = '0080_audit_unsealed.sql'

test('what was sealed stays where it lies, what was not waits on, and the chain goes on from its end', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-audit-'))
  const made = await emptyDatabase()
  onTestFinished(async () => {
    await made.drop()
    rmSync(folder, { recursive: true })
  })
  const before = path.join(folder, 'migrations')
  mkdirSync(before)
  for (const name of readdirSync(migrationsFolder))
    if (name < moves) cpSync(path.join(migrationsFolder, name), path.join(before, name))
  await migrate(made.url, before)
  const { db, close } = await openDatabase({ url: made.url, connections: 2 })
  onTestFinished(close)

  let hash = genesis
  for (let number = 1; number <= 7; number += 1) {
    const [id, at, subject] = [uuidv7(), `2024-11-15T05:00:00.00000${number}Z`, `task:${number}`]
    const person = uuidv7()
    const position = number <= 4 ? number : null
    const entry = { id, at, person, operation: 'tasks.report', subject, before: null, after: { number } }
    const previous = hash
    if (position) hash = entryHash(previous, { ...entry, position, actingFor: null, area: null, command: null })
    await sql`
      insert into audit_entry (id, at, person_id, operation, subject, after, position, previous_hash, hash)
      values (${id}, ${at}, ${person}, 'tasks.report', ${subject}, ${JSON.stringify({ number })}, ${position},
        decode(${position ? previous : null}, 'hex'), decode(${position ? hash : null}, 'hex'))`.execute(db)
  }
  const all = () => sql`select * from audit_entry order by subject`.execute(db)
  const was = await all()
  const lay = await sql<{ at: number }>`select pg_relation_filenode('audit_entry')::int as at`.execute(db)

  expect((await migrate(made.url)).applied[0]).toBe(moves)
  expect((await all()).rows).toEqual(was.rows)
  const lies = await sql<{ at: number }>`select pg_relation_filenode('audit_sealed')::int as at`.execute(db)
  expect(lies.rows).toEqual(lay.rows)
  const signer = openSigner({ data: folder })
  const verify = () => verifyAudit(db, { trustedKeys: [signer.publicKey], keptHead: signer.keptHead() })
  expect(await verify()).toEqual({ checked: 4, sealedUntil: 4, unsealed: 3, findings: [], more: 0 })
  expect(await sealAudit(db, signer, new Date('2024-11-16T05:00:00Z'))).toBe(3)
  expect(await verify()).toEqual({ checked: 7, sealedUntil: 7, unsealed: 0, findings: [], more: 0 })
})
