// Listens to every statement that this process sends to a database, whoever sends it.

import pg from 'pg'

export type Statements = { readonly texts: ReadonlySet<string>; stop(): void }

export function listenToStatements(): Statements {
  const texts = new Set<string>()
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown }
  const { query } = prototype
  prototype.query = function heard(this: unknown, ...given: unknown[]) {
    const [first] = given
    if (typeof first === 'string') texts.add(first)
    else if (typeof first === 'object' && first !== null && 'text' in first) texts.add(String(first.text))
    return query.apply(this, given)
  }
  return { texts, stop: () => Object.assign(prototype, { query }) }
}
