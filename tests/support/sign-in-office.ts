// A world to sign in to: Kim Động in a real database, the sign-in opened on it, and visitors with browsers of their own.

import { sql } from 'kysely'
import { setPassword } from '../../modules/access/server/sign-in/accounts.ts'
import { openSignIn, type SignIn } from '../../modules/access/server/sign-in/open.ts'
import type { Clock } from '../../platform/server/clock.ts'
import { machineClock } from '../../platform/server/clock.ts'
import type { OidcSettings } from '../../platform/settings.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { openVisitor, type Visitor } from './visitor.ts'
import { world } from './world.ts'

export type SignInOffice = {
  database: TestDatabase
  signIn: SignIn
  clock: Clock
  visitor(address?: string): Visitor
  /** The clock of the office goes on by so many minutes. */
  wait(minutes: number): void
  /** What stands in the audit, oldest first. */
  operations(): Promise<string[]>
}

export async function signInOffice(
  passwords: Record<string, string> = {},
  settings: { publicUrl?: string; oidc?: OidcSettings; empty?: boolean } = {},
): Promise<SignInOffice> {
  const { database } = await world([])
  let later = 0
  const clock: Clock = { ...machineClock('2024-11-15'), now: () => new Date(Date.now() + later * 60_000) }
  const publicUrl = settings.publicUrl ?? 'http://localhost:8080'
  const signIn = openSignIn({
    db: database.db,
    settings: { publicUrl, oidc: settings.oidc },
    secret: 'a secret of forty characters for testing',
    clock,
    log: { info() {}, warn() {}, error: (facts) => console.error(facts) },
  })
  if (settings.empty) await sql`truncate access_grant, delegation, post_holder, person cascade`.execute(database.db)
  for (const [person, password] of Object.entries(passwords)) await setPassword(database.db, person, password)
  return {
    database,
    signIn,
    clock,
    visitor: (address = '192.0.2.1') => openVisitor(signIn, address, publicUrl),
    wait: (minutes) => {
      later += minutes
    },
    operations: async () => {
      const found = await sql<{ operation: string }>`select operation from audit_entry order by at, id`.execute(
        database.db,
      )
      return found.rows.map(({ operation }) => operation)
    },
  }
}
