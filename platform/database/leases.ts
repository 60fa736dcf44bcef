// Who is using the embedded database right now: one small file for each process, so the last one out stops the server
// and nobody stops it under somebody else. A file whose process is gone counts for nothing and is removed.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { makeFolder, writePrivate } from '../private-files.ts'
import { startTimeOf } from './running-process.ts'

let counter = 0

export interface Lease {
  file: string
}

export function takeLease(folder: string): Lease {
  makeFolder(folder, 0o755)
  counter += 1
  const file = path.join(folder, `${process.pid}-${counter}`)
  writePrivate(file, startTimeOf(process.pid) ?? '')
  return { file }
}

export function giveBack(lease: Lease): void {
  rmSync(lease.file, { force: true })
}

export function leasesInForce(folder: string): number {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return 0
  }
  return names.filter((name) => isInForce(path.join(folder, name))).length
}

function isInForce(file: string): boolean {
  const pid = Number.parseInt(path.basename(file), 10)
  try {
    if (readFileSync(file, 'utf8') === startTimeOf(pid)) return true
  } catch (fault) {
    // Somebody else's file which we may not read still speaks for a process that lives.
    if ((fault as NodeJS.ErrnoException).code === 'EACCES') return startTimeOf(pid) !== undefined
  }
  rmSync(file, { force: true })
  return false
}
