import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { emptyDatabase } from '../testing/database.ts'
import { openDatabase } from './connect.ts'
import { migrate } from './migrate.ts'
import { asOrdinaryRole } from './ordinary-role.ts'

test('an address of an ordinary role is left as it is', async () => {
  const url = inject('databaseServer')
  expect(await asOrdinaryRole(url)).toBe(url)
})

test('an address of nobody is left for the pool to refuse by name', async () => {
  const nowhere = 'postgres://nobody@127.0.0.1:1/none'
  expect(await asOrdinaryRole(nowhere)).toBe(nowhere)
  await expect(openDatabase(nowhere)).rejects.toMatchObject({ refusal: 'database-unreachable' })
})

// The embedded server has no superuser that could sign in; the run on the machine's own PostgreSQL has one.
const superuser = inject('databaseSuperuser')

test.runIf(superuser)('a superuser works as an ordinary role that owns the tables', async () => {
  const made = await emptyDatabase()
  const address = new URL(superuser)
  address.pathname = new URL(made.url).pathname
  try {
    const url = await asOrdinaryRole(address.href)
    expect(await asOrdinaryRole(address.href)).toBe(url)
    await migrate(url)
    const database = await openDatabase(url)
    const { rows } = await database.pool.query<{ who: string; owner: string }>(
      `SELECT current_user AS who, tableowner AS owner FROM pg_tables WHERE tablename = 'command'`,
    )
    await database.close()
    expect(rows).toEqual([{ who: 'binhyen', owner: 'binhyen' }])
  } finally {
    const client = new pg.Client({ connectionString: address.href })
    await client.connect()
    await client.query('DROP OWNED BY binhyen CASCADE')
    await client.end()
    await made.drop()
  }
})
