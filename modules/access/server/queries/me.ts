// The person signed in, with what the frame and every screen need to know about them.

import { sql } from 'kysely'
import type { Right } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { Me } from '../../contract/me.ts'
import { readHeldPosts } from '../held-posts.ts'

type Area = { id: string; code: string; name: string; type: string }

export const me = answers(Me, async ({ db, person, rights, withheld, today }) => {
  const id = person?.id ?? ''
  const [known, areas, roles, posts, passkeys] = await Promise.all([
    knownPerson(db, id),
    areasOf(db, rights),
    rolesOf(db, rights),
    readHeldPosts(db, id, sql<boolean>`true`),
    passkeysOf(db, id),
  ])
  return {
    person: { id, name: known.name, email: known.email, demo: known.demo },
    language: known.language,
    today,
    posts,
    roles: rolesHeld(rights, roles, areas),
    permissions: permissionsHeld(rights, areas),
    signIn: {
      password: known.password,
      authenticator: known.authenticator,
      passkeys,
      filesWithheld: withheld.length > 0,
    },
  }
})

type Known = {
  name: string
  email: string
  demo: boolean
  language: 'vi' | 'en'
  password: boolean
  authenticator: boolean
}

async function knownPerson(db: Db, id: string): Promise<Known> {
  const found = await sql<Known>`
    select person.name, person.email, person.demo, person.language, coalesce("user".two_factor_enabled, false) as authenticator,
      exists (select 1 from auth.account where user_id = person.id and provider_id = 'credential') as password
    from person left join auth."user" "user" on "user".id = person.id where person.id = ${id}`.execute(db)
  const known = found.rows[0]
  if (!known) throw new Error('the person signed in is not on record')
  return known
}

async function areasOf(db: Db, rights: readonly Right[]): Promise<Map<string, Area>> {
  const ids = [...new Set(rights.flatMap((right) => right.areaId ?? []))]
  const found = await sql<Area>`select id, code, name, type from area_unit where id = any(${ids}::uuid[])`.execute(db)
  return new Map(found.rows.map((row) => [row.id, row]))
}

async function rolesOf(db: Db, rights: readonly Right[]): Promise<Map<string, { nameVi: string; nameEn: string }>> {
  const ids = [...new Set(rights.map((right) => right.role))]
  const found = await sql<{ id: string; name_vi: string; name_en: string }>`
    select id, name_vi, name_en from role where id = any(${ids}::text[])`.execute(db)
  return new Map(found.rows.map((row) => [row.id, { nameVi: row.name_vi, nameEn: row.name_en }]))
}

async function passkeysOf(db: Db, id: string) {
  const found = await sql<{ id: string; name: string | null; created_at: string | null }>`
    select id, name, created_at from auth.passkey where user_id = ${id} order by created_at`.execute(db)
  return found.rows.map((row) => ({ id: row.id, name: row.name ?? '', addedAt: row.created_at }))
}

function rolesHeld(
  rights: readonly Right[],
  roles: Map<string, { nameVi: string; nameEn: string }>,
  areas: Map<string, Area>,
) {
  const held = new Map(rights.map((right) => [`${right.sourceId}:${right.role}:${right.areaId ?? ''}`, right] as const))
  return [...held.values()].map((right) => ({
    role: { id: right.role, ...(roles.get(right.role) ?? { nameVi: right.role, nameEn: right.role }) },
    area: right.areaId ? (areas.get(right.areaId) ?? null) : null,
    via: right.via,
    actingFor: right.actingFor ?? null,
  }))
}

function permissionsHeld(rights: readonly Right[], areas: Map<string, Area>) {
  const names = [...new Set(rights.map((right) => right.permission))].sort()
  return names.map((name) => {
    const held = rights.filter((right) => right.permission === name)
    const everywhere = held.some((right) => right.areaId === null)
    const ids = everywhere ? [] : [...new Set(held.flatMap((right) => right.areaId ?? []))]
    return { name, everywhere, areas: ids.flatMap((id) => areas.get(id) ?? []) }
  })
}
