// What can be asked of and done to programmes, plans and targets.

import * as z from 'zod/mini'
import { defineQuery } from '../../platform/contract/operation.ts'
import { Id, PlainDate } from '../../platform/contract/schemas.ts'

export const Names = z.object({ vi: z.string(), en: z.string() })
export const AreaName = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  type: z.string(),
  level: z.enum(['province', 'district', 'commune', 'village']),
})

export const ListProgrammes = defineQuery({
  name: 'programme.list',
  title: { vi: 'Các chương trình của địa bàn mình', en: 'The programmes of my areas' },
  permission: 'signed-in',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    programmes: z.array(
      z.object({
        id: Id,
        slug: z.string(),
        name: Names,
        area: AreaName,
        startsOn: PlainDate,
        endsOn: PlainDate,
        opensOn: z.nullable(PlainDate),
        demo: z.boolean(),
      }),
    ),
  }),
})
