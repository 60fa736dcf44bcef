// What stops the product, or a command of it, before it has begun: one sentence in each language, and a name for it.
// The programs in app/ print the sentence and leave with code 1; anything else that is thrown there is a fault of ours.

import type { Bilingual } from './contract/words.ts'

export class StartupRefusal extends Error {
  readonly refusal: string
  readonly sentence: Bilingual

  constructor(refusal: string, sentence: Bilingual, options?: ErrorOptions) {
    super(`${sentence.vi}\n${sentence.en}`, options)
    this.name = 'StartupRefusal'
    this.refusal = refusal
    this.sentence = sentence
  }
}
