// Whoever is shown somebody's name or file has their own name over the page: each operation that tells who a person is tells who
// reads it, and each screen that asks such an operation lays the mark over what it shows.

import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import * as cases from '../modules/cases/contract.ts'
import * as handover from '../modules/handover/contract.ts'
import type { Operation } from '../platform/contract/operation.ts'

type Schema = { _zod: { def: { shape?: Record<string, Schema>; element?: Schema; innerType?: Schema } } }
const shapeOf = (schema: Schema): Record<string, Schema> => schema._zod.def.shape ?? {}
/** Whether what is answered says who the person is, or holds cells of a list as they were sent. */
function tellsWho(schema: Schema): boolean {
  const { shape = {}, element, innerType } = schema._zod.def
  if ([element, innerType].some((each) => each !== undefined && tellsWho(each))) return true
  return Object.entries(shape).some(
    ([name, field]) =>
      name === 'cells' || (['identity', 'person'].includes(name) && 'shape' in field._zod.def) || tellsWho(field),
  )
}

const declared: Record<string, unknown> = { ...cases, ...handover }
const operations = Object.entries(declared).filter(
  (entry): entry is [string, Operation] =>
    typeof entry[1] === 'object' && entry[1] !== null && 'output' in entry[1] && 'permission' in entry[1],
)
const output = (operation: Operation) => operation.output as unknown as Schema
const tells = operations.filter(([, operation]) => tellsWho(output(operation)))
/** What two open files come to together is shown between the two, under their mark. */
const underTheMark = ['LookAtMerge']

test('what tells who somebody is, tells who reads it', () => {
  const without = tells.filter(
    ([name, operation]) => !('reader' in shapeOf(output(operation))) && !underTheMark.includes(name),
  )
  expect(without.map(([name]) => name)).toEqual([])
  expect(tells.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'ReadFile',
      'ReadInEmergency',
      'ReadPack',
      'ReadFarPack',
      'ReadNotice',
      'LookAtPersonList',
    ]),
  )
})

test('each screen that asks for it lays the mark over the page', () => {
  const root = path.resolve(import.meta.dirname, '..')
  const names = tells.map(([name]) => name).filter((name) => !underTheMark.includes(name))
  const asking = new RegExp(`use(?:Answer|Command)\\((?:\\w+ \\? \\w+ : )?(?:${names.join('|')})\\b`)
  const screens = globSync('modules/*/web/**/*.tsx', { cwd: root })
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ text }) => asking.test(text))
  expect(screens.length).toBeGreaterThanOrEqual(5)
  // The box of a pack brings the mark along, whichever way the pack came.
  const bare = screens.filter(({ text }) => !/<(?:Watermark|PackBox)\b/.test(text)).map(({ file }) => file)
  expect(bare).toEqual([])
})
