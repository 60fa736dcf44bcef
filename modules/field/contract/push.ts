// What a device sends: commands in the order they were made, each of which goes through the one door as itself. The two
// addresses are no operations, for what they carry are: POST /api/field/push (JSON), POST /api/field/bundle (sealed bytes).

import * as z from 'zod/mini'
import { Id, Instant } from '../../../platform/contract/schemas.ts'

export const pushPath = '/api/field/push'
export const bundlePath = '/api/field/bundle'
export const mostCommands = 500
export const largestPush = 8 * 1024 * 1024

/** The server's time and the device's own, read at one moment: the last contact before the command was made. */
const ClockPair = z.object({ server: Instant, device: Instant })
export type ClockPair = z.output<typeof ClockPair>

export const FieldCommand = z.object({
  /** UUIDv7 minted with the command; the same whenever and by whatever way it is sent. */
  id: Id,
  operation: z.string().check(z.maxLength(60)),
  /** The input of the operation, as it stood: it must not change between two sendings. */
  input: z.record(z.string(), z.unknown()),
  clock: z.optional(ClockPair),
})
export type FieldCommand = z.output<typeof FieldCommand>

export const PushInput = z.object({
  deviceId: Id,
  /** How many are left on the device after these. */
  waiting: z._default(z.int().check(z.minimum(0), z.maximum(1_000_000)), 0),
  commands: z.array(FieldCommand).check(z.maxLength(mostCommands)),
})

/** The answer of the operation, or the problem (RFC 9457) that refused it. A problem of status 500 or more: send again. */
export type CommandResult =
  | { id: string; answer: unknown }
  | { id: string; problem: { code: string; status: number; title: string; [more: string]: unknown } }

export type PushAnswer = {
  serverTime: string
  expiresAt: string
  /** `wipe`: what was sent is kept at the office; the device wipes itself now. */
  order: 'stay' | 'wipe'
  results: CommandResult[]
}

/** The answer to whoever carried a bundle: counts, and a receipt that only the device it came from can read. */
export type BundleAnswer = { deviceId: string; bundleId: string; commands: number; refused: number; receipt: string }
