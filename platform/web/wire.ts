// How an input becomes an address: places in the path are filled, the rest is flat parameters.

export type Flat = Record<string, unknown>

/** `{name}` places of a path are taken from the input; what is left goes into the query string. */
export function addressOf(path: string, input: Flat): { address: string; rest: Flat } {
  const rest = { ...input }
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value ?? ''))
  })
  return { address, rest }
}

/** Where an input holds what is no number: JSON would write it as null, and what was typed would be gone without a word. */
export function unreadNumbers(input: unknown, path = ''): string[] {
  if (typeof input === 'number') return Number.isFinite(input) ? [] : [path]
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([name, value]) => unreadNumbers(value, path ? `${path}.${name}` : name))
}

/** Flat parameters: arrays repeat their key, undefined and null are left out. */
export function parametersOf(input: Flat): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one))
  }
  const text = parameters.toString()
  return text ? `?${text}` : ''
}
