// What was answered, as text that can be compared: what is left to chance (ids just made, the time of the machine, one-time
// secrets) is found by asking twice in the same world, and only that is left out.

export type Outcome = { answer?: unknown; refusal?: unknown; fault?: string }
type Leaves = ReadonlyMap<string, string>

/** Every value with the way to it; a list or record that is empty counts as a value. */
function leavesOf(value: unknown, at = ''): [string, string][] {
  if (value !== null && typeof value === 'object' && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${at}/${key}`))
  return [[at, JSON.stringify(value) ?? 'undefined']]
}

const plain = (written: string): Leaves => new Map(leavesOf(JSON.parse(written)))

/** Where two runs in one world differ. */
export function chanceIn(first: Outcome, again: Outcome): Set<string> {
  const written = [first, again].map((outcome) => JSON.stringify(outcome)) as [string, string]
  // Alike to the letter, as most are: there is nothing to look for.
  if (written[0] === written[1]) return new Set()
  const [one, other] = [plain(written[0]), plain(written[1])]
  return new Set([...one.keys(), ...other.keys()].filter((at) => one.get(at) !== other.get(at)))
}

/** Where two worlds differ, beyond chance. */
export function differences(first: Outcome, other: Outcome, chance: ReadonlySet<string>): string[] {
  return [...chanceIn(first, other)].filter((at) => !chance.has(at))
}
