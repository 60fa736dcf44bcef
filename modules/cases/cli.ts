// `npm run cli -- files …`: the keys of the files of persons. No command reads a file: that is done at a desk, for a purpose.

import type { Command } from 'commander'
import type { WithDatabase } from '../../platform/command-line.ts'
import { masterKeys } from '../../platform/master-keys.ts'
import { faultsOfChain } from './server/erasing/chain.ts'
import { allCertificates } from './server/erasing/register.ts'
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
  files
    .command('erasures')
    .description(
      'liệt kê giấy xác nhận xóa, kiểm tra chuỗi, nêu khóa chủ còn phải hủy / list the certificates of erasures, check their chain, name master keys still to be destroyed',
    )
    .action(() =>
      withDatabase(async ({ db, settings }) => {
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
