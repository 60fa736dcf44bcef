// Grants: person × role × area × dates. Nobody gives more than they hold themselves, and nobody gives to themselves.

import * as z from 'zod/mini'
import { defineCommand } from '../../../platform/contract/operation.ts'
import { Id, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { refusals } from './refusals.ts'

export const GiveGrant = defineCommand({
  name: 'access.give',
  title: { vi: 'Cấp quyền', en: 'Give a right' },
  permission: 'access.manage',
  place: { in: (input) => input.areaId ?? [] },
  input: z.object({
    id: Id,
    personId: Id,
    roleId: z.string().check(z.maxLength(60)),
    /** Null: everywhere. */
    areaId: z.nullable(Id),
    from: PlainDate,
    to: z.nullable(PlainDate),
    reason: Text(300),
  }),
  output: z.object({ id: z.string() }),
  refusals: [
    refusals.no_such_person,
    refusals.no_such_role,
    refusals.person_disabled,
    refusals.not_yourself,
    refusals.more_than_own,
    refusals.everywhere_needed,
    refusals.lent_manage,
    refusals.dates_reversed,
    refusals.grant_twice,
    refusals.id_taken,
  ],
})

export const RevokeGrant = defineCommand({
  name: 'access.revoke',
  title: { vi: 'Thu hồi quyền', en: 'Take a right back' },
  permission: 'access.manage',
  place: 'record',
  input: z.object({ id: Id, reason: Text(300) }),
  output: z.object({ id: z.string() }),
  refusals: [
    refusals.revoked_already,
    refusals.more_than_own,
    refusals.everywhere_needed,
    refusals.lent_manage,
    refusals.last_administrator,
  ],
})
