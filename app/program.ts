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
    console.error(fault)
    process.exit(70)
  }
}
