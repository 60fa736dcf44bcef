// Devices: a person names the phone in hand; the office sees which are silent, and wipes one that was lost.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, Text } from '../../../platform/contract/schemas.ts'
import { fieldRefusals } from './refusals.ts'

/** Copies on a device that has not been seen for so many days may not be opened any more. */
export const copyDays = 7
/** A device that has not been seen for so many days is silent: what is signed there is not counted yet. */
export const silentDays = 3

/** 32 bytes in base64, minted on the device and kept in its closed store. */
export const DeviceSecret = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))
/** The server's half of the key that bundles are sealed with: 65 bytes, uncompressed P-256, in base64. */
export const ServerKey = z.object({ id: z.string(), key: z.string() })
export type ServerKey = z.output<typeof ServerKey>

/** What every contact tells the device. `serverTime` beside its own clock is the pair that its commands carry. */
export const Contact = { serverTime: z.string(), expiresAt: z.string() }

export const EnrolDevice = defineCommand({
  name: 'field.enrol',
  title: { vi: 'Đăng ký máy đi cơ sở', en: 'Enrol a field device' },
  permission: 'signed-in',
  place: 'nowhere',
  /** `replacesId`: what this phone was before the browser threw its store away. */
  input: z.object({ deviceId: Id, name: Text(60), secret: DeviceSecret, replacesId: z.optional(Id) }),
  output: z.object({ deviceId: z.string(), serverKey: ServerKey, ...Contact }),
  refusals: [fieldRefusals.device_unknown, fieldRefusals.device_wiped, fieldRefusals.device_withdrawn],
})

/**
 * Asked before anything else, also when the session has ended: must this device wipe itself? Sealing what was not sent
 * into a bundle first is allowed: it will be kept for a decision. Anybody may ask who knows the id, so that it was asked proves
 * nothing, and nothing is noted.
 */
export const AskOrder = defineQuery({
  name: 'field.order',
  title: { vi: 'Máy hỏi lệnh', en: 'What a device has been ordered' },
  permission: 'public',
  place: 'nowhere',
  input: z.object({ deviceId: Id }),
  output: z.object({ order: z.enum(['stay', 'wipe', 'unknown']), serverTime: z.string() }),
})

/** `replaced`: the browser threw its store away, and the phone began anew as another device. */
export const deviceStates = ['active', 'silent', 'expired', 'wipe-ordered', 'wiped', 'withdrawn', 'replaced'] as const

export const ListDevices = defineQuery({
  name: 'field.devices',
  title: { vi: 'Các máy đi cơ sở', en: 'Field devices' },
  permission: 'devices.manage',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    devices: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        person: z.object({ id: z.string(), name: z.string() }),
        state: z.enum(deviceStates),
        seenAt: z.string(),
        /** Its copies open until then, unless it is in touch before. */
        expiresAt: z.string(),
        waiting: z.number(),
        /** Began anew after the browser had thrown the store away: what the device before had not sent when it was last seen. */
        replaces: z.nullable(z.object({ name: z.string(), seenAt: z.string(), waiting: z.number() })),
        /** The order to wipe: by whom and why. */
        wipe: z.nullable(z.object({ at: z.string(), by: z.string(), reason: z.string() })),
        /** When the phone said, by its secret, that it had emptied itself. */
        wipedAt: z.nullable(z.string()),
        copies: z.array(z.object({ id: z.string(), name: z.string(), pulledAt: z.string() })),
      }),
    ),
    /** Signatures from devices that wait for a decision of the reader. */
    kept: z.number(),
    /** Facts that were said in two ways, where the reader may choose. */
    conflicts: z.number(),
    may: z.object({ decide: z.boolean() }),
  }),
})

export const OrderWipe = defineCommand({
  name: 'field.orderWipe',
  title: { vi: 'Ra lệnh xóa máy bị mất, hoặc rút lệnh', en: 'Order a lost device to be wiped, or take the order back' },
  permission: 'devices.manage',
  place: 'record',
  input: z.object({ deviceId: Id, wipe: z.boolean(), reason: OptionalText(300) }),
  output: z.object({ deviceId: z.string() }),
  refusals: [fieldRefusals.already_wiped, fieldRefusals.reason_needed],
})

export const WithdrawDevice = defineCommand({
  name: 'field.withdraw',
  title: { vi: 'Thôi dùng máy của mình', en: 'Withdraw one’s own device' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ deviceId: Id }),
  output: z.object({ deviceId: z.string() }),
  refusals: [fieldRefusals.device_unknown],
})
