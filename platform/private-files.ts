// Files only their owner may read: passwords and the product's secrets. Written whole or not at all.
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
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
    const made = mkdirSync(folder, { recursive: true, mode })
    if (!made) return
    // A strict umask would close it to the account that runs the database.
    chmodSync(folder, mode)
    giveToOwnerOf(path.dirname(made), made)
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? ''
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) throw fault
    throw new StartupRefusal('data-folder-closed', {
      vi: `Không tạo được thư mục dữ liệu ${folder} (${code}): hãy đặt BINHYEN_DATA là một thư mục ghi được.`,
      en: `The data folder ${folder} cannot be made (${code}): set BINHYEN_DATA to a folder that can be written.`,
    })
  }
}

// Root working in an ordinary user's folder must not leave files there which that user cannot open later.
function giveToOwnerOf(folder: string, made: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  if (uid !== 0) chownSync(made, uid, gid)
}
