// Rights are believed for a second, forgotten at once when told, and never kept from a question that failed.

import { expect, test } from 'vitest'
import { rememberedAuthority } from './remembered-authority.ts'
import type { Db } from './slice.ts'

const headers = new Headers({ cookie: 'session=1' })
const db = undefined as unknown as Db
const named = (id: string) => ({ id, name: '', language: 'vi' }) as const

test('what was forgotten while it was being asked for is asked for again', async () => {
  let asked = 0
  const remembered = rememberedAuthority({
    personOf: async () => {
      asked += 1
      return { id: `person ${asked}`, name: '', language: 'vi' }
    },
    rightsOf: async () => [],
  })
  const first = remembered.personOf(headers)
  remembered.forget()
  expect((await remembered.personOf(headers))?.id).toBe('person 2')
  expect((await first)?.id).toBe('person 1')
  expect((await remembered.personOf(headers))?.id).toBe('person 2')
})

test('a failure is not remembered, and rights belong to their person and day', async () => {
  let broken = true
  const remembered = rememberedAuthority({
    personOf: async () => {
      if (broken) throw new Error('away')
      return { id: 'somebody', name: '', language: 'vi' }
    },
    rightsOf: async (_, { id }, today) => [
      { permission: `${id}.${today}`, areaId: null, role: '', via: 'grant', sourceId: '' },
    ],
  })
  await expect(remembered.personOf(headers)).rejects.toThrow('away')
  broken = false
  expect((await remembered.personOf(headers))?.id).toBe('somebody')
  expect((await remembered.rightsOf(db, named('a'), '2024-11-15'))[0]?.permission).toBe('a.2024-11-15')
  expect((await remembered.rightsOf(db, named('a'), '2024-11-16'))[0]?.permission).toBe('a.2024-11-16')
  expect((await remembered.rightsOf(db, named('b'), '2024-11-15'))[0]?.permission).toBe('b.2024-11-15')
})
