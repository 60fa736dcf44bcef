// Random lives: whatever happens in whatever order, no status without a paper, no clock that forgets, nothing that time alone
// changes before it was foretold.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, minutesBetween } from '../../../rules/law/moment.ts'
import { event } from '../../../tests/support/lives.ts'
import { accepted, end, randomLives as lives, runs } from '../../../tests/support/random-lives.ts'
import type { FileEvent } from '../events.ts'
import { type Life, readLife } from '../rules.ts'
import { nextChange } from './next-change.ts'
import { workOf } from './work.ts'

const duties = ({ clocks }: Life) =>
  clocks.filter(({ kind, deadline }) => kind !== 'term' && !recurring.includes(deadline))
const recurring = ['verification', 'check-residence', 'check-residence-2022']

describe('whatever is recorded', () => {
  test('it can be read on any day', () => {
    fc.assert(
      fc.property(lives, fc.nat(5_000_000), ({ facts, events }, later) => {
        const read = readLife(facts, events, addMinutes('2021-10-01T07:00', later))
        expect(read.next.every(({ what }) => what.vi && what.en)).toBe(true)
      }),
      runs,
    )
  })

  test('no status is without the paper that gave it, and there is one at a time', () => {
    fc.assert(
      fc.property(lives, ({ facts, events }) => {
        const { status, history, monitoring } = readLife(facts, events, end)
        const all = status ? [...history, status] : history
        for (const [at, standing] of all.entries()) {
          const given = events.find(({ id }) => id === standing.by)
          expect(standing.paper.number).toMatch(/./)
          expect(given && 'paper' in given.details && given.details.paper).toEqual(standing.paper)
          expect(standing.until === undefined || standing.since <= standing.until).toBe(true)
          const before = all[at - 1]
          if (before) expect((before.until ?? '9999') <= standing.since).toBe(true)
        }
        if (monitoring)
          expect(['home', 'substitution', 'after', 'public', 'private', 'reform-school', 'compulsory']).toContain(
            status?.kind,
          )
      }),
      runs,
    )
  })

  test('what is awaited stands beside no status, and a move then is followed as a move in a status is', () => {
    let awaited = 0
    fc.assert(
      fc.property(lives, fc.nat(3_000_000), ({ facts, events }, later) => {
        const at = addMinutes(events.at(-1)?.at ?? end, later)
        const { status, awaits } = readLife(facts, events, at)
        if (awaits) {
          awaited += 1
          expect(status).toBeUndefined()
          expect(awaits.since <= at).toBe(true)
        }
        const moved = event('moved', at, { what: 'residence', to: 'xã Đức Hợp' })
        const isFollowed = readLife(facts, [...events, moved], at).clocks.some(
          ({ deadline, state }) => deadline.startsWith('hand-over-file') && state !== 'done' && state !== 'expired',
        )
        const stands = awaits !== undefined || (status !== undefined && status.kind !== 'ended')
        if (stands) expect(isFollowed, at).toBe(true)
      }),
      { ...runs, seed: 7 },
    )
    expect(awaited).toBeGreaterThan(3)
  })

  test('the bar of a clock runs through without a gap, and no more counts than there is', () => {
    fc.assert(
      fc.property(lives, fc.nat(1_000_000), ({ facts, events }, later) => {
        const now = addMinutes(events.at(-1)?.at ?? end, later)
        for (const { bar, counted, whole, state } of readLife(facts, events, now).clocks) {
          for (const [at, piece] of bar.entries()) {
            expect(piece.from < piece.until).toBe(true)
            if (at > 0) expect(piece.from).toBe(bar[at - 1]?.until)
          }
          expect(counted).toBeGreaterThanOrEqual(0)
          if (state === 'running') expect(counted).toBeLessThanOrEqual(whole)
        }
      }),
      runs,
    )
  })

  test('the order of recording plays no part', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), ({ facts, events }, chance) => {
        const shuffled = events
          .map((each) => ({ each, key: chance.next().value }))
          .sort((one, other) => one.key - other.key)
          .map(({ each }) => each)
        expect(readLife(facts, shuffled, end)).toEqual(readLife(facts, events, end))
      }),
      runs,
    )
  })

  test('a withdrawn event reads as if it had never been, and nothing is deleted', () => {
    fc.assert(
      fc.property(lives, fc.nat(), ({ facts, events }, which) => {
        const target = events[which % events.length] as FileEvent
        const kept = JSON.stringify(events)
        const withdrawn = [...events, event('withdrawn', addMinutes(end, -1), { of: target.id, why: 'ghi nhầm' })]
        expect(readLife(facts, withdrawn, end)).toEqual(
          readLife(
            facts,
            events.filter(({ id }) => id !== target.id),
            end,
          ),
        )
        expect(JSON.stringify(events)).toBe(kept)
      }),
      runs,
    )
  })

  test('no clock forgets: what was open later is still open, done by an event, or over by law', () => {
    fc.assert(
      fc.property(lives, fc.nat(), ({ facts, events: all }, cut) => {
        const events = accepted(facts, all)
        const last = events[cut % Math.max(1, events.length)]
        if (!last) return
        const before = readLife(facts, events, last.at)
        const now = new Map(readLife(facts, events, end).clocks.map((clock) => [clock.id, clock]))
        for (const clock of duties(before)) {
          // The end of a term that nobody knows yet decides by which law it is told of: under the older one there is no such duty.
          if (clock.due === undefined && /^(centre-tells|certify)/.test(clock.id)) continue
          const same = now.get(clock.id)
          expect(same, clock.id).toBeDefined()
          if (same?.state === 'done') expect(events.map(({ id }) => id)).toContain(same.closedBy)
        }
      }),
      runs,
    )
  })
})

describe('what is accepted', () => {
  test('never makes the reading fail, and leads through every status', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(lives, ({ facts, events: all }) => {
        const events = accepted(facts, all)
        for (const { at } of events) {
          const { status } = readLife(facts, events, at)
          if (status) seen.add(status.kind)
        }
      }),
      { ...runs, seed: 7 },
    )
    for (const kind of ['managed', 'addict', 'home', 'substitution', 'dossier', 'compulsory', 'after', 'ended'])
      expect([...seen]).toContain(kind)
  })
})

describe('time alone', () => {
  test('changes nothing of status and work before the moment that was foretold', () => {
    fc.assert(
      fc.property(lives, fc.nat(2_000_000), fc.nat(1_000_000), ({ facts, events: all }, later, share) => {
        const events = accepted(facts, all)
        const now = addMinutes(events[0]?.at ?? end, later)
        const known = events.filter(({ at }) => at <= now)
        const life = readLife(facts, known, now)
        const change = nextChange(facts, known, life, now)
        const until = change ? addMinutes(change, -1) : end
        const between = addMinutes(now, Math.floor((Math.max(0, minutesBetween(now, until)) * share) / 1_000_000))
        for (const moment of [between, until]) {
          if (moment <= now) continue
          const then = readLife(facts, known, moment)
          expect(listed(then), `${now} → ${moment}`).toEqual(listed(life))
        }
      }),
      runs,
    )
  })
})

/** What lists keep of a reading. */
const listed = (life: Life) => ({
  status: life.status?.kind,
  since: life.status?.since,
  ...workOf(life),
})
