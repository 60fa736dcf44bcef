// The commands as somebody types them, on a real database, up to the exit code and the stand-alone verifier.

import { spawnSync } from 'node:child_process'
import { createPublicKey, generateKeyPairSync } from 'node:crypto'
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

/** The verifier as an inspector runs it, without the product. */
const alone = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(import.meta.dirname, 'verify-export.mjs'), ...words], { encoding: 'utf8' })

test('an intact chain is said to be so, and nothing is wrong with the exit code', async () => {
  expect(await type('verify')).toContain('5 entries checked, sealed to entry 5, 0 not sealed yet: intact.')
  expect(process.exitCode).toBeUndefined()
})

test('a changed entry is named with its position and its id, and the exit code is 1', async () => {
  const changed = await sql<{ id: string }>`
    update audit_sealed set subject = 'task:x' where position = 3 returning id`.execute(database.db)
  expect(await type('verify')).toContain(`Entry 3 (${changed.rows[0]!.id}) was changed after it was sealed.`)
  expect(process.exitCode).toBe(1)
})

test('the result can be read by a program', async () => {
  await sql`delete from audit_sealed where position = 2`.execute(database.db)
  const outcome = JSON.parse(await type('verify', '--json')) as { findings: { kind: string; position: number }[] }
  expect(outcome.findings).toEqual([expect.objectContaining({ kind: 'removed', position: 2 })])
})

/** Keys of every wrong kind, as somebody might type them, and what is answered. */
function wrongKeys(): [string, string][] {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  const notes = path.join(data, 'notes.txt')
  writeFileSync(notes, 'tháng 7')
  return [
    ['khoa.pub', '“khoa.pub” is no public key, and there is no file of that name.'],
    ['', '“” is no public key, and there is no file of that name.'],
    [data, `“${data}” is no public key, and there is no file of that name.`],
    ['A'.repeat(300), 'AAA” is no public key, and there is no file of that name.'],
    [notes, `The file ${notes} holds no public key.`],
    [path.join(data, 'secrets/audit-key'), 'This key is of another kind (ed25519, private)'],
    [rsa.export({ format: 'der', type: 'spki' }).toString('base64'), 'This key is of another kind (rsa, public)'],
  ]
}

test('a key that is none is refused in one sentence, by the command and by the stand-alone file', async () => {
  const file = path.join(data, 'log.jsonl')
  await type('export', file)
  for (const [key, sentence] of wrongKeys()) {
    await expect(type('verify', '--key', key)).rejects.toThrow(sentence)
    if (key !== '') expect(alone(file, '--key', key)).toMatchObject({ status: 2, stdout: '' })
    if (key !== '') expect(alone(file, '--key', key).stderr).toContain(sentence)
  }
  expect(alone(file, '--key')).toMatchObject({ status: 2, stderr: expect.stringContaining('verify-export.mjs LOG') })
  expect(alone(`${file}x`)).toMatchObject({ status: 2, stderr: expect.stringContaining(`no file ${file}x`) })
})

test('the key is believed as text and from a file, base64 or PEM; a key of somebody else is a stranger', async () => {
  const file = path.join(data, 'log.jsonl')
  await type('export', file)
  const key = openSigner({ data }).publicKey
  const pem = path.join(data, 'key.pem')
  const read = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
  writeFileSync(pem, read.export({ format: 'pem', type: 'spki' }))
  const base64 = path.join(data, 'key.txt')
  writeFileSync(base64, `${key}\n`)
  for (const each of [key, pem, base64]) {
    expect(alone(file, '--key', each)).toMatchObject({ status: 0 })
    expect(await type('verify', '--key', each)).toContain('intact')
  }
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  expect(alone(file, '--key', other)).toMatchObject({ status: 1, stdout: expect.stringContaining('strange key') })
})

test('an exported log is checked by the stand-alone file alone, and a changed one is named', async () => {
  const file = path.join(data, 'log.jsonl')
  await type('export', file)
  const check = () => alone(file, '--key', openSigner({ data }).publicKey)
  expect(check()).toMatchObject({ status: 0, stdout: expect.stringContaining('Nguyên vẹn · Intact') })
  writeFileSync(file, readFileSync(file, 'utf8').replace('task:4', 'task:5'))
  expect(check()).toMatchObject({ status: 1, stdout: expect.stringMatching(/Entry 4 \(.*\) was changed/) })
})

test('a day that does not exist is refused in words', async () => {
  await expect(type('export', path.join(data, 'x'), '--from', '2024-02-30')).rejects.toThrow(/Không có ngày 2024-02-30/)
})
