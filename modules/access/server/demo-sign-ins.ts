// The sign-ins of a demonstration: each invented person gets a readable password of chance, made once on this machine.

import { randomInt } from 'node:crypto'
import path from 'node:path'
import type { Kysely } from 'kysely'
import * as z from 'zod/mini'
import type { DB } from '../../../db/schema.generated.ts'
import { readPrivate, writePrivate } from '../../../platform/private-files.ts'
import { machineClock } from '../../../platform/server/clock.ts'
import type { Settings } from '../../../platform/settings.ts'
import { demoPeopleWithRole } from './demo-people.ts'
import { setPassword } from './sign-in/accounts.ts'

export type DemoSignIn = { email: string; password: string; roleVi: string; roleEn: string; areaName: string | null }
const Kept = z.record(z.string(), z.string())
const syllables =
  'ban bay ben bien bong buoi ca cam canh cau chanh chim cho chum coi dam dan dao dau day den diem dong dua duoc ga ghe gio gom guong hat hoa hong hue khoai kim lac lam lan lang lau long lua mai man may me men mia mo moc mua nang nen ngo ngoc nhan non nui oi phao phong quat que quyt rao ray reu ruong rung sao sen song suoi tam tao tau thap thom thuyen tim trang tre trong truc tua vai vang vuon xa xanh xoai xoi xuan yen'.split(
    ' ',
  )

/** Five syllables and three digits: some 45 bits, easy to read aloud and to type. */
function readablePassword(): string {
  const words = Array.from({ length: 5 }, () => syllables[randomInt(syllables.length)])
  return [...words, randomInt(100, 1000)].join('-')
}

/** Makes what is missing and answers the sign-ins of all demo people who hold a role; none in real work. */
export async function prepareDemoSignIns(
  db: Kysely<DB>,
  settings: Pick<Settings, 'data' | 'today'>,
): Promise<readonly DemoSignIn[]> {
  const file = path.join(settings.data, 'demo-sign-ins.json')
  const kept = readKept(file)
  const people = await demoPeopleWithRole(db, machineClock(settings.today).today())
  const missing = people.filter((person) => !person.known || !kept[person.email])
  for (const person of missing) kept[person.email] ??= readablePassword()
  // The file first: a password that only the database knows would be lost.
  if (missing.length > 0) writePrivate(file, `${JSON.stringify(kept, null, 2)}\n`)
  await Promise.all(missing.map((person) => setPassword(db, person.id, kept[person.email] as string)))
  return people.map((person) => ({
    email: person.email,
    password: kept[person.email] as string,
    roleVi: person.roleVi,
    roleEn: person.roleEn,
    areaName: person.areaName,
  }))
}

function readKept(file: string): Record<string, string> {
  const text = readPrivate(file)
  if (text === undefined) return {}
  try {
    return Kept.parse(JSON.parse(text))
  } catch {
    // A damaged list is made anew; these passwords guard invented data only.
    return {}
  }
}
