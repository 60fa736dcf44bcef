// What a file holds on paper: nothing missing from its contents, a dossier with its gaps, and the commitments that the law asks for.

import { expect, test } from 'vitest'
import { event, positive } from '../../../tests/support/lives.ts'
import type { FileEvent } from '../events.ts'
import { commitmentsOf, contentsOf, dossierOf } from './folios.ts'

const now = '2026-11-27T10:00'
const numbered = (events: FileEvent[]) => events.map((each, at) => ({ ...each, folio: at + 1 }))

test('every paper stands under its number, a withdrawn one too, and a corrected one as it reads now', () => {
  const tested = event('tested', '2026-08-03T09:00', positive)
  const wrong = event('residence-verified', '2026-08-03T12:00', { stable: true })
  const managed = event('managed', '2026-08-04T09:00')
  const rows = contentsOf(
    numbered([
      tested,
      wrong,
      managed,
      event('withdrawn', '2026-08-05T09:00', { of: wrong.id, why: 'ghi nhầm' }),
      event('corrected', '2026-08-05T09:10', { of: tested.id, why: 'ghi nhầm ngày', at: '2026-08-02T09:00' }),
      event('commitment-signed', '2026-08-05T10:00', { which: 'B2' }),
    ]),
    now,
  )
  expect(rows.map(({ folio, form, day, withdrawn }) => [folio, form, day, withdrawn])).toEqual([
    [1, 'III-01', '2026-08-02', undefined],
    [2, undefined, '2026-08-03', true],
    [3, 'III-04', '2026-08-04', undefined],
    [4, undefined, '2026-08-05', undefined],
    [5, undefined, '2026-08-05', undefined],
    [6, 'V-25', '2026-08-05', undefined],
  ])
})

const file = (at: string, paper: 'V-33' | 'V-34' | 'determination', folio: number, lastFolio?: number) =>
  event('paper-filed', at, { paper, folio, ...(lastFolio && { lastFolio }) })
const opened = (path: 'adult' | 'minor' = 'adult') =>
  event('dossier-opened', '2026-09-01T08:00', { path, ground: 'not-registered' })

test('the dossier lists what was filed, what is missing, which folios two papers bear and which none', () => {
  const dossier = dossierOf(
    [
      file('2026-08-01T08:00', 'V-34', 9),
      opened(),
      file('2026-09-01T09:00', 'V-33', 1, 3),
      file('2026-09-01T10:00', 'determination', 3),
      file('2026-09-01T11:00', 'V-34', 6, 7),
    ],
    now,
  )
  expect(dossier?.rows.map(({ folio, last, form }) => [folio, last, form])).toEqual([
    [1, 3, 'V-33'],
    [3, 3, undefined],
    [6, 7, 'V-34'],
  ])
  expect([dossier?.twice, dossier?.none]).toEqual([[3], [4, 5]])
  expect(dossier?.wanted.map(({ kind, folio }) => [kind, folio])).toEqual([
    ['V-33', 1],
    ['V-34', 6],
    ['determination', 3],
    ['V-36', undefined],
    ['V-37', undefined],
  ])
})

test('of a minor the statement and the opinion of the parents are wanted too; without a dossier there is none', () => {
  expect(dossierOf([opened('minor')], now)?.wanted.map(({ kind }) => kind)).toContain('V-39')
  expect(dossierOf([event('managed', '2026-08-04T09:00')], now)).toBeUndefined()
})

test('a commitment is asked for by its decision, and a new decision asks for it again', () => {
  const managed = event('managed', '2026-08-04T09:00')
  const signed = event('commitment-signed', '2026-08-05T09:00', { which: 'B1' })
  const again = event('managed-again', '2026-10-04T09:00')
  expect(commitmentsOf([managed], now)).toMatchObject([{ which: 'B1', because: managed.id }])
  expect(commitmentsOf([managed, signed], now)).toMatchObject([{ which: 'B1', signed: signed.id }])
  expect(commitmentsOf([managed, signed, again], now)[0]).toEqual({
    which: 'B1',
    title: expect.anything(),
    because: again.id,
  })
  const home = event('home-decided', '2026-08-10T09:00')
  expect(commitmentsOf([home, event('monitoring-decided', '2026-08-11T09:00')], now).map(({ which }) => which)).toEqual(
    ['B2', 'B3'],
  )
})
