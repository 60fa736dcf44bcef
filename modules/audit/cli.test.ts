// The commands as somebody types them, on a real database, up to the exit code and the stand-alone verifier.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSettings } from '../../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { auditCommands } from './cli.ts'
import { openSigner, recordAudit } from './server/public.ts'
import { sealAudit } from './server/seal.ts'

let database: TestDatabase
let data: string
let said: string[]
beforeEach(async () => {
  database = await freshDatabase()
  data = mkdtempSync(path.join(tmpdir(), 'binhyen-audit-'))
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  for (let count = 1; count <= 5; count += 1)
    await recordAudit(database.db, [
      {
        operation: 'tasks.report',
        subject: `task:${count}`,
        personId: uuidv7(),
        actingForId: null,
        commandId: null,
        at: new Date(),
      },
    ])
  await sealAudit(database.db, openSigner({ data }), new Date())
})
afterEach(async () => {
  vi.restoreAllMocks()
  process.exitCode = undefined
  rmSync(data, { recursive: true })
  await database.drop()
})

async function type(...words: string[]): Promise<string> {
  const program = new Command().exitOverride()
  const settings = readSettings({ BINHYEN_DATA: data })
  auditCommands(program, (work) => work({ ...database, settings }))
  await program.parseAsync(['audit', ...words], { from: 'user' })
  return said.join('\n')
}

test('an intact chain is said to be so, and nothing is wrong with the exit code', async () => {
  expect(await type('verify')).toContain('5 entries checked, sealed to entry 5, 0 not sealed yet: intact.')
  expect(process.exitCode).toBeUndefined()
})

test('a changed entry is named with its position and its id, and the exit code is 1', async () => {
  const changed = await sql<{ id: string }>`
    update audit_entry set subject = 'task:x' where position = 3 returning id`.execute(database.db)
  expect(await type('verify')).toContain(`Entry 3 (${changed.rows[0]!.id}) was changed after it was sealed.`)
  expect(process.exitCode).toBe(1)
})

test('the result can be read by a program', async () => {
  await sql`delete from audit_entry where position = 2`.execute(database.db)
  const outcome = JSON.parse(await type('verify', '--json')) as { findings: { kind: string; position: number }[] }
  expect(outcome.findings).toEqual([expect.objectContaining({ kind: 'removed', position: 2 })])
})

test('an exported log is checked by the stand-alone file alone, and a changed one is named', async () => {
  const file = path.join(data, 'log.jsonl')
  await type('export', file)
  const verifier = path.join(import.meta.dirname, 'verify-export.mjs')
  const check = () =>
    spawnSync(process.execPath, [verifier, file, '--key', openSigner({ data }).publicKey], { encoding: 'utf8' })
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('Nguyên vẹn · Intact') })
  writeFileSync(file, readFileSync(file, 'utf8').replace('task:4', 'task:5'))
  expect(check()).toMatchObject({ status: 1, stdout: expect.stringMatching(/Entry 4 \(.*\) was changed/) })
})

test('a day that does not exist is refused in words', async () => {
  await expect(type('export', path.join(data, 'x'), '--from', '2024-02-30')).rejects.toThrow(/Không có ngày 2024-02-30/)
})
