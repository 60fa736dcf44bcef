// People: who works with the programme, added, renamed, let go, invited.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, OptionalText, Page, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { languages } from '../../../platform/contract/words.ts'
import { Email } from './email.ts'
import { refusals } from './refusals.ts'
import { AreaBrief, DelegationRow, GrantRow, HeldPost, RoleBrief } from './shapes.ts'

const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  demo: z.boolean(),
  disabledOn: z.nullable(z.string()),
  /** Within the reader's reach: posts on the day shown, roles in force today. */
  posts: z.array(z.object({ titleVi: z.string(), titleEn: z.string(), area: AreaBrief })),
  roles: z.array(z.object({ role: RoleBrief, area: z.nullable(AreaBrief) })),
  /** Can sign in with a password or the organisation; `invited`: a link waits to be used. */
  signIn: z.enum(['ready', 'invited', 'none']),
  lastSeenAt: z.nullable(z.string()),
})

export const ListPeople = defineQuery({
  name: 'access.people',
  title: { vi: 'Những người làm việc trong địa bàn', en: 'The people who work in the areas' },
  permission: 'access.read',
  place: 'scope',
  input: z.object({
    /** The day whose posts are shown; rights are those of today. */
    on: z.optional(PlainDate),
    text: OptionalText(100),
    role: z.optional(z.string().check(z.maxLength(60))),
    area: z.optional(Id),
    state: z._default(z.enum(['enabled', 'disabled', 'all']), 'enabled'),
    ...Page,
  }),
  output: z.object({
    rows: z.array(PersonRow),
    total: z.number(),
    next: z.nullable(z.string()),
    may: z.object({ add: z.boolean() }),
  }),
})

export const ViewPerson = defineQuery({
  name: 'access.person',
  title: { vi: 'Một người: chức danh, quyền, ủy quyền', en: 'One person: posts, rights, lent rights' },
  permission: 'access.read',
  place: 'scope',
  input: z.object({ id: Id }),
  output: z.object({
    person: z.extend(PersonRow, { language: z.enum(languages), version: z.number() }),
    posts: z.array(HeldPost),
    grants: z.array(GrantRow),
    delegations: z.array(DelegationRow),
    /** Grants and posts that lie outside the reader's areas are counted, not shown. */
    elsewhere: z.number(),
    authenticator: z.boolean(),
    passkeys: z.number(),
    may: z.object({
      change: z.boolean(),
      disable: z.boolean(),
      invite: z.boolean(),
      grant: z.boolean(),
      sessions: z.boolean(),
    }),
  }),
})

export const AddPerson = defineCommand({
  name: 'access.addPerson',
  title: { vi: 'Thêm một người', en: 'Add a person' },
  permission: 'access.manage',
  place: 'scope',
  input: z.object({
    id: Id,
    name: Text(120),
    email: Email,
    language: z._default(z.enum(languages), 'vi'),
    /** Somebody who manages only a part of the territory adds people with a right in that part. */
    grant: z.optional(
      z.object({
        id: Id,
        roleId: z.string().check(z.maxLength(60)),
        areaId: z.nullable(Id),
        from: PlainDate,
        to: z.nullable(PlainDate),
        reason: Text(300),
      }),
    ),
  }),
  output: z.object({ id: z.string() }),
  refusals: [
    refusals.email_taken,
    refusals.grant_needed,
    refusals.more_than_own,
    refusals.everywhere_needed,
    refusals.no_such_role,
    refusals.dates_reversed,
    refusals.id_taken,
  ],
})

export const ChangePerson = defineCommand({
  name: 'access.changePerson',
  title: { vi: 'Sửa tên, địa chỉ của một người', en: 'Change the name or address of a person' },
  permission: 'access.manage',
  place: 'scope',
  input: z.object({ id: Id, version: Version, name: Text(120), email: Email }),
  output: z.object({ version: z.number() }),
  refusals: [refusals.email_taken, refusals.not_over_person],
})

export const DisablePerson = defineCommand({
  name: 'access.disablePerson',
  title: { vi: 'Ngừng cho một người vào', en: 'Stop a person from entering' },
  permission: 'access.manage',
  place: 'scope',
  input: z.object({ id: Id, version: Version, reason: Text(300) }),
  output: z.object({ version: z.number() }),
  refusals: [refusals.not_over_person, refusals.not_yourself, refusals.last_administrator, refusals.disabled_already],
})

export const EnablePerson = defineCommand({
  name: 'access.enablePerson',
  title: { vi: 'Cho một người vào lại', en: 'Let a person enter again' },
  permission: 'access.manage',
  place: 'scope',
  input: z.object({ id: Id, version: Version, reason: Text(300) }),
  output: z.object({ version: z.number() }),
  refusals: [refusals.not_over_person, refusals.enabled_already],
})

const OneTimeLink = z.object({
  /** Below the address of the product; what stands behind # is the secret. */
  path: z.string(),
  expiresAt: z.string(),
})

export const InvitePerson = defineCommand({
  name: 'access.invite',
  title: { vi: 'Tạo liên kết đặt mật khẩu dùng một lần', en: 'Make a one-time link to set a password' },
  permission: 'access.manage',
  place: 'scope',
  input: z.object({ id: Id }),
  output: OneTimeLink,
  refusals: [refusals.not_over_person, refusals.person_disabled, refusals.not_yourself],
  forgetAnswer: true,
})

export const ResetSignIn = defineCommand({
  name: 'access.resetSignIn',
  title: {
    vi: 'Đặt lại đăng nhập: đăng xuất mọi thiết bị, tạo liên kết mới',
    en: 'Reset sign-in: sign out every device, make a new link',
  },
  permission: 'access.manage',
  place: 'scope',
  input: z.object({
    id: Id,
    /** Also take away the authenticator app and the passkeys (a lost phone). */
    factors: z._default(z.boolean(), false),
    reason: Text(300),
  }),
  output: OneTimeLink,
  refusals: [refusals.not_over_person, refusals.person_disabled, refusals.not_yourself],
  forgetAnswer: true,
})

export const ListColleagues = defineQuery({
  name: 'access.colleagues',
  title: { vi: 'Tìm đồng nghiệp cùng địa bàn', en: 'Find colleagues of the same areas' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ text: OptionalText(100), limit: Page.limit }),
  output: z.object({
    rows: z.array(
      z.object({ id: z.string(), name: z.string(), titleVi: z.nullable(z.string()), titleEn: z.nullable(z.string()) }),
    ),
  }),
})
