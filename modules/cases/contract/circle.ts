// Around a person: the roles there are, as data, and who of those that work with the product may be named.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Text } from '../../../platform/contract/schemas.ts'
import { caseRefusals as no } from './refusals.ts'

export const CircleRole = z.object({
  id: z.string(),
  vi: z.string(),
  en: z.string(),
  retired: z.boolean(),
  version: z.int(),
})
export type CircleRole = z.output<typeof CircleRole>

export const ListCircle = defineQuery({
  name: 'cases.circle',
  title: { vi: 'Vai trò và người có thể cử vào tổ', en: 'Roles and people of a team' },
  permission: 'cases.read',
  place: { in: (input) => input.communeId },
  input: z.object({ communeId: Id }),
  output: z.object({
    roles: z.array(CircleRole),
    people: z.array(z.object({ id: Id, name: z.string(), view: z.enum(['police', 'health', 'helper']) })),
  }),
})

export const ListCircleRoles = defineQuery({
  name: 'cases.circle-roles',
  title: { vi: 'Các vai trò quanh một người', en: 'The roles around a person' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({ roles: z.array(CircleRole) }),
})

export const SetCircleRole = defineCommand({
  name: 'cases.set-circle-role',
  sealsInput: true,
  title: { vi: 'Thêm, sửa một vai trò quanh một người', en: 'Add or change a role around a person' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    vi: Text(80),
    en: Text(80),
    retired: z.boolean(),
    /** 0: a new one. */
    version: z.int().check(z.nonnegative()),
  }),
  output: z.object({ version: z.int() }),
  refusals: [no.role_needed],
})
