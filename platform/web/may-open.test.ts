import { expect, test } from 'vitest'
import { mayOpenOf, screenOf } from './may-open.tsx'
import type { Screen } from './screen.ts'

const screen = (path: string, permission?: string): Screen => ({
  path,
  title: { vi: path, en: path },
  load: () => Promise.reject(new Error('not loaded here')),
  permission,
})
const screens = [
  screen(''),
  screen('tasks/$taskId', 'tasks.read'),
  screen('tasks/new', 'tasks.assign'),
  screen('tasks/$taskId/edit', 'tasks.assign'),
  screen('profile'),
]

test('a path that is written out goes before one with a parameter', () => {
  expect(screenOf(screens, '/tasks/new')?.path).toBe('tasks/new')
  expect(screenOf(screens, '/tasks/0192')?.path).toBe('tasks/$taskId')
  expect(screenOf(screens, '/')?.path).toBe('')
  expect(screenOf(screens, '/tasks/a/b/c')).toBeUndefined()
})

test('a screen opens for those who hold what it asks for; an address that is none of ours is left to the router', () => {
  const reader = mayOpenOf(screens, (permission) => permission === 'tasks.read')
  expect(['/', '/tasks/0192?on=2024-11-15', '/profile', '/nowhere/at/all'].map(reader)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['/tasks/new', '/tasks/0192/edit#top'].map(reader)).toEqual([false, false])
})
