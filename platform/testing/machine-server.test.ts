import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findMachinePrograms } from './machine-server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-programs-'))
afterAll(() => rmSync(folder, { recursive: true }))

function has(...versions: string[]): string {
  const root = mkdtempSync(path.join(folder, 'root-'))
  for (const version of versions) {
    mkdirSync(path.join(root, version, 'bin'), { recursive: true })
    writeFileSync(path.join(root, version, 'bin', 'initdb'), '')
  }
  return root
}

test('the newest server of 15 or newer is taken', () => {
  const root = has('13', '15', '17', 'common')
  expect(findMachinePrograms([root])).toEqual({ folder: path.join(root, '17', 'bin'), version: 17 })
})

test('names of other distributions are read as well', () => {
  const root = has('pgsql-16')
  expect(findMachinePrograms([root])?.version).toBe(16)
})

test('without one that is new enough, and without its programs, there is none', () => {
  const root = has('14')
  mkdirSync(path.join(root, '18', 'bin'), { recursive: true })
  expect(findMachinePrograms([root, path.join(root, 'nowhere')])).toBeUndefined()
})
