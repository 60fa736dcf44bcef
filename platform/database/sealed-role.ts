// The files of persons lie in a schema of their own, and only a role of their own may touch it. The product's role takes it
// on for the length of one piece of work (`set role`) and has nothing of it otherwise: it does not inherit.
import type pg from 'pg'
import { StartupRefusal } from '../startup-refusal.ts'

export const sealedRole = 'binhyen_files'

/**
 * What whoever runs the server has to say once, as a superuser. Before version 16 a member cannot be told not to inherit from
 * one role only: there the product's role could see what it says reader, purpose and commune for, and still nothing without.
 */
export function sealedRoleStatements(member: string, serverNumber: number): string[] {
  const taking = takesOnOnly(serverNumber) ? ' WITH INHERIT FALSE, SET TRUE' : ''
  return [makeSealedRole, `GRANT ${sealedRole} TO ${member}${taking}`]
}

const takesOnOnly = (serverNumber: number): boolean => serverNumber >= 160_000

/** On one line, for a server in single-user mode reads line by line; and nothing is caught, for there any error ends it. */
export const makeSealedRole = `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${sealedRole}') THEN CREATE ROLE ${sealedRole} NOLOGIN NOSUPERUSER NOBYPASSRLS; END IF; END $$`

/** Refuses to go on where the role is missing, or where the product's role would have its rights at all times. */
export async function requireSealedRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; number: number; standing: 'missing' | 'always' | 'taken-on' }>(
    `select quote_ident(current_user) as name, current_setting('server_version_num')::int as number,
       case when role.oid is null or not (pg_has_role(session_user, role.oid, 'member') or pg_has_role(current_user, role.oid, 'member')) then 'missing'
            when pg_has_role(current_user, role.oid, 'usage') then 'always' else 'taken-on' end as standing
     from (select 1) as one left join pg_roles role on role.rolname = $1`,
    [sealedRole],
  )
  const found = rows[0]
  if (!found || found.standing === 'taken-on') return
  if (found.standing === 'always' && !takesOnOnly(found.number)) return
  const statements = `${sealedRoleStatements(found.name, found.number).join('; ')};`
  throw new StartupRefusal('sealed-role-missing', {
    vi: `Hồ sơ người cần một vai trò riêng trên máy chủ dữ liệu: hãy nhờ người quản trị máy chủ chạy một lần: ${statements}`,
    en: `The files of persons need a role of their own on the database server: have its administrator run once: ${statements}`,
  })
}
