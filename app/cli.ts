// `npm run cli -- …`: the commands for the person who runs the machine. Each works whether or not the server is running.
import { Command } from 'commander'
import { accessCommands } from '../modules/access/cli.ts'
import { areaCommands } from '../modules/areas/cli.ts'
import { auditCommands } from '../modules/audit/cli.ts'
import { rosterCommands } from '../modules/rosters/cli.ts'
import type { WithDatabase } from '../platform/command-line.ts'
import { readSettings } from '../platform/settings.ts'
import { backupCommands } from './backup-commands.ts'
import { runProgram } from './program.ts'
import { openProductDatabase } from './with-database.ts'

const withDatabase: WithDatabase = async (work) => {
  const settings = readSettings(process.env)
  const database = await openProductDatabase(settings)
  try {
    await work({ ...database, settings })
  } finally {
    await database.close()
  }
}

/** The whole program, also for the reference page that is made from it. */
export function commandLine(): Command {
  const program = new Command('binhyen').description('Bình Yên')
  program
    .command('database')
    .description('trạng thái cơ sở dữ liệu / state of the database')
    .action(() =>
      withDatabase(async ({ pool, settings }) => {
        const { rows } = await pool.query<{ version: string; size: string }>(
          `SELECT current_setting('server_version') AS version, pg_size_pretty(pg_database_size(current_database())) AS size`,
        )
        const place = settings.databaseUrl ? new URL(settings.databaseUrl).host : settings.data
        console.log(`PostgreSQL ${rows[0]?.version}, ${rows[0]?.size}, ${place}`)
      }),
    )
  backupCommands(program)
  accessCommands(program, withDatabase)
  areaCommands(program, withDatabase)
  auditCommands(program, withDatabase)
  rosterCommands(program, withDatabase)
  return program
}

if (import.meta.main) {
  await runProgram(async () => {
    await commandLine().parseAsync()
    return Number(process.exitCode ?? 0)
  })
}
