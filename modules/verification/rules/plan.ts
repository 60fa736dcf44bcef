// How many to visit, and how many of them may not confirm: the plan (n, d) of a lot follows from its size and the stated risks.

import { chanceOfAtLeast, chanceOfAtMost } from './hypergeometric.ts'

export type Risks = {
  /** The share of wrong ones up to which a lot is good. */
  acceptable: number
  /** The share from which on it is bad. */
  rejectable: number
  /** At most so often does a good lot not pass. */
  producer: number
  /** At most so often does a bad lot pass. */
  consumer: number
}
export type Plan = {
  sample: number
  /** The lot passes with so many that cannot confirm, or fewer. */
  allowed: number
  /** The number of wrong ones up to which the lot is good, and from which on it is bad. */
  goodUpTo: number
  badFrom: number
  /** The chances that the plan really has at these two numbers. */
  producer: number
  consumer: number
}

/** Shares times sizes fall a hair beside whole numbers. */
const hair = 1e-9

/**
 * The smallest sample of a single plan that keeps both risks, computed exactly for the lot's own size: lot quality assurance
 * sampling as in WHO, Monitoring immunization services using the Lot Quality Technique (WHO/VRD/TRAM/96.01, 1996), Lemeshow and
 * Taber, World Health Statistics Quarterly 44 (1991), and for isolated lots ISO 2859-2. To visit all of them keeps every risk,
 * so there always is a plan.
 */
export function planOf(size: number, risks: Risks): Plan {
  const goodUpTo = Math.floor(risks.acceptable * size + hair)
  const badFrom = Math.max(goodUpTo + 1, Math.ceil(risks.rejectable * size - hair))
  let allowed = 0
  for (let sample = 1; sample < size; sample += 1) {
    // The larger the sample, the more of a good lot's wrong ones it may hold.
    while (chanceOfAtLeast(size, goodUpTo, sample, allowed + 1) > risks.producer) allowed += 1
    const consumer = chanceOfAtMost(size, badFrom, sample, allowed)
    if (consumer <= risks.consumer) {
      const producer = chanceOfAtLeast(size, goodUpTo, sample, allowed + 1)
      return { sample, allowed, goodUpTo, badFrom, producer, consumer }
    }
  }
  return { sample: size, allowed: goodUpTo, goodUpTo, badFrom, producer: 0, consumer: 0 }
}

/** Drawn beside the sample, for those who cannot be met: as many again, as far as the lot has them. */
export const reserveOf = (size: number, sample: number): number => Math.min(sample, size - sample)
