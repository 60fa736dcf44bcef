// Access asks, tasks answer, the application joins them: a post that changes hands shows what goes over with it.

import { expect, test } from 'vitest'
import { slices } from '../app/slices.ts'
import { ViewPost } from '../modules/access/contract.ts'
import { postId } from '../programmes/kim-dong-2024/ids.ts'
import { world } from './support/world.ts'

test('the page of a post lists its open tasks of the day, late ones among them, and none of another post', async () => {
  const { administrator } = await world(slices)
  const seen = await administrator.ask(ViewPost, { id: postId('education-head', '331'), on: '2024-11-15' })
  const late = seen.inherited.find((item) => item.title === 'Mẫu tự đánh giá trường học')
  expect(late).toMatchObject({ kind: 'task', due: '2024-10-30', late: true })
  expect(late?.to).toBe(`/tasks/${late?.id}`)
  expect(seen.inherited.map((item) => item.title)).not.toContain('Chốt danh sách chủ hộ 2 thôn')
})
