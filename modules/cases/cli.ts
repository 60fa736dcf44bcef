// `npm run cli -- files …`: the keys of the files of persons. No command reads a file: that is done at a desk, for a purpose.

import type { Command } from 'commander'
import type { WithDatabase } from '../../platform/command-line.ts'
import { masterKeys } from '../../platform/master-keys.ts'
import type { Rewrap } from './server/public.ts'

/**
 * `others` wrap what lies with other modules under the same master key. What the work needs is loaded with the command that
 * does it: every other command starts in a third of the time.
 */
export function fileCommands(
  program: Command,
  withDatabase: WithDatabase,
  others: () => Promise<readonly Rewrap[]>,
): void {
  const files = program.command('files').description('khóa của hồ sơ người / keys of the files of persons')
  files
    .command('rekey')
    .description(
      'bọc lại mọi khóa bằng khóa chủ đứng đầu; sau đó bỏ được khóa cũ / wrap all keys with the first master key; the old one may then go',
    )
    .action(() =>
      withDatabase(async ({ db, settings }) => {
        const { provideMasterKeys } = await import('./server/public.ts')
        const { rekeyFiles } = await import('./server/sealing/rekey.ts')
        const keys = masterKeys(settings)
        provideMasterKeys(() => keys)
        const count = await rekeyFiles(db, await others())
        console.log(`Đã bọc lại ${count} khóa bằng khóa chủ ${keys.keys[0].id}.`)
        console.log(`Wrapped ${count} keys with the master key ${keys.keys[0].id}.`)
      }),
    )
  files
    .command('erasures')
    .description(
      'liệt kê giấy xác nhận xóa, kiểm tra chuỗi, nêu khóa chủ còn phải hủy / list the certificates of erasures, check their chain, name master keys still to be destroyed',
    )
    .action(() =>
      withDatabase(async ({ db, settings }) => {
        const { faultsOfChain } = await import('./server/erasing/chain.ts')
        const { allCertificates } = await import('./server/erasing/register.ts')
        const entries = await allCertificates(db)
        const here = new Set(masterKeys(settings).keys.map(({ id }) => id))
        for (const { certificate, decidedAt, destroyed, masterKeys: keys } of entries) {
          const open = keys.filter((id) => here.has(id))
          console.log(
            `${certificate}  ${decidedAt.slice(0, 10)}  ${destroyed.files.join(', ')}  ${open.join(', ') || '–'}`,
          )
        }
        const faults = faultsOfChain(entries)
        for (const { certificate, fault } of faults) console.log(`${certificate}: ${chainFaults[fault]}`)
        if (faults.length > 0) process.exitCode = 1
      }),
    )
}

const chainFaults = {
  changed: 'đã bị sửa / was changed',
  parted: 'không nối với giấy trước, có giấy bị mất / does not follow the one before, one is missing',
}
