// An answer that a module keeps and gives again is checked against its shape once, and written out once. Only an answer
// that was handed over as kept is treated so: nobody changes it any more.

const kept = new WeakSet<object>()
const checked = new WeakMap<object, unknown>()
const written = new WeakMap<object, string>()

/** Hands an answer over: it will be given again as it is. */
export function keepAsAnswer<T extends object>(answer: T): T {
  kept.add(answer)
  return answer
}

/** The answer in its declared shape. */
export function checkedAnswer(answer: unknown, check: (unchecked: unknown) => unknown): unknown {
  if (!isKept(answer)) return check(answer)
  const known = checked.get(answer)
  if (known !== undefined) return known
  const body = check(answer)
  checked.set(answer, body)
  if (typeof body === 'object' && body !== null) kept.add(body)
  return body
}

/** The answer as JSON. */
export function writtenAnswer(body: unknown): string {
  if (!isKept(body)) return JSON.stringify(body)
  const known = written.get(body)
  if (known !== undefined) return known
  const text = JSON.stringify(body)
  written.set(body, text)
  return text
}

const isKept = (answer: unknown): answer is object => typeof answer === 'object' && answer !== null && kept.has(answer)
