// A back-up on disk: a folder with one compressed file for each table, and a manifest that is written last and says what
// must be there. A folder without a manifest is not a back-up.

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import type { Bilingual } from '../../contract/words.ts'
import { StartupRefusal } from '../../startup-refusal.ts'

export const manifestName = 'manifest.json'
export const fileOf = (table: string): string => `${table}.copy.gz`

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Manifest = z.object({
  format: z.literal('binh-yen-backup-1'),
  takenAt: z.iso.datetime(),
  program: z.string(),
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256 })),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/),
      columns: z.array(z.string()),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256,
    }),
  ),
  sequences: z.array(z.object({ quoted: z.string(), last: z.string().regex(/^-?\d+$/) })),
})
export type Manifest = z.infer<typeof Manifest>

export function readManifest(folder: string): Manifest {
  const file = path.join(folder, manifestName)
  if (!existsSync(file))
    throw new StartupRefusal('backup-not-there', {
      vi: `Thư mục ${folder} không phải bản sao lưu hoàn chỉnh: không có ${manifestName}.`,
      en: `The folder ${folder} is no complete back-up: it has no ${manifestName}.`,
    })
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new StartupRefusal(
      'backup-unreadable',
      {
        vi: `Không đọc được ${file}: tệp bị hỏng, hoặc do chương trình mới hơn ghi.`,
        en: `${file} cannot be read: it is damaged, or a newer program wrote it.`,
      },
      { cause },
    )
  }
}

/** What is wrong with the files of a back-up, one sentence each; every byte is read. */
export async function faultsOf(folder: string, manifest: Manifest): Promise<Bilingual[]> {
  const faults: Bilingual[] = []
  for (const table of manifest.tables) {
    const file = path.join(folder, fileOf(table.name))
    if (!existsSync(file)) {
      faults.push({ vi: `Thiếu tệp ${file}.`, en: `The file ${file} is missing.` })
      continue
    }
    const found = await contentOf(file).catch(() => undefined)
    if (found?.sha256 !== table.sha256 || found.rows !== table.rows)
      faults.push({
        vi: `Tệp ${file} đã bị sửa hoặc hỏng.`,
        en: `The file ${file} was changed or is damaged.`,
      })
  }
  return faults
}

async function contentOf(file: string): Promise<{ sha256: string; rows: number }> {
  const hash = createHash('sha256')
  let rows = 0
  const count = new Writable({
    write(chunk: Buffer, _, done) {
      // Within a row, COPY writes a line break as two letters.
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1
      done()
    },
  })
  const packed = createReadStream(file)
  packed.on('data', (chunk) => hash.update(chunk))
  await pipeline(packed, createGunzip(), count)
  return { sha256: hash.digest('hex'), rows }
}
