// `npm run cli -- files …`: the keys of the files of persons. No command reads a file: that is done at a desk, for a purpose.

import type { Command } from 'commander'
import type { WithDatabase } from '../../platform/command-line.ts'
import { masterKeys } from '../../platform/master-keys.ts'
import { provideMasterKeys, type Rewrap } from './server/public.ts'
import { rekeyFiles } from './server/sealing/rekey.ts'

/** `others` wrap what lies with other modules under the same master key. */
export function fileCommands(program: Command, withDatabase: WithDatabase, others: readonly Rewrap[]): void {
  const files = program.command('files').description('khóa của hồ sơ người / keys of the files of persons')
  files
    .command('rekey')
    .description(
      'bọc lại mọi khóa bằng khóa chủ đứng đầu; sau đó bỏ được khóa cũ / wrap all keys with the first master key; the old one may then go',
    )
    .action(() =>
      withDatabase(async ({ db, settings }) => {
        const keys = masterKeys(settings)
        provideMasterKeys(() => keys)
        const count = await rekeyFiles(db, others)
        console.log(`Đã bọc lại ${count} khóa bằng khóa chủ ${keys.keys[0].id}.`)
        console.log(`Wrapped ${count} keys with the master key ${keys.keys[0].id}.`)
      }),
    )
}
