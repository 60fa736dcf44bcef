// `npm run cli -- …`: the commands for the person who runs the machine. Each works whether or not the server is running.
import { Command, CommanderError } from 'commander'
import { accessCommands } from '../modules/access/cli.ts'
import { areaCommands } from '../modules/areas/cli.ts'
import { auditCommands } from '../modules/audit/cli.ts'
import { fileCommands } from '../modules/cases/cli.ts'
import { rosterCommands } from '../modules/rosters/cli.ts'
import type { WithDatabase } from '../platform/command-line.ts'
import { readSettings } from '../platform/settings.ts'
import { StartupRefusal } from '../platform/startup-refusal.ts'
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
  // Before the commands are added: each inherits it.
  program.configureOutput({ outputError: () => undefined }).exitOverride(refuseWording)
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
  fileCommands(program, withDatabase, async () => [
    (await import('../modules/handover/server/public.ts')).rekeyHandOvers,
  ])
  rosterCommands(program, withDatabase)
  return program
}

const wording: Record<string, { vi: (word: string) => string; en: (word: string) => string }> = {
  'commander.unknownCommand': { vi: (word) => `Không có lệnh ${word}`, en: (word) => `There is no command ${word}` },
  'commander.unknownOption': { vi: (word) => `Không có lựa chọn ${word}`, en: (word) => `There is no option ${word}` },
  'commander.missingArgument': { vi: (word) => `Thiếu ${word}`, en: (word) => `${word} is missing` },
  'commander.missingMandatoryOptionValue': { vi: (word) => `Thiếu ${word}`, en: (word) => `${word} is missing` },
  'commander.optionMissingArgument': {
    vi: (word) => `Sau ${word} còn thiếu giá trị`,
    en: (word) => `A value is missing after ${word}`,
  },
  'commander.excessArguments': { vi: () => 'Thừa từ trong lệnh', en: () => 'There are too many words' },
}

// What commander says of a command that was typed wrong is English only.
function refuseWording(said: CommanderError): void {
  // Help was asked for, or is what whoever leaves out the command needs; commander has printed it.
  if (said.exitCode === 0 || said.code === 'commander.help') throw said
  const sentence = wording[said.code]
  const word = said.message.match(/'([^']*)'/)?.[1] ?? ''
  // A value that our own reading of it refused brings both languages along.
  const own = said.message.match(/ is invalid\. (.+) \/ (.+)$/s)
  throw new StartupRefusal('command-wrong', {
    vi: `${sentence?.vi(word) ?? own?.[1] ?? said.message}: xem npm run cli -- --help.`,
    en: `${sentence?.en(word) ?? own?.[2] ?? said.message}: see npm run cli -- --help.`,
  })
}

if (import.meta.main) {
  await runProgram(async () => {
    try {
      await commandLine().parseAsync()
    } catch (fault) {
      // Help that was asked for is no fault; without it, a command that was left out is one.
      if (!(fault instanceof CommanderError)) throw fault
      process.exitCode ??= fault.exitCode
    }
    return Number(process.exitCode ?? 0)
  })
}
