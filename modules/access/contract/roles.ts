// Roles as data: named sets of permissions.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { OptionalText, Text, Version } from '../../../platform/contract/schemas.ts'
import { refusals } from './refusals.ts'

const RoleId = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,40}$/))
const Names = { nameVi: Text(80), nameEn: Text(80), purposeVi: OptionalText(200), purposeEn: OptionalText(200) }
const Permissions = z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200))

export const ListRoles = defineQuery({
  name: 'access.roles',
  title: { vi: 'Vai trò và quyền', en: 'Roles and permissions' },
  permission: 'access.read',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    permissions: z.array(z.object({ name: z.string(), vi: z.string(), en: z.string() })),
    roles: z.array(
      z.object({
        id: z.string(),
        nameVi: z.string(),
        nameEn: z.string(),
        purposeVi: z.string(),
        purposeEn: z.string(),
        permissions: z.array(z.string()),
        /** Grants of it in force today, within the reader's reach. */
        held: z.number(),
        version: z.number(),
      }),
    ),
    may: z.object({ change: z.boolean() }),
  }),
})

export const AddRole = defineCommand({
  name: 'access.addRole',
  title: { vi: 'Thêm vai trò', en: 'Add a role' },
  permission: 'access.manage',
  place: 'nowhere',
  input: z.object({ id: RoleId, ...Names, permissions: Permissions }),
  output: z.object({ id: z.string() }),
  refusals: [refusals.no_such_permission, refusals.role_taken, refusals.lent_manage],
})

export const ChangeRole = defineCommand({
  name: 'access.changeRole',
  title: { vi: 'Sửa vai trò', en: 'Change a role' },
  permission: 'access.manage',
  place: 'nowhere',
  input: z.object({ id: RoleId, version: Version, ...Names, permissions: Permissions }),
  output: z.object({ version: z.number() }),
  refusals: [
    refusals.no_such_permission,
    refusals.no_such_role,
    refusals.lent_manage,
    refusals.not_own_role,
    refusals.last_administrator,
  ],
})
