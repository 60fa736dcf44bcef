import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { PlainDate, Text, Version } from '../contract/schemas.ts'
import { fieldMessage } from './field-message.ts'

const shape = z.object({
  name: Text(1_000),
  on: PlainDate,
  at: z.iso.datetime(),
  email: z.email(),
  version: Version,
  share: z.number().check(z.positive(), z.maximum(1)),
  people: z.number().check(z.minimum(0), z.maximum(1_000_000_000)),
  kind: z.enum(['merge', 'split']),
  parts: z.array(z.string()).check(z.minLength(1), z.maxLength(50)),
  code: z.string().check(z.regex(/^\d+$/)),
  done: z.boolean(),
})
const right = {
  ...{ name: 'Lương Bằng', on: '2024-03-15', at: '2024-03-15T08:00:00Z', email: 'a@b.example', version: 1, share: 0.5 },
  ...{ people: 7, kind: 'merge', parts: ['a'], code: '331', done: true },
}

test.each<[string, unknown, string, string]>([
  ['name', '', 'Cần điền ô này.', 'This field is needed.'],
  ['name', undefined, 'Cần điền ô này.', 'This field is needed.'],
  ['name', 'ă'.repeat(10_000), 'Dài quá 1.000 ký tự.', 'Longer than 1,000 characters.'],
  ['on', '2024-02-30', 'Ngày không có thật hoặc không đúng dạng.', 'The date does not exist or is ill-formed.'],
  ['on', '0000-01-01', 'Ngày không có thật hoặc không đúng dạng.', 'The date does not exist or is ill-formed.'],
  ['at', 'x', 'Thời điểm không có thật hoặc không đúng dạng.', 'The moment does not exist or is ill-formed.'],
  ['email', 'an', 'Địa chỉ thư điện tử không đúng dạng.', 'The e-mail address is not in the right form.'],
  ['version', 1.5, 'Cần một số nguyên.', 'A whole number is needed.'],
  ['version', 0, 'Phải lớn hơn 0.', 'It must be more than 0.'],
  ['share', 1.4, 'Không quá 1.', 'It must be 1 or less.'],
  ['people', -5, 'Phải từ 0 trở lên.', 'It must be 0 or more.'],
  ['people', 1e12, 'Không quá 1.000.000.000.', 'It must be 1,000,000,000 or less.'],
  ['people', 'abc', 'Cần một số.', 'A number is needed.'],
  ['kind', 'x', 'Giá trị này không có trong danh sách.', 'This value is not one of those that are offered.'],
  ['kind', undefined, 'Cần điền ô này.', 'This field is needed.'],
  ['parts', [], 'Cần điền ô này.', 'This field is needed.'],
  ['parts', Array(51).fill('a'), 'Nhiều nhất 50 mục.', '50 entries at most.'],
  ['code', 'x', 'Không đúng dạng.', 'This is not in the right form.'],
  ['done', 'x', 'Cần trả lời có hoặc không.', 'Yes or no is needed.'],
])('%s is refused in plain words', (field, value, vi, en) => {
  const parsed = z.safeParse(shape, { ...right, [field]: value }, { reportInput: true })
  const issue = parsed.error?.issues[0]
  expect(issue && [fieldMessage(issue, 'vi'), fieldMessage(issue, 'en')]).toEqual([vi, en])
})
