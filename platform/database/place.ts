// Decides where the embedded database's programs and data lie. Ordinarily: the programs in node_modules, the data in the
// data folder. When root starts it in a folder that only root may enter, the account which runs the server could reach
// neither: then both lie under /var/lib/binhyen, one folder for each data folder.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { makeFolder } from '../private-files.ts'
import type { Account } from './account.ts'
import { accountForServer } from './account.ts'
import { cannotRun, findServerFiles, proveItRuns } from './server-files.ts'

export interface Place {
  account: Account
  /** Given to spawn; empty when the server runs as the account that starts it. */
  identity: { uid?: number; gid?: number }
  server: string
  /** The PostgreSQL data folder. */
  cluster: string
}

export const systemFolder = '/var/lib/binhyen'

export interface FolderRights {
  uid: number
  gid: number
  mode: number
}

/** Pure: whether an account may pass through a folder with these rights. */
export function mayEnter(rights: FolderRights, account: Account): boolean {
  if (account.uid === 0) return true
  if (rights.uid === account.uid) return (rights.mode & 0o100) !== 0
  if (rights.gid === account.gid) return (rights.mode & 0o010) !== 0
  return (rights.mode & 0o001) !== 0
}

export function canReach(folder: string, account: Account): boolean {
  const steps = folder.split(path.sep).map((_, index, parts) => parts.slice(0, index + 1).join(path.sep) || path.sep)
  return steps.filter((step) => existsSync(step)).every((step) => mayEnter(statSync(step), account))
}

export function choosePlace(data: string): Place {
  const files = findServerFiles()
  makeFolder(data, 0o711)
  const near = path.join(data, 'postgres')
  const apart = path.join(systemFolder, createHash('sha256').update(data).digest('hex').slice(0, 12))
  const far = path.join(apart, 'postgres')
  const existing = [near, far].find((folder) => existsSync(path.join(folder, 'PG_VERSION')))

  const account = accountForServer(existing ? statSync(existing).uid : undefined)
  const asRoot = process.getuid?.() === 0
  const identity = asRoot ? { uid: account.uid, gid: account.gid } : {}
  if (existing && !asRoot && statSync(existing).uid !== account.uid) throw belongsToAnother(existing)
  if (existing && asRoot && statSync(existing).uid === 0) giveAll(existing, account)
  if (existing === near && !canReach(near, account)) throw outOfReach(near, account)

  const cluster = existing ?? (canReach(data, account) ? near : far)
  if (cluster === far || !canReach(files.root, account)) makeSystemFolder(apart)
  const server = canReach(files.root, account) ? files.root : copyServer(files.root, apart, files.version)
  proveItRuns(server, identity)
  return { account, identity, server, cluster }
}

function makeSystemFolder(apart: string): void {
  try {
    mkdirSync(apart, { recursive: true })
    for (const folder of [systemFolder, apart]) chmodSync(folder, 0o711)
  } catch (fault) {
    throw cannotRun(
      `thư mục này chỉ root vào được, mà ${systemFolder} thì không ghi được`,
      `only root may enter this folder, and ${systemFolder} cannot be written`,
      fault,
    )
  }
}

// Copied beside and renamed, so a copy that was cut off is never taken for a whole one.
function copyServer(from: string, apart: string, version: string): string {
  const target = path.join(apart, `server-${version}`)
  if (existsSync(target)) return target
  const draft = `${target}.new`
  rmSync(draft, { recursive: true, force: true })
  const notNeeded = (file: string) => file.endsWith('.a') || file.endsWith('/include')
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true, filter: (file) => !notNeeded(file) })
  openToReaders(draft)
  renameSync(draft, target)
  return target
}

// A strict umask at installation leaves the programs readable by root alone.
function openToReaders(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openToReaders(file)
    else if (entry.isFile()) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644)
  }
}

// Data that root put back from a copy belongs to root, and the server refuses data that is not its own.
function giveAll(folder: string, account: Account): void {
  lchownSync(folder, account.uid, account.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(path.join(entry.parentPath, entry.name), account.uid, account.gid)
  }
}

function belongsToAnother(folder: string) {
  return cannotRun(
    `dữ liệu ở ${folder} thuộc về người dùng khác, hãy chạy bằng người dùng đó hoặc đặt BINHYEN_DATA là thư mục khác`,
    `the data in ${folder} belongs to another user, run as that user or set BINHYEN_DATA to another folder`,
  )
}

function outOfReach(folder: string, account: Account) {
  return cannotRun(
    `người dùng ${account.name} của máy không vào được ${folder}, hãy mở quyền đi qua (chmod o+x) cho các thư mục chứa nó`,
    `the account ${account.name} cannot enter ${folder}, let it pass (chmod o+x) through the folders above`,
  )
}
