// `npm run cli -- …`: the commands for the person who runs the machine. Each works whether or not the server is running.
import { Command } from 'commander'
import { readSettings } from '../platform/settings.ts'
import { runProgram } from './program.ts'
import { openProductDatabase } from './with-database.ts'

await runProgram(async () => {
  const program = new Command('binhyen').description('Bình Yên')
  program
    .command('database')
    .description('trạng thái cơ sở dữ liệu / state of the database')
    .action(async () => {
      const database = await openProductDatabase(readSettings(process.env))
      try {
        const { rows } = await database.pool.query<{ version: string; size: string }>(
          `SELECT current_setting('server_version') AS version, pg_size_pretty(pg_database_size(current_database())) AS size`,
        )
        console.log(`PostgreSQL ${rows[0]?.version}, ${rows[0]?.size}, ${new URL(database.url).host}`)
      } finally {
        await database.close()
      }
    })
  await program.parseAsync()
  return undefined
})
