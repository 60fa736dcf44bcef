// What stands in the second line of each file that is carried: enough to know whose it is and for whom, nothing of a person.

import * as z from 'zod/mini'
import { Id, Instant, Text } from '../../../../platform/contract/schemas.ts'
import { returnReasonIds } from '../reasons.ts'
import { decisions } from './protocol.ts'

const Digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** 32 bytes. */
const Key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))
const Base64 = z.base64()
/** A commune as every installation knows it: by the code of the state. */
export const Place = z.object({ code: z.string().check(z.regex(/^\d{5}$/)), name: Text(200), type: Text(40) })
export type Place = z.output<typeof Place>
const Party = z.extend(Place, { installation: Id, key: Digest })
const SendingNumber = Text(40)

export const mostServed = 2000
export const CardHeader = z.object({
  installation: Id,
  name: Text(200),
  box: Key,
  sign: Key,
  madeAt: Instant,
  serves: z.array(Place).check(z.minLength(1), z.maxLength(mostServed)),
})
export type CardHeader = z.output<typeof CardHeader>

export const PackHeader = z.object({
  ...{ pack: Id, number: SendingNumber, from: Party, to: Party, sentAt: Instant, dueAt: Instant },
  ...{ ephemeral: Key, bytes: z.int(), sha256: Digest },
})
export type PackHeader = z.output<typeof PackHeader>

/** The sender would have it back: answered by a receipt, whichever it is. */
export const RequestHeader = z.object({
  ...{ pack: Id, number: SendingNumber, digest: Digest, from: Party, to: z.extend(Place, { installation: Id }) },
  ...{ sentAt: Instant, dueAt: Instant, at: Instant },
})
export type RequestHeader = z.output<typeof RequestHeader>

export const ReceiptHeader = z.object({
  ...{ pack: Id, number: SendingNumber, digest: Digest, from: Party, to: z.object({ installation: Id }) },
  ...{ decision: z.enum(decisions), reason: z.nullable(z.enum(returnReasonIds)), at: Instant },
  /** Words of a return, sealed for the sender. */
  note: z.nullable(z.object({ ephemeral: Key, sealed: Base64 })),
})
export type ReceiptHeader = z.output<typeof ReceiptHeader>
