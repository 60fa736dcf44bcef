// Devices that are signed in: one's own, and for administrators those of others.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id } from '../../../platform/contract/schemas.ts'

export const ListSessions = defineQuery({
  name: 'access.sessions',
  title: { vi: 'Thiết bị đang đăng nhập', en: 'Devices that are signed in' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({
    /** Somebody else's, for those who manage rights everywhere. */
    personId: z.optional(Id),
  }),
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        browser: z.string(),
        system: z.string(),
        address: z.string(),
        signedInAt: z.string(),
        lastSeenAt: z.string(),
        endsAt: z.string(),
        /** The device that asks. */
        own: z.boolean(),
      }),
    ),
  }),
})

export const RevokeSession = defineCommand({
  name: 'access.revokeSession',
  title: { vi: 'Đăng xuất một thiết bị', en: 'Sign a device out' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ id: Id }),
  output: z.object({ ended: z.number() }),
})

export const RevokeOtherSessions = defineCommand({
  name: 'access.revokeOtherSessions',
  title: { vi: 'Đăng xuất mọi thiết bị khác của tôi', en: 'Sign out all my other devices' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({ ended: z.number() }),
})
