// What stops the product, or a command of it, before it has begun: one sentence in each language, and a name for it.
// The programs in app/ print the sentence and leave with code 1; anything else that is thrown there is a fault of ours.

export interface Sentence {
  vi: string
  en: string
}

export class StartupRefusal extends Error {
  readonly refusal: string
  readonly sentence: Sentence

  constructor(refusal: string, sentence: Sentence, options?: ErrorOptions) {
    super(`${sentence.vi}\n${sentence.en}`, options)
    this.name = 'StartupRefusal'
    this.refusal = refusal
    this.sentence = sentence
  }
}
