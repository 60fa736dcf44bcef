// Phones hold no file of a person, so erasing need not reach them: nothing that the field application is built from, and no
// operation that it may call, knows of the files.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { slice as cases } from '../modules/cases/server/slice.ts'
import { slice as handover } from '../modules/handover/server/slice.ts'

const root = path.resolve(import.meta.dirname, '..')
const begins = ['app/field/main.tsx', 'app/field/sw.ts']
const ofFiles = /^(modules\/(cases|handover)|rules\/(law|retention))\//

/** Every source file that these are built from. */
function builtFrom(files: readonly string[], seen = new Set<string>()): Set<string> {
  for (const file of files) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = readFileSync(path.join(root, file), 'utf8')
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+\.tsx?)'/g)].map(([, to = '']) =>
      path.posix.join(path.posix.dirname(file), to),
    )
    builtFrom(named, seen)
  }
  return seen
}

test('the field application is built from nothing that knows the files of persons', () => {
  const all = [...builtFrom(begins)]
  // It was followed, not just begun.
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter((file) => ofFiles.test(file))).toEqual([])
})

test('no operation of the files may be sent without a network, and so kept on a phone', () => {
  const offline = [...cases.handlers, ...handover.handlers].filter(
    ({ operation }) => 'worksOffline' in operation && operation.worksOffline,
  )
  expect(offline).toEqual([])
})
