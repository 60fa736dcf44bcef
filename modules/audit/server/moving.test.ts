// Databases of older versions: nothing of their audit is lost, and their chains go on.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished, test } from 'vitest'
import type { DB } from '../../../db/schema.generated.ts'
import { openDatabase } from '../../../platform/database/connect.ts'
import { migrate, migrationsFolder } from '../../../platform/database/migrate.ts'
import { emptyDatabase } from '../../../platform/testing/database.ts'
import { chainCheck, entryHash, genesis } from '../verify-export.mjs'
import { sealAudit } from './seal.ts'
import { openSigner } from './signer.ts'
import { verifyAudit } from './verify.ts'
import { walkAlong } from './verifying/walk.ts'

/** A database as it was before a migration, and a way to bring it further. */
async function databaseBefore(name: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-audit-'))
  const made = await emptyDatabase()
  onTestFinished(async () => {
    await made.drop()
    rmSync(folder, { recursive: true })
  })
  const migrateBefore = async (later: string) => {
    const chosen = path.join(folder, later)
    mkdirSync(chosen)
    for (const each of readdirSync(migrationsFolder))
      if (each < later) cpSync(path.join(migrationsFolder, each), path.join(chosen, each))
    return migrate(made.url, chosen)
  }
  await migrateBefore(name)
  const { db, close } = await openDatabase({ url: made.url, connections: 2 })
  onTestFinished(close)
  const signer = openSigner({ data: folder })
  return {
    db,
    signer,
    migrateBefore,
    migrate: () => migrate(made.url),
    verify: () => verifyAudit(db, { trustedKeys: [signer.publicKey], keptHead: signer.keptHead() }),
  }
}

/** Seven entries, the first four of them in the chain; `into` is where those lie that are and those that are not. */
async function writeSeven(db: Kysely<DB>, into: readonly [string, string], afterOf: (number: number) => unknown) {
  let hash = genesis
  for (let number = 1; number <= 7; number += 1) {
    const [id, at, subject] = [uuidv7(), `2024-11-15T05:00:00.00000${number}Z`, `task:${number}`]
    const person = uuidv7()
    const entry = { id, at, person, operation: 'tasks.report', subject, before: null, after: afterOf(number) }
    const sealed = number <= 4
    const previous = hash
    if (sealed) hash = entryHash(previous, { ...entry, position: number, actingFor: null, area: null, command: null })
    const seal = sealed ? sql`, ${number}::bigint, decode(${previous}, 'hex'), decode(${hash}, 'hex')` : sql``
    await sql`
      insert into ${sql.table(into[sealed ? 0 : 1])} (id, at, person_id, operation, subject, after${sealed ? sql`, position, previous_hash, hash` : sql``})
      values (${id}, ${at}, ${person}, 'tasks.report', ${subject}, ${JSON.stringify(entry.after)}${seal})`.execute(db)
  }
}

const allOf = (db: Kysely<DB>) => sql`select * from audit_entry order by subject`.execute(db)
const intact = (sealed: number) => ({
  checked: sealed,
  sealedUntil: sealed,
  unsealed: 7 - sealed,
  findings: [],
  more: 0,
})

test('from before entries had a table to wait in: what was sealed stays where it lies, what was not waits on', async () => {
  const moves = '0080_audit_unsealed.sql'
  const { db, signer, verify, ...database } = await databaseBefore(moves)
  await writeSeven(db, ['audit_entry', 'audit_entry'], (number) => ({ number }))
  const was = await allOf(db)
  const lay = await sql<{ at: number }>`select pg_relation_filenode('audit_entry')::int as at`.execute(db)

  expect((await database.migrateBefore('0081')).applied).toEqual([moves])
  expect((await allOf(db)).rows).toEqual(was.rows)
  const lies = await sql<{ at: number }>`select pg_relation_filenode('audit_sealed')::int as at`.execute(db)
  expect(lies.rows).toEqual(lay.rows)
  await database.migrate()
  expect(await verify()).toEqual(intact(4))
  expect(await sealAudit(db, signer, new Date('2024-11-16T05:00:00Z'))).toBe(3)
  expect(await verify()).toEqual(intact(7))
})

test('from before entries were kept as they are sealed: their keys may lie otherwise, and each is found sound in the quick way all the same', async () => {
  const keeps = '0083_audit_as_sealed.sql'
  const { db, signer, verify, ...database } = await databaseBefore(keeps)
  await writeSeven(db, ['audit_sealed', 'audit_unsealed'], (number) => ({
    trạng_thái: 'xong "hẳn"\n\u0001',
    số: [1.5, -0.25, number, 1e21, true, null],
    '10': {},
    '9': [],
    sâu: [{ zz: [{ b: '', a: [] }], a: { to: 2, bé: number } }],
  }))
  const was = await allOf(db)

  expect((await database.migrate()).applied[0]).toBe(keeps)
  expect((await allOf(db)).rows).toEqual(was.rows)
  expect(await verify()).toEqual(intact(4))
  expect(await sealAudit(db, signer, new Date('2024-11-16T05:00:00Z'))).toBe(3)
  expect(await verify()).toEqual(intact(7))
  const check = chainCheck()
  const singly: number[] = []
  const take = ({ entry }: { entry: { position: number } }) => singly.push(entry.position)
  await walkAlong(db, { take, takeSound: check.takeSound }, { heads: [], threads: 0 })
  expect(singly).toEqual([])
  expect(check.finish()).toMatchObject({ checked: 7, findings: [] })
})
