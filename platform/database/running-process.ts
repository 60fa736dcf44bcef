// Tells whether a process is still the one that was meant: a number alone is used again, number and start time are not.
import { readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** When the process began, in the kernel's ticks since boot; undefined when it is gone or only a zombie. */
export function startTimeOf(pid: number): string | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold spaces; the fields after it are fixed.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

export function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const started = startTimeOf(pid)
  const deadline = Date.now() + milliseconds
  while (started !== undefined && startTimeOf(pid) === started) {
    if (Date.now() > deadline) return false
    await pause(10)
  }
  return true
}
