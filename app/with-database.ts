// Gives a program the product's database, migrated and open: the one behind DATABASE_URL, or the embedded one, which is
// joined when it already runs and started for the while when it does not.
import type { Database } from '../platform/database/connect.ts'
import { openDatabase } from '../platform/database/connect.ts'
import type { EmbeddedDatabase } from '../platform/database/embedded.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { asOrdinaryRole } from '../platform/database/ordinary-role.ts'
import type { Settings } from '../platform/settings.ts'

export interface ReadyDatabase extends Database {
  url: string
  /** The server that comes along; undefined behind DATABASE_URL. */
  embedded: EmbeddedDatabase | undefined
  migrated: string[]
}

export type DatabaseServer = Pick<ReadyDatabase, 'url' | 'embedded'>

/** Where the database is, up and running, its tables left as they are. */
export async function openDatabaseServer(settings: Settings): Promise<DatabaseServer> {
  const embedded = settings.databaseUrl ? undefined : await startEmbedded({ data: settings.data })
  return { embedded, url: embedded?.url ?? (await asOrdinaryRole(settings.databaseUrl ?? '')) }
}

export async function openProductDatabase(settings: Settings, onLost?: (fault: Error) => void): Promise<ReadyDatabase> {
  const { embedded, url } = await openDatabaseServer(settings)
  try {
    const database = await openDatabase({ url, onLost })
    try {
      const { applied } = await migrate(url)
      return {
        ...database,
        url,
        embedded,
        migrated: applied,
        close: async () => {
          await database.close()
          await embedded?.stop()
        },
      }
    } catch (fault) {
      await database.close()
      throw fault
    }
  } catch (fault) {
    await embedded?.stop()
    throw fault
  }
}
