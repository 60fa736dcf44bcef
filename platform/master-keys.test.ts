// Where the master keys of the files of persons come from, and what is refused.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { aboutMasterKeys, masterKeyFile, masterKeys } from './master-keys.ts'
import { newKey } from './server/envelope.ts'

const root = mkdtempSync(path.join(tmpdir(), 'binhyen-keys-'))
let data: string
beforeEach(() => {
  data = mkdtempSync(path.join(root, 'data-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
const given = (part: { filesKey?: string; filesKeyCommand?: string } = {}) => ({
  filesKey: undefined,
  filesKeyCommand: undefined,
  data,
  ...part,
})

test.each(['', 'ngắn', `${newKey().toString('base64')},AAAA`])(
  'a key that is none is refused, and not repeated: %s',
  (text) => {
    const file = masterKeyFile(data)
    masterKeys(given())
    writeFileSync(file, text)
    expect(() => masterKeys(given())).toThrow(expect.objectContaining({ refusal: 'files-key-ill-formed' }))
    if (text) expect(() => masterKeys(given({ filesKey: text }))).toThrow(expect.not.stringContaining(text) as never)
  },
)

test('a command that fails or says nothing is refused', () => {
  expect(() => masterKeys(given({ filesKeyCommand: '/no/such/command' }))).toThrow(
    expect.objectContaining({ refusal: 'files-key-command-failed' }),
  )
  expect(() => masterKeys(given({ filesKeyCommand: 'true' }))).toThrow(
    expect.objectContaining({ refusal: 'files-key-ill-formed' }),
  )
})

test('a key is made once, in a file that only its owner may read', () => {
  const made = masterKeys(given())
  expect(made.from).toBe('new-file')
  expect(statSync(masterKeyFile(data)).mode & 0o777).toBe(0o600)
  expect(masterKeys(given())).toEqual({ ...made, from: 'file' })
})

test('the first start says where the key lies and to keep a copy elsewhere; no later start says it again', () => {
  const made = masterKeys(given())
  const [line, ...more] = aboutMasterKeys(made, data)
  expect(more).toEqual([])
  for (const words of [line?.vi, line?.en]) expect(words).toContain(masterKeyFile(data))
  expect(line?.vi).toContain('Hãy chép ra nơi cất riêng; mất khóa này thì không ai đọc được hồ sơ')
  expect(line?.en).toContain('Keep a copy elsewhere; if it is lost nobody can read the files')
  const key = made.keys[0].key.toString('base64')
  expect(`${line?.vi}${line?.en}`).not.toContain(key)
  expect(aboutMasterKeys(masterKeys(given()), data)).toEqual([])
  expect(aboutMasterKeys(masterKeys(given({ filesKey: key })), data)).toEqual([])
})

test('the environment goes before a command, a command before the file; the first key is the one that seals', () => {
  const [one, two] = [newKey().toString('base64'), newKey().toString('base64')]
  const both = masterKeys(given({ filesKey: `${one},${two}`, filesKeyCommand: 'false' }))
  expect([both.from, both.keys.map(({ key }) => key.toString('base64'))]).toEqual(['environment', [one, two]])
  const file = path.join(data, 'from-service')
  writeFileSync(file, `${two}\n`)
  expect(masterKeys(given({ filesKeyCommand: `cat ${file}` }))).toMatchObject({
    from: 'command',
    keys: [{ id: both.keys[1]?.id }],
  })
  expect(readFileSync(file, 'utf8')).not.toContain(both.keys[1]?.id)
})
