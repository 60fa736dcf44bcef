// Row-level security does not bind a superuser. Behind an address that signs in as one, the product works as an ordinary
// role that owns its tables instead: the role is made once, and every connection takes it on as it opens.
import pg from 'pg'
import { makeSealedRole } from './sealed-role.ts'

const role = 'binhyen'

/** The address as the product uses it: unchanged for an ordinary role, with the ordinary role put on for a superuser. */
export async function asOrdinaryRole(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch {
    // Whoever opens the pool says why, in one place.
    return url
  }
  try {
    const { rows } = await client.query<{ strong: boolean; database: string }>(
      `SELECT rolsuper AS strong, current_database() AS database FROM pg_roles WHERE rolname = current_user`,
    )
    if (!rows[0]?.strong) return url
    await makeRole(client, rows[0].database)
    return takingOn(url)
  } finally {
    await client.end()
  }
}

async function makeRole(client: pg.Client, database: string): Promise<void> {
  // Two starters at once: the second waits, then finds the role there.
  await client.query(`SELECT pg_advisory_lock(hashtext('binhyen: ordinary role'))`)
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (found.rowCount === 0) await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`)
  // A superuser may take on any role; the ordinary one is not made a member, so it has nothing of it by itself.
  await client.query(makeSealedRole)
  await client.query(`GRANT ALL ON DATABASE ${pg.escapeIdentifier(database)} TO ${role}`)
  await client.query(`GRANT ALL ON SCHEMA public TO ${role}`)
}

function takingOn(url: string): string {
  const address = new URL(url)
  const options = address.searchParams.get('options') ?? ''
  address.searchParams.set('options', `${options} -c role=${role}`.trim())
  return address.href
}
