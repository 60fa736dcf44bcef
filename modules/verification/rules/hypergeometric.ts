// Exact chances when some of a lot are drawn without putting back: the hypergeometric distribution, and what it says of the lot.

/** Sums of logarithms, kept as far as they have been asked for. */
const logs: number[] = [0]

function logFactorial(n: number): number {
  for (let next = logs.length; next <= n; next += 1) logs.push((logs[next - 1] as number) + Math.log(next))
  return logs[n] as number
}

function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/** The chance that a sample of a lot with `wrong` wrong ones holds at most `most` of them. */
export function chanceOfAtMost(size: number, wrong: number, sample: number, most: number): number {
  if (most >= Math.min(wrong, sample)) return 1
  let sum = 0
  for (let found = Math.max(0, sample - (size - wrong)); found <= most; found += 1)
    sum += Math.exp(logChoose(wrong, found) + logChoose(size - wrong, sample - found) - logChoose(size, sample))
  return Math.min(1, sum)
}

/** That it holds `least` or more. */
export const chanceOfAtLeast = (size: number, wrong: number, sample: number, least: number): number =>
  least <= 0 ? 1 : Math.max(0, 1 - chanceOfAtMost(size, wrong, sample, least - 1))

/**
 * How many of the whole lot can be wrong after `found` were in the sample: the exact two-sided bound of Clopper and Pearson
 * (Biometrika 26, 1934) carried over to a lot of a known size, as by Buonaccorsi (Am. Statistician 41, 1987). Values outside
 * would have given such a sample with a chance of at most half of what is left over.
 */
export function boundsOf(size: number, sample: number, found: number, sure = 0.95): { least: number; most: number } {
  const tail = (1 - sure) / 2
  const [lowest, highest] = [found, size - (sample - found)]
  return {
    least: firstWhere(lowest, highest, (wrong) => chanceOfAtLeast(size, wrong, sample, found) > tail),
    most: lastWhere(lowest, highest, (wrong) => chanceOfAtMost(size, wrong, sample, found) > tail),
  }
}

/** The first number from `low` on for which it holds; it holds for all that follow, and at `high` in any case. */
function firstWhere(low: number, high: number, holds: (at: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** The last number for which it holds; it holds for all before, and at `low` in any case. */
function lastWhere(low: number, high: number, holds: (at: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    if (holds(middle)) from = middle
    else to = middle - 1
  }
  return from
}
