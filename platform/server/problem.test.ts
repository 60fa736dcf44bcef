// What the database says becomes a refusal by name; what nobody foresaw stays a fault of ours.

import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { refusalOf } from './problem.ts'

test('no connection that comes free in time is a database that is away for now', async () => {
  const pool = new pg.Pool({ connectionString: inject('databaseServer'), max: 1, connectionTimeoutMillis: 2_000 })
  const held = await pool.connect()
  const fault = await pool.query('select 1').catch((each: unknown) => each)
  held.release()
  await pool.end()
  expect(refusalOf(fault, {})?.kind.code).toBe('platform.database_away')
  expect(refusalOf(new Error('something else'), {})).toBeUndefined()
})
