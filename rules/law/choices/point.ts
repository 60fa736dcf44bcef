// One point where the law can be read in more than one way: the question, its answers, what they change, where it stands.

import type { Bilingual } from '../../../platform/contract/words.ts'

export type LawPoint<Answer extends string = string> = {
  question: Bilingual
  answers: Readonly<Record<Answer, Bilingual>>
  /** The answer that is used until somebody who may decide otherwise does so. */
  byDefault: Answer
  /** What is read otherwise with another answer. */
  changes: Bilingual
  source: Bilingual
}

/** Declares a point; the compiler holds the default to the answers. */
export const point = <const Answer extends string>(
  given: Omit<LawPoint<Answer>, 'byDefault'> & { byDefault: NoInfer<Answer> },
): LawPoint<Answer> => given
