// Views of a list that a person keeps under a name.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Text } from '../../../platform/contract/schemas.ts'
import { taskRefusals } from './refusals.ts'

const ScreenName = z.string().check(z.minLength(1), z.maxLength(40))
/** The search of the address, as plain text: `status=late&q=…`. */
const Search = z.string().check(z.maxLength(2000))

export const ListViews = defineQuery({
  name: 'tasks.views',
  title: { vi: 'Cách xem đã lưu của tôi', en: 'My saved views' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ screen: ScreenName }),
  output: z.object({ rows: z.array(z.object({ id: Id, name: z.string(), search: z.string() })) }),
})
export const SaveView = defineCommand({
  name: 'tasks.saveView',
  title: { vi: 'Lưu cách xem', en: 'Save a view' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ id: Id, screen: ScreenName, name: Text(60), search: Search }),
  output: z.object({ id: Id }),
  refusals: [taskRefusals.view_name_taken],
})
export const DropView = defineCommand({
  name: 'tasks.dropView',
  title: { vi: 'Bỏ cách xem đã lưu', en: 'Drop a saved view' },
  permission: 'signed-in',
  place: 'nowhere',
  input: z.object({ id: Id }),
  output: z.object({ dropped: z.boolean() }),
})
