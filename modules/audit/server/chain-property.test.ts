// Whatever a few hands do to a sealed chain, the check speaks up, and a chain that nobody touched stays intact.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, chainCheck, entryHash, genesis, type LogEntry, type SealedEntry } from '../verify-export.mjs'

const content = fc.record({
  subject: fc.string({ unit: 'binary', maxLength: 12 }),
  before: fc.option(fc.jsonValue({ maxDepth: 2 })),
  after: fc.option(fc.jsonValue({ maxDepth: 2 })),
})
type Content = { subject: string; before: unknown; after: unknown }

function chainOf(contents: Content[]): SealedEntry[] {
  let previous = genesis
  return contents.map((each, index) => {
    const entry: LogEntry = {
      id: `entry-${index}`,
      at: '2024-11-15T05:00:00.000000Z',
      person: 'p',
      actingFor: null,
      operation: 'tasks.report',
      area: null,
      command: null,
      position: index + 1,
      ...each,
    }
    const sealed = { entry, previous, hash: entryHash(previous, entry) }
    previous = sealed.hash
    return sealed
  })
}
const at = (sealed: SealedEntry, position: number): SealedEntry => ({ ...sealed, entry: { ...sealed.entry, position } })
const checked = (chain: SealedEntry[]) => {
  const check = chainCheck()
  for (const sealed of chain) check.take(sealed)
  return check.finish()
}

const deed = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), where: fc.nat(), text: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('remove' as const), where: fc.nat(), renumber: fc.boolean() }),
  fc.record({ kind: fc.constant('exchange' as const), where: fc.nat(), with: fc.nat() }),
  fc.record({ kind: fc.constant('insert' as const), where: fc.nat() }),
)
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

/** The chain after the deed, and the position at which the check must speak up. */
function done(chain: SealedEntry[], what: Deed): { chain: SealedEntry[]; at: number; changed: boolean } {
  // The last entry is held by the signed head, which other tests cover.
  const index = what.where % (chain.length - 1)
  const target = chain[index]!
  if (what.kind === 'change') {
    const subject = target.entry.subject + what.text
    return {
      chain: chain.with(index, { ...target, entry: { ...target.entry, subject } }),
      at: index + 1,
      changed: true,
    }
  }
  if (what.kind === 'remove') {
    const rest = chain.filter((sealed) => sealed !== target)
    return {
      chain: what.renumber ? rest.map((sealed, place) => at(sealed, place + 1)) : rest,
      at: index + 1,
      changed: true,
    }
  }
  if (what.kind === 'insert') {
    const copy = { ...target, entry: { ...target.entry, id: 'strange' } }
    return {
      chain: chain.toSpliced(index, 0, copy).map((sealed, place) => at(sealed, place + 1)),
      at: index + 1,
      changed: true,
    }
  }
  const other = what.with % (chain.length - 1)
  const exchanged = chain.with(index, at(chain[other]!, index + 1)).with(other, at(target, other + 1))
  return { chain: exchanged, at: Math.min(index, other) + 1, changed: other !== index }
}

test('a chain that nobody touched is intact', () => {
  fc.assert(
    fc.property(fc.array(content, { maxLength: 30 }), (contents) => {
      expect(checked(chainOf(contents))).toMatchObject({ checked: contents.length, findings: [] })
    }),
  )
})

test('one deed anywhere is named where it was done', () => {
  fc.assert(
    fc.property(fc.array(content, { minLength: 3, maxLength: 40 }), deed, (contents, what) => {
      const after = done(chainOf(contents), what)
      const { findings } = checked(after.chain)
      expect(findings.length > 0).toBe(after.changed)
      if (after.changed) expect(findings[0]!.position).toBe(after.at)
    }),
    { numRuns: 400 },
  )
})

test('several deeds never go unnoticed', () => {
  fc.assert(
    fc.property(
      fc.array(content, { minLength: 8, maxLength: 40 }),
      fc.array(deed, { minLength: 1, maxLength: 4 }),
      (contents, deeds) => {
        const untouched = chainOf(contents)
        const after = deeds.reduce((chain, what) => done(chain, what).chain, untouched)
        const same = canonical(after) === canonical(untouched)
        expect(checked(after).findings.length === 0).toBe(same)
      },
    ),
    { numRuns: 400 },
  )
})

test('the order of keys does not matter to a hash, and every value does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
    }),
  )
  expect(canonical({ b: 1, a: { d: [], c: null } })).toBe('{"a":{"c":null,"d":[]},"b":1}')
})
