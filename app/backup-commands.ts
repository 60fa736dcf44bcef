// `npm run cli -- backup …` and `restore …`: keep the database in a folder while the product runs, and bring it back.

import path from 'node:path'
import type { Command } from 'commander'
import type { Bilingual } from '../platform/contract/words.ts'
import { faultsOf, type Manifest, readManifest } from '../platform/database/backup/archive.ts'
import { restoreBackup } from '../platform/database/backup/restore.ts'
import { takeBackup } from '../platform/database/backup/take.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { readSettings } from '../platform/settings.ts'
import { say } from './say.ts'
import { version } from './version.ts'
import { openDatabaseServer } from './with-database.ts'

/** The tables are left as they are: what is kept before an upgrade is the older state. */
async function withServer(work: (url: string) => Promise<void>): Promise<void> {
  const server = await openDatabaseServer(readSettings(process.env))
  try {
    await work(server.url)
  } finally {
    await server.embedded?.stop()
  }
}

export function backupCommands(program: Command): void {
  const backup = program
    .command('backup')
    .description('sao lưu cơ sở dữ liệu vào một thư mục mới, không cần dừng máy chủ / back up into a new folder')
    .argument('<folder>', 'thư mục mới hoặc trống / a folder that is new or empty')
    .action((folder: string) =>
      withServer(async (url) => say(taken(await takeBackup(url, path.resolve(folder), version), folder))),
    )
  backup
    .command('verify')
    .description('đọc lại từng tệp của bản sao lưu và đối chiếu / read every file of a back-up and compare')
    .argument('<folder>', 'thư mục của bản sao lưu / the folder of the back-up')
    .action(async (folder: string) => {
      const manifest = readManifest(path.resolve(folder))
      const faults = await faultsOf(path.resolve(folder), manifest)
      for (const fault of faults) say(fault)
      if (faults.length > 0) process.exitCode = 1
      else say(whole(manifest, folder))
    })
  program
    .command('restore')
    .description('khôi phục bản sao lưu vào một cơ sở dữ liệu trống / restore a back-up into an empty database')
    .argument('<folder>', 'thư mục của bản sao lưu / the folder of the back-up')
    .action((folder: string) =>
      withServer(async (url) => {
        // Half of the product, which no other command needs: loaded when it is called for.
        const { eraseAgain, registerMissing } = await import('./erasures.ts')
        const settings = readSettings(process.env)
        const missing = registerMissing(settings)
        say(restored(await restoreBackup(url, path.resolve(folder))))
        const { db, close } = await openDatabase(url)
        try {
          for (const line of [...(await eraseAgain(db, settings)), ...missing]) say(line)
        } finally {
          await close()
        }
        say({
          vi: 'Nhớ chép cả secrets.json và thư mục secrets/ của nơi cũ vào thư mục dữ liệu.',
          en: 'Copy secrets.json and the folder secrets/ of the old place into the data folder too.',
        })
      }),
    )
}

const sizeOf = ({ tables }: Manifest) => {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const megabytes = Math.max(1, Math.round(tables.reduce((sum, table) => sum + table.bytes, 0) / 1024 / 1024))
  return {
    vi: `${tables.length} bảng, ${rows.toLocaleString('vi-VN')} dòng, ${megabytes} MB`,
    en: `${tables.length} tables, ${rows.toLocaleString('en-GB')} rows, ${megabytes} MB`,
  }
}

const taken = (manifest: Manifest, folder: string): Bilingual => ({
  vi: `Đã sao lưu vào ${folder}: ${sizeOf(manifest).vi}, như lúc ${manifest.takenAt}.`,
  en: `Backed up into ${folder}: ${sizeOf(manifest).en}, as of ${manifest.takenAt}.`,
})
const whole = (manifest: Manifest, folder: string): Bilingual => ({
  vi: `Bản sao lưu ${folder} nguyên vẹn: ${sizeOf(manifest).vi}, như lúc ${manifest.takenAt}.`,
  en: `The back-up ${folder} is whole: ${sizeOf(manifest).en}, as of ${manifest.takenAt}.`,
})
const restored = (manifest: Manifest): Bilingual => ({
  vi: `Đã khôi phục ${sizeOf(manifest).vi}, như lúc ${manifest.takenAt}.`,
  en: `Restored ${sizeOf(manifest).en}, as of ${manifest.takenAt}.`,
})
