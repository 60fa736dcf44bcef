// The way of what the product does by itself: what is due is looked for in every commune at once, as ids. What is done there goes
// the ordinary way, commune by commune, in the name of nobody.

import type { Db } from '../../../../platform/server/slice.ts'
import { insideFiles } from './inside.ts'

/** Stands as the reader where no person reads. */
export const byItself = '00000000-0000-0000-0000-000000000000'

export const insideTurn = <T>(db: Db, ask: (inside: Db) => Promise<T>): Promise<T> =>
  insideFiles(db, { communeId: '', readerId: byItself, purpose: 'turn' }, ask)
