// What the programs tell their user: each line in both languages.
import type { Bilingual } from '../platform/contract/words.ts'

export function say(line: Bilingual): void {
  console.log(`${line.vi}\n  ${line.en}`)
}
