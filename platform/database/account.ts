// Decides which account of the machine runs the embedded database. PostgreSQL refuses to run as root, so root lends it
// another account: the owner of the data when there is some, else `binhyen` (made when possible), else `postgres`, `nobody`.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cannotRun } from './server-files.ts'

export interface Account {
  name: string
  uid: number
  gid: number
}

export const accountNames = ['binhyen', 'postgres', 'nobody']

export function readAccounts(passwd: string): Account[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
}

/** Pure: the account to use among those of the machine, or undefined when one has to be made. */
export function chooseAccount(accounts: Account[], ownerOfData: number | undefined): Account | undefined {
  if (ownerOfData) return accounts.find((account) => account.uid === ownerOfData)
  return accounts.find((account) => account.name === accountNames[0])
}

export function accountForServer(ownerOfData: number | undefined): Account {
  const uid = process.getuid?.() ?? 0
  const accounts = readAccounts(passwdFile())
  if (uid !== 0) return ownAccount(accounts, uid)

  const chosen = chooseAccount(accounts, ownerOfData)
  if (chosen) return chosen
  if (ownerOfData) {
    throw cannotRun(
      `chủ của dữ liệu (số ${ownerOfData}) không còn trong danh sách người dùng của máy`,
      `the owner of the data (number ${ownerOfData}) is no longer among the users of this machine`,
    )
  }
  makeAccount()
  const after = readAccounts(passwdFile())
  for (const name of accountNames) {
    const account = after.find((candidate) => candidate.name === name && candidate.uid !== 0)
    if (account) return account
  }
  throw cannotRun('root không có người dùng nào để nhường quyền', 'root has no other account to run it with')
}

function ownAccount(accounts: Account[], uid: number): Account {
  const gid = process.getgid?.() ?? uid
  // Names may also come from a directory service, which only the system's own look-up knows.
  const name =
    accounts.find((account) => account.uid === uid)?.name ?? spawnSync('id', ['-un']).stdout?.toString().trim()
  if (name && !/^[0-9]+$/.test(name)) return { name, uid, gid }
  throw cannotRun(
    `người dùng số ${uid} không có tên trong /etc/passwd, điều mà PostgreSQL đòi hỏi`,
    `user number ${uid} has no name in /etc/passwd, which PostgreSQL asks for`,
  )
}

function makeAccount(): void {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/binhyen']
  // Where useradd is missing or the file system is read-only, the accounts that every machine has are good enough.
  spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', 'binhyen'], { stdio: 'ignore' })
}

function passwdFile(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}
