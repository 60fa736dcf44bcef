import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { signInOffice } from '../../../tests/support/sign-in-office.ts'
import { prepareDemoSignIns } from './demo-sign-ins.ts'

function dataFolder() {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-demo-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  return { data, today: '2024-11-15', file: path.join(data, 'demo-sign-ins.json') }
}

test('each demo person with a role gets a password of chance, once, kept where only its owner may read it', async () => {
  const { database, visitor } = await signInOffice()
  const settings = dataFolder()
  const first = await prepareDemoSignIns(database.db, settings)
  expect(first.map(({ email }) => email)).toEqual([
    'tinh@demo.example',
    'huyen@demo.example',
    'congangiap@demo.example',
    'conganxa@demo.example',
    'conganxa2@demo.example',
    'trucban@demo.example',
    'ngocthanh@demo.example',
    'xa@demo.example',
    'giupdo@demo.example',
    'coquan@demo.example',
    'tramyte@demo.example',
    'truongcax@demo.example',
    'thon@demo.example',
    'kiemtra@demo.example',
    'quantri@demo.example',
  ])
  expect(new Set(first.map(({ password }) => password)).size).toBe(15)
  expect(statSync(settings.file).mode & 0o777).toBe(0o600)
  expect(await prepareDemoSignIns(database.db, settings)).toEqual(first)
  const one = first.find(({ email }) => email === 'xa@demo.example')
  expect((await visitor().post('/sign-in/email', { email: one?.email, password: one?.password })).status).toBe(200)
})

test('a lost or damaged list is made anew, and the new passwords hold', async () => {
  const { database, visitor } = await signInOffice()
  const settings = dataFolder()
  const [before] = await prepareDemoSignIns(database.db, settings)
  rmSync(settings.file)
  const [after] = await prepareDemoSignIns(database.db, settings)
  expect(after?.password).not.toBe(before?.password)
  const enter = (password = '') => visitor().post('/sign-in/email', { email: before?.email, password })
  expect((await enter(before?.password)).status).toBe(401)
  expect((await enter(after?.password)).status).toBe(200)
})

test('an installation for real work has none, and leaves no file', async () => {
  const { database, visitor } = await signInOffice({}, { empty: true })
  const settings = dataFolder()
  expect(await prepareDemoSignIns(database.db, settings)).toEqual([])
  expect(() => readFileSync(settings.file)).toThrow(/ENOENT/)
  expect((await visitor().get('/ways')).body).toEqual({ organisation: false, demoPeople: [] })
})

test('before signing in, only demo people who can sign in are shown, by role and place', async () => {
  const { database, visitor } = await signInOffice()
  expect((await visitor().get('/ways')).body.demoPeople).toEqual([])
  await prepareDemoSignIns(database.db, dataFolder())
  await sql`update person set demo = false where email = 'xa@demo.example'`.execute(database.db)
  const shown = (await visitor().get('/ways')).body.demoPeople as Record<string, unknown>[]
  expect(shown).toHaveLength(14)
  expect(shown[0]).toEqual({
    name: 'Đỗ Hải Yến (minh họa)',
    email: 'tinh@demo.example',
    roleVi: 'Lãnh đạo cấp tỉnh',
    roleEn: 'Province lead',
    areaName: 'Hưng Yên',
  })
})
