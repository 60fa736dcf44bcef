// How the sign-in library sees our tables: schema auth, snake_case below and camelCase above, instants as Date.

import {
  CamelCasePlugin,
  type Kysely,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'

const instants = new Set([
  'createdAt',
  'updatedAt',
  'expiresAt',
  'lastSeenAt',
  'lockedUntil',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
])

/** Our connections give instants as text; the library compares them with Date. */
class InstantsAsDates implements KyselyPlugin {
  transformQuery(query: PluginTransformQueryArgs): RootOperationNode {
    return query.node
  }
  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    for (const row of result.rows)
      for (const [column, value] of Object.entries(row))
        if (instants.has(column) && typeof value === 'string') row[column] = new Date(value)
    return result
  }
}

export const authTables = (db: Kysely<DB>): Kysely<DB> =>
  db.withPlugin(new CamelCasePlugin()).withPlugin(new InstantsAsDates())
