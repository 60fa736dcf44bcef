// Shapes that the contracts of lots, visits and questions share.

import * as z from 'zod/mini'

export const Names = z.object({ vi: z.string(), en: z.string() })
/** What a change answers: the version to name in the next one. */
export const Saved = z.object({ id: z.string(), version: z.int() })
