// The master keys: outside the database, so that a back-up of it is worth nothing without them. They come from the environment,
// from a command (of a key service), or from a file of the data folder that is made once and that only its owner may read.
// The first key seals; all of them open, so that a new one can be put in front and the old one taken away after `rotate`.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import path from 'node:path'
import type { Bilingual } from './contract/words.ts'
import { makeFolder, readPrivate, writePrivate } from './private-files.ts'
import { keyBytes, newKey } from './server/envelope.ts'
import type { Settings } from './settings.ts'
import { StartupRefusal } from './startup-refusal.ts'

export type MasterKey = {
  /** Known by its fingerprint: what is wrapped says by which key, and says nothing else. */
  id: string
  key: Buffer
}
export type MasterKeys = {
  keys: readonly [MasterKey, ...MasterKey[]]
  from: 'environment' | 'command' | 'file' | 'new-file'
}

export const masterKeyFile = (data: string): string => path.join(data, 'secrets', 'person-files.key')

export function masterKeys(settings: Pick<Settings, 'filesKey' | 'filesKeyCommand' | 'data'>): MasterKeys {
  if (settings.filesKey) return { keys: readKeys(settings.filesKey, 'BINHYEN_FILES_KEY'), from: 'environment' }
  if (settings.filesKeyCommand)
    return { keys: readKeys(saidBy(settings.filesKeyCommand), 'BINHYEN_FILES_KEY_COMMAND'), from: 'command' }
  const file = masterKeyFile(settings.data)
  const text = readPrivate(file)
  if (text !== undefined) return { keys: readKeys(text, file), from: 'file' }
  const made = newKey().toString('base64')
  makeFolder(path.dirname(file), 0o700)
  writePrivate(file, `${made}\n`)
  return { keys: readKeys(made, file), from: 'new-file' }
}

/** What the first start says: a key that was made just now lies in one place only. */
export function aboutMasterKeys({ from }: Pick<MasterKeys, 'from'>, data: string): Bilingual[] {
  if (from !== 'new-file') return []
  const file = masterKeyFile(data)
  return [
    {
      vi: `Đã tạo khóa hồ sơ người: ${file}. Hãy chép ra nơi cất riêng; mất khóa này thì không ai đọc được hồ sơ.`,
      en: `Made the key of the files of persons: ${file}. Keep a copy elsewhere; if it is lost nobody can read the files.`,
    },
  ]
}

/** Keys in base64, one a line or with commas. */
function readKeys(text: string, where: string): MasterKeys['keys'] {
  const keys = text
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map((word) => Buffer.from(word, 'base64'))
  const [first, ...others] = keys.map((key): MasterKey => ({ id: fingerprintOf(key), key }))
  if (first && keys.every(({ length }) => length === keyBytes)) return [first, ...others]
  throw new StartupRefusal('files-key-ill-formed', {
    vi: `Khóa hồ sơ người ở ${where} không đúng: cần ${keyBytes} byte viết bằng base64, mỗi dòng một khóa, khóa đang dùng đứng đầu. Không có khóa đúng thì không ai đọc được hồ sơ.`,
    en: `The key of the files of persons in ${where} is not right: ${keyBytes} bytes in base64 are wanted, one key a line, the one in use first. Without the right key nobody can read the files.`,
  })
}

export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update('binhyen master key\0').update(key).digest('hex').slice(0, 12)

/** What the command prints; it is run without a shell, its words are parted by blanks. */
function saidBy(command: string): string {
  const [program = '', ...words] = command.split(' ').filter((word) => word !== '')
  try {
    return execFileSync(program, words, { encoding: 'utf8', timeout: 30_000, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (cause) {
    throw new StartupRefusal(
      'files-key-command-failed',
      {
        vi: 'Lệnh trong BINHYEN_FILES_KEY_COMMAND không đưa ra khóa: hãy chạy thử lệnh đó bằng tài khoản của dịch vụ.',
        en: 'The command in BINHYEN_FILES_KEY_COMMAND gave no key: try it with the account of the service.',
      },
      { cause },
    )
  }
}
