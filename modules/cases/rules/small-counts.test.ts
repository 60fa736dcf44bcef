// What leaves as a number: tables by hand, and an attacker who knows every published cell, all sums and all bounds, and solves
// for each hidden one; and one who knows the rules by which cells are hidden as well.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Constraint, solve } from 'yalps'
import { type CountColumns, type CountedRow, type SafeTable, safeTable } from './small-counts.ts'

const columns: CountColumns = {
  ...{ parts: ['a', 'b', 'c'], whole: 'all', alone: ['ended'], within: ['late'], totalOnly: ['minors'] },
}
const least = 5
/** Some secret order that looks at no value. */
const order = (row: string, column: string): string =>
  `${(row.charCodeAt(0) * 31 + column.charCodeAt(0) * 17) % 11}${row}`
const shown = (counts: Record<string, number[]>) => {
  const rows = (counts.a ?? []).map(
    (_, at): CountedRow => ({
      id: 'xyzuvw'[at] ?? '',
      counts: Object.fromEntries(Object.entries(counts).map(([name, values]) => [name, values[at] ?? 0])),
    }),
  )
  return safeTable(rows, columns, { least, order })
}
const column = (table: SafeTable, name: string) => [
  ...table.rows.map(({ counts }) => counts[name] ?? '•'),
  table.total[name] ?? '•',
]

test.each([
  ['nothing small', [10, 20, 0], [10, 20, 0, 30]],
  ['nobody', [0, 0, 0], [0, 0, 0, 0]],
  ['one small, alone in the province: the total goes with it', [3, 0, 0], ['•', 0, 0, '•']],
  ['one small beside a large: both are hidden, the total stays', [3, 20, 0], ['•', '•', 0, 23]],
  ['two small: a third is needed', [1, 1, 20], ['•', '•', '•', 22]],
  ['all small', [2, 1, 1], ['•', '•', '•', '•']],
  ['one large alone', [12, 0, 0], [12, 0, 0, 12]],
])('%s', (_, ended, expected) =>
  expect(column(shown({ a: [50, 50, 50], b: [], c: [], ended }), 'ended')).toEqual(expected),
)

test('the whole of a row is hidden with a part of it; a total that is hidden hides another', () => {
  const table = shown({ a: [30, 20, 10], b: [3, 0, 0], c: [40, 30, 20] })
  expect(column(table, 'b')).toEqual(['•', 0, 0, '•'])
  expect(table.rows[0]?.counts.all).toBeNull()
  // The whole is still told: another total is hidden beside the small one.
  expect(table.total.all).toBe(153)
  expect([table.total.a, table.total.c].filter((total) => total === null)).toHaveLength(1)
})

test('who is under 18 is never said by commune', () => {
  const table = shown({ a: [30, 20, 10], b: [], c: [], minors: [6, 7, 0] })
  expect(column(table, 'minors')).toEqual(['•', '•', '•', 13])
})

type Bounds = Record<string, [number, number]>
/** Between which values each hidden cell must lie, by all that is published: solved exactly. */
function attack(table: SafeTable): Bounds {
  const variables = new Map<string, Record<string, number>>()
  const constraints = new Map<string, Constraint>()
  const hiddenNames: string[] = []
  const add = (name: string, to: string, times: number) => {
    const variable = variables.get(name) ?? {}
    variable[to] = times
    variables.set(name, variable)
  }
  const lines = [...table.rows, { id: 'total', counts: table.total }]
  const isVeiled = (id: string) => lines.find((line) => line.id === id)?.counts.all === null
  for (const { id, counts } of lines)
    for (const [name, value] of Object.entries(counts)) {
      const cell = `${id}.${name}`
      add(cell, `is ${cell}`, 1)
      // Zeros are shown, except where a cell says nothing on purpose.
      const floor = name === 'minors' || (name === 'late' && isVeiled(id)) ? 0 : 1
      constraints.set(`is ${cell}`, value === null ? { min: floor } : { equal: value })
      if (value === null && !(name === 'minors' && id !== 'total')) hiddenNames.push(cell)
    }
  const equation = (key: string, whole: string, parts: readonly string[]) => {
    constraints.set(key, { equal: 0 })
    add(whole, key, -1)
    for (const part of parts) add(part, key, 1)
  }
  for (const { id } of lines) {
    equation(
      `row ${id}`,
      `${id}.all`,
      columns.parts.map((name) => `${id}.${name}`),
    )
    for (const name of ['late', 'minors']) {
      constraints.set(`within ${id} ${name}`, { max: 0 })
      add(`${id}.${name}`, `within ${id} ${name}`, 1)
      add(`${id}.all`, `within ${id} ${name}`, -1)
    }
  }
  for (const name of [...columns.parts, 'all', 'ended', 'late', 'minors'])
    equation(
      `column ${name}`,
      `total.${name}`,
      table.rows.map(({ id }) => `${id}.${name}`),
    )
  return Object.fromEntries(
    hiddenNames.map((cell) => {
      const [low, high] = (['minimize', 'maximize'] as const).map((direction) => {
        const aimed = new Map([...variables].map(([name, one]) => [name, name === cell ? { ...one, aim: 1 } : one]))
        const { status, result } = solve({ direction, objective: 'aim', constraints, variables: aimed })
        if (status === 'unbounded') return Number.POSITIVE_INFINITY
        if (status !== 'optimal') throw new Error(`${cell}: ${status}`)
        return result
      }) as [number, number]
      return [cell, [low, high]]
    }),
  )
}

const amount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 7 }) },
  { weight: 2, arbitrary: fc.integer({ min: 5, max: 60 }) },
)
const aRow = fc
  .record({ a: amount, b: amount, c: amount, ended: amount, late: fc.nat(70), minors: fc.nat(70) })
  .map(({ late, minors, ...row }) => {
    const all = row.a + row.b + row.c
    return { ...row, late: Math.min(late, all), minors: Math.min(minors, all) }
  })

test('no attacker with all published cells, sums and bounds knows a hidden cell more closely than the threshold', () => {
  fc.assert(
    fc.property(
      fc.array(aRow, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(3, 5, 8),
      fc.nat(1000),
      (rows, limit, secret) => {
        const secretly = (row: string, name: string) =>
          String((row.charCodeAt(0) * secret + name.charCodeAt(0) * 7919) % 1009)
        const table = safeTable(
          rows.map((counts, at) => ({ id: 'xyzuvw'[at] ?? '', counts })),
          columns,
          { least: limit, order: secretly },
        )
        for (const { counts } of [...table.rows, { counts: table.total }])
          for (const value of Object.values(counts)) expect(value === null || value === 0 || value >= limit).toBe(true)
        for (const [cell, [low, high]] of Object.entries(attack(table)))
          expect(high - low, `${cell} lies between ${low} and ${high}`).toBeGreaterThanOrEqual(limit - 1 - 1e-6)
      },
    ),
    { numRuns: Number(process.env.BINHYEN_TEST_COUNT_RUNS ?? 300) },
  )
})

test('who knows the rules too, but not the secret order, is left with as many values as the threshold hides', () => {
  const orders = [0, 1, 2, 3, 4, 5].map((at) => {
    const places = [
      ...[
        ['x', 'y', 'z'],
        ['x', 'z', 'y'],
        ['y', 'x', 'z'],
        ['y', 'z', 'x'],
        ['z', 'x', 'y'],
        ['z', 'y', 'x'],
      ],
    ]
    return (row: string) => String(places[at]?.indexOf(row))
  })
  const publishedBy = (values: readonly number[], order: (row: string) => string) => {
    const rows = values.map((ended, at) => ({ id: 'xyz'[at] ?? '', counts: { a: 50, ended } }))
    return JSON.stringify(column(safeTable(rows, columns, { least, order }), 'ended'))
  }
  const most = 14
  const behind = new Map<string, Set<number>[]>()
  for (let x = 0; x <= most; x += 1)
    for (let y = 0; y <= most; y += 1)
      for (let z = 0; z <= most; z += 1)
        for (const order of orders) {
          const key = publishedBy([x, y, z], order)
          const values = behind.get(key) ?? [new Set(), new Set(), new Set()]
          for (const [at, value] of [x, y, z].entries()) values[at]?.add(value)
          behind.set(key, values)
        }
  for (const [key, values] of behind) {
    const cells = JSON.parse(key) as (number | string)[]
    const total = cells[3]
    // Sums beyond the values that were tried look narrower than they are.
    if (typeof total === 'number' && total > most) continue
    for (const [at, known] of values.entries())
      if (cells[at] === '•') expect(known.size, `${key} ${at}: ${[...known]}`).toBeGreaterThanOrEqual(least - 1)
  }
})
