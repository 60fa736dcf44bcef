// Files only their owner may read: passwords and the product's secrets. Written whole or not at all.
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { StartupRefusal } from './startup-refusal.ts'

export function writePrivate(file: string, text: string): void {
  const folder = path.dirname(file)
  const draft = `${file}.${process.pid}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' })
  giveToOwnerOf(folder, draft)
  renameSync(draft, file)
}

export function readPrivate(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return undefined
    if (code !== 'EACCES') throw fault
    throw new StartupRefusal('data-of-somebody-else', {
      vi: `Tệp ${file} thuộc về người dùng khác của máy: hãy chạy bằng người dùng đã chạy lần đầu, hoặc đặt BINHYEN_DATA là thư mục khác.`,
      en: `The file ${file} belongs to another user of this machine: run as the user of the first run, or set BINHYEN_DATA to another folder.`,
    })
  }
}

export function makeFolder(folder: string, mode: number): void {
  try {
    const made = makeFolders(folder, mode)
    if (made) {
      // A strict umask would close it to the account that runs the database.
      chmodSync(folder, mode)
      giveToOwnerOf(path.dirname(made), made)
    }
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' })
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (!code) throw fault
    if (code === 'EACCES' && existsSync(folder) && statSync(folder).uid !== process.getuid?.())
      throw new StartupRefusal('data-of-somebody-else', {
        vi: `Thư mục dữ liệu ${folder} thuộc về người dùng khác của máy: hãy chạy bằng người dùng đã chạy lần đầu, hoặc đặt BINHYEN_DATA là thư mục khác.`,
        en: `The data folder ${folder} belongs to another user of this machine: run as the user of the first run, or set BINHYEN_DATA to another folder.`,
      })
    throw new StartupRefusal('data-folder-closed', {
      vi: `Không ghi được vào thư mục dữ liệu ${folder} (${code}): hãy đặt BINHYEN_DATA là một thư mục ghi được.`,
      en: `The data folder ${folder} cannot be written (${code}): set BINHYEN_DATA to a folder that can be written.`,
    })
  }
}

/** Makes a folder and what is missing above it; answers the uppermost one that was made. */
export function makeFolders(folder: string, mode?: number): string | undefined {
  if (existsSync(folder)) return undefined
  // One by one: `recursive` of Node never comes back where a folder cannot be, such as below /proc.
  const above = makeFolders(path.dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (fault) {
    // Somebody else made it a moment ago.
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  }
  return above ?? folder
}

// Root working in an ordinary user's folder must not leave files there which that user cannot open later.
function giveToOwnerOf(folder: string, made: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  if (uid !== 0) chownSync(made, uid, gid)
}
