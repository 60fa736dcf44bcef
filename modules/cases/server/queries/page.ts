// How many rows a page asks for.

import { type RawBuilder, sql } from 'kysely'

const sizes = [50, 100, 200, 500]

/** One more than the page, in sizes of which each is planned once for a connection; what is too much is left out by whoever asks. */
export const rowsFor = (limit: number): RawBuilder<number> =>
  sql.lit((sizes.find((each) => each >= limit) ?? limit) + 1)
