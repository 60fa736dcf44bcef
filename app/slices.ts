// Every module that is plugged into the server. The list of slices is the table of contents of the product.

import type { Slice } from '../platform/server/slice.ts'

export const slices: readonly Slice[] = []
