// What links plug into the server, besides their two public addresses (public.ts).

import type { Slice } from '../../../platform/server/slice.ts'
import { listLinks, makeLinks, withdrawLink } from './make.ts'
import { signByLink } from './sign.ts'

export const slice: Slice = { module: 'links', handlers: [makeLinks, listLinks, withdrawLink, signByLink] }
