// Who am I here: the person signed in, their posts, roles and rights.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { languages } from '../../../platform/contract/words.ts'
import { AreaBrief, HeldPost, PersonBrief, RoleBrief } from './shapes.ts'

export const Me = defineQuery({
  name: 'access.me',
  title: { vi: 'Tôi là ai, giữ chức danh gì, có quyền gì', en: 'Who I am, my posts and my rights' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    person: z.object({ id: z.string(), name: z.string(), email: z.string(), demo: z.boolean() }),
    language: z.enum(languages),
    today: z.string(),
    /** Held now or before: a screen names the one of the day that it shows. */
    posts: z.array(HeldPost),
    roles: z.array(
      z.object({
        role: RoleBrief,
        area: z.nullable(AreaBrief),
        via: z.enum(['grant', 'delegation', 'acting']),
        actingFor: z.nullable(PersonBrief),
      }),
    ),
    /** Each permission held, and where; `everywhere` leaves `areas` empty. */
    permissions: z.array(z.object({ name: z.string(), everywhere: z.boolean(), areas: z.array(AreaBrief) })),
    signIn: z.object({
      password: z.boolean(),
      authenticator: z.boolean(),
      passkeys: z.array(z.object({ id: z.string(), name: z.string(), addedAt: z.nullable(z.string()) })),
      /** Whether rights to files of persons wait for a session with two factors. */
      filesWithheld: z.boolean(),
    }),
  }),
})

export const SetLanguage = defineCommand({
  name: 'access.setLanguage',
  title: { vi: 'Chọn ngôn ngữ của tôi', en: 'Choose my language' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ language: z.enum(languages) }),
  output: z.object({ language: z.enum(languages) }),
})
