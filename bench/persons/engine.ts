// How many files the legal engine reads in a second of one core, beside a loop that only reads the time of the same events.
// Counted in time of the processor, so that whoever else uses the machine does not count.

import type { FileEvent } from '../../modules/cases/events.ts'
import { readLife } from '../../modules/cases/rules.ts'
import { percentile, rounded } from '../figure.ts'
import { inventLives } from './lives.ts'

const files = 5_000
const rounds = 8
const roundsToWarmUp = 3
const now = '2026-11-27T08:00'
const facts = { birthDate: '1990-05-01', sex: 'male' } as const

export function engineFiles(): number {
  const lives = inventLives(files)
  const measured = Array.from({ length: rounds }, () => ({
    engine: perSecond(lives, (events) => readLife(facts, events, now).clocks.length),
    loop: perSecond(lives, (events) => events.reduce((sum, { at }) => sum + Date.parse(`${at}:00Z`), 0)),
  }))
  const median = (of: 'engine' | 'loop') =>
    percentile(
      measured.slice(roundsToWarmUp).map((each) => each[of]),
      0.5,
    )
  console.log(`a loop that reads the time of every event: ${rounded(median('loop'), 0)} files/s`)
  return median('engine')
}

function perSecond(lives: FileEvent[][], read: (events: FileEvent[]) => number): number {
  const start = process.cpuUsage()
  let sum = 0
  for (const events of lives) sum += read(events)
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1_000_000
  if (!Number.isFinite(sum)) throw new Error('A life could not be read.')
  return lives.length / seconds
}
