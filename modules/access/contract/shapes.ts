// Shapes that several operations of people and rights answer with.

import * as z from 'zod/mini'

export const AreaBrief = z.object({ id: z.string(), code: z.string(), name: z.string(), type: z.string() })
export const PersonBrief = z.object({ id: z.string(), name: z.string() })
const named = { nameVi: z.string(), nameEn: z.string() }
export const RoleBrief = z.object({ id: z.string(), ...named })

/** A post as its holder or a list names it. */
export const PostBrief = z.object({ id: z.string(), titleVi: z.string(), titleEn: z.string(), area: AreaBrief })
export const HeldPost = z.extend(PostBrief, { from: z.string(), to: z.nullable(z.string()) })

export const GrantRow = z.object({
  id: z.string(),
  role: RoleBrief,
  /** Null: everywhere. */
  area: z.nullable(AreaBrief),
  from: z.string(),
  to: z.nullable(z.string()),
  reason: z.string(),
  givenBy: z.nullable(PersonBrief),
  revokedOn: z.nullable(z.string()),
  /** In force on the day of the question. */
  inForce: z.boolean(),
  may: z.object({ revoke: z.boolean() }),
})

export const DelegationRow = z.object({
  id: z.string(),
  from: PersonBrief,
  to: PersonBrief,
  /** Null: all own rights. */
  role: z.nullable(RoleBrief),
  /** The post whose acting head the receiver is. */
  post: z.nullable(z.object({ id: z.string(), titleVi: z.string(), titleEn: z.string() })),
  validFrom: z.string(),
  validTo: z.string(),
  reason: z.string(),
  revokedOn: z.nullable(z.string()),
  inForce: z.boolean(),
  may: z.object({ end: z.boolean() }),
})
