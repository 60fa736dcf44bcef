// What changed between the state before and the state after, value by value, as a reader compares them.

import type { Change } from './contract.ts'

const mostLetters = 2000
const isPart = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0

/** Paths are joined with dots; a value that stays the same is left out. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const earlier = leavesOf(before)
  const later = leavesOf(after)
  const paths = [...new Set([...earlier.keys(), ...later.keys()])]
  return paths
    .filter((path) => earlier.get(path) !== later.get(path))
    .map((path) => ({ path, before: shortened(earlier.get(path)), after: shortened(later.get(path)) }))
}

/** Every value that has no parts, as JSON, by its path; null is "nothing there". */
function leavesOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  if (!isPart(value)) return new Map([[path, JSON.stringify(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...leavesOf(part, path === '' ? key : `${path}.${key}`)]),
  )
}

const shortened = (text: string | undefined): string | undefined =>
  text !== undefined && text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text
