// Every module that is plugged into the server. The list of slices is the table of contents of the product.

import { slice as access } from '../modules/access/server/slice.ts'
import { slice as areas } from '../modules/areas/server/slice.ts'
import { slice as documents } from '../modules/documents/server/slice.ts'
import { slice as programme } from '../modules/programme/server/slice.ts'
import { slice as recognition } from '../modules/recognition/server/slice.ts'
import type { Slice } from '../platform/server/slice.ts'
import './measures.ts'

export const slices: readonly Slice[] = [access, areas, documents, programme, recognition]
