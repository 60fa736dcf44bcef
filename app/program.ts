// How every program of the product ends: a refusal at the start prints its sentence in both languages and leaves with 1,
// a fault of ours shows where it happened and leaves with 70.
import { StartupRefusal } from '../platform/startup-refusal.ts'

export async function runProgram(work: () => Promise<number | undefined>): Promise<void> {
  try {
    const code = await work()
    process.exit(code ?? 0)
  } catch (fault) {
    if (fault instanceof StartupRefusal) {
      console.error(`${fault.sentence.vi}\n${fault.sentence.en}`)
      process.exit(1)
    }
    const file = fileRefusal(fault)
    console.error(file ? `${file.sentence.vi}\n${file.sentence.en}` : fault)
    process.exit(file ? 1 : 70)
  }
}

// A file that cannot be read or written is no fault of ours: whoever runs the machine can mend it.
function fileRefusal(fault: unknown): StartupRefusal | undefined {
  const { code, path, syscall } = fault as NodeJS.ErrnoException
  if (!(fault instanceof Error && code && syscall) || /^(connect|spawn|bind|listen)/.test(syscall)) return undefined
  if (!path && code !== 'ENOSPC') return undefined
  return new StartupRefusal('file-closed', {
    vi: `Không đọc hoặc ghi được ${path ?? 'tệp'} (${code}): hãy xem lại đường dẫn, quyền và chỗ trống trên ổ đĩa.`,
    en: `${path ?? 'A file'} cannot be read or written (${code}): check the path, its rights and the room on the disk.`,
  })
}

/** A word that is misspelt must not start something else than what was meant: `--emtpy` would load a demonstration. */
export function refuseWords(known: readonly string[]): void {
  const stranger = process.argv.slice(2).find((word) => !known.includes(word))
  if (stranger === undefined) return
  const listed = known.join(', ')
  throw new StartupRefusal('word-unknown', {
    vi: `Không hiểu "${stranger}"; lệnh này ${listed ? `chỉ nhận ${listed}` : 'không nhận thêm gì'}.`,
    en: `"${stranger}" is not understood; this command takes ${listed ? `only ${listed}` : 'nothing more'}.`,
  })
}
