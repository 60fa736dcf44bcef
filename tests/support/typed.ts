// A command of the machine as somebody types it: what it printed, and the code it leaves with.

import { Command } from 'commander'
import { vi } from 'vitest'

/** `add` adds the commands of a module; the first word is the name of its group. */
export async function typed(
  add: (program: Command) => void,
  ...words: string[]
): Promise<{ printed: string; code: number }> {
  const lines: string[] = []
  const keep = (line: string) => void lines.push(line)
  const out = vi.spyOn(console, 'log').mockImplementation(keep)
  const complaints = vi.spyOn(console, 'error').mockImplementation(keep)
  process.exitCode = undefined
  try {
    const program = new Command().exitOverride()
    add(program)
    await program.parseAsync(words, { from: 'user' })
    return { printed: lines.join('\n'), code: Number(process.exitCode ?? 0) }
  } finally {
    process.exitCode = undefined
    out.mockRestore()
    complaints.mockRestore()
  }
}
