// Lent rights: one's own, to a colleague, for a limited time and with a reason; with a post it makes an acting head.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { refusals } from './refusals.ts'
import { DelegationRow, HeldPost, RoleBrief } from './shapes.ts'

export const MyDelegations = defineQuery({
  name: 'access.myDelegations',
  title: { vi: 'Quyền tôi cho mượn và được mượn', en: 'Rights I lend and rights lent to me' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    today: z.string(),
    given: z.array(DelegationRow),
    received: z.array(DelegationRow),
    /** What can be lent: own roles in force, and posts held. */
    roles: z.array(RoleBrief),
    posts: z.array(HeldPost),
  }),
})

export const Delegate = defineCommand({
  name: 'access.delegate',
  title: { vi: 'Ủy quyền có thời hạn', en: 'Lend rights for a time' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({
    id: Id,
    toPersonId: Id,
    /** Null lends every own right. */
    roleId: z.nullable(z.string().check(z.maxLength(60))),
    /** The post whose acting head the receiver becomes. */
    postId: z.nullable(Id),
    from: PlainDate,
    /** The first day on which it no longer holds. */
    to: PlainDate,
    reason: Text(300),
  }),
  output: z.object({ id: z.string() }),
  refusals: [
    refusals.no_such_person,
    refusals.not_to_yourself,
    refusals.role_not_own,
    refusals.post_not_own,
    refusals.nothing_to_lend,
    refusals.dates_reversed,
    refusals.in_the_past,
    refusals.too_long,
    refusals.delegation_twice,
    refusals.id_taken,
  ],
})

export const EndDelegation = defineCommand({
  name: 'access.endDelegation',
  title: { vi: 'Chấm dứt ủy quyền', en: 'End lent rights' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ id: Id }),
  output: z.object({ id: z.string() }),
  refusals: [refusals.ended_already],
})
