// Every kind of event can be entered and read: its fields are known, and everything that can be chosen has words.

import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { choiceName } from '../../events/choice-names.ts'
import { type EventKind, eventKindIds, eventKinds } from '../../events.ts'
import { fieldName } from './field-words.ts'
import { detailsOf, type FieldShape, fieldsOf } from './shape.ts'

/** Every field of a kind, with the names down to it. */
function* all(fields: readonly FieldShape[], path: readonly string[]): Generator<[readonly string[], FieldShape]> {
  for (const field of fields) {
    const here = [...path, field.name]
    yield [here, field]
    if ('fields' in field.shape) yield* all(field.shape.fields, here)
  }
}
const fieldsOfAll = eventKindIds.flatMap((kind) => [...all(fieldsOf(kind), [kind])])

test('every field has its words, and everything that may be chosen', () => {
  const silent = fieldsOfAll.flatMap(([path, { shape }]) => [
    ...(fieldName(path) ? [] : [path.join('.')]),
    ...(shape.type === 'choice'
      ? shape.of.filter((value) => !choiceName(path, value)).map((value) => `${path.join('.')}: ${value}`)
      : []),
  ])
  expect(silent).toEqual([])
})

test('what a correction corrects is the only thing without a shape of its own', () => {
  expect(fieldsOfAll.filter(([, { shape }]) => shape.type === 'any').map(([path]) => path.join('.'))).toEqual([
    'corrected.details',
  ])
})

test('fields are read from the schema: days, moments, events, lists, papers', () => {
  const shapes = (kind: EventKind) => Object.fromEntries(fieldsOf(kind).map(({ name, shape }) => [name, shape.type]))
  expect(shapes('management-stopped')).toEqual({ paper: 'group', note: 'text', reason: 'choice' })
  expect(shapes('detained')).toEqual({ until: 'moment', note: 'text' })
  expect(shapes('decision-sent')).toEqual({ of: 'event', note: 'text' })
  expect(shapes('team-named')).toEqual({ members: 'list', note: 'text' })
  expect(shapes('notice-received')).toEqual({ from: 'text', testedOn: 'day', note: 'text' })
  expect(
    fieldsOf('tested')
      .filter(({ optional }) => !optional)
      .map(({ name }) => name),
  ).toEqual(['result', 'sample'])
})

describe('what is typed becomes what is sent', () => {
  const read = (kind: EventKind, typed: Record<string, unknown>) =>
    z.safeParse(eventKinds[kind].details, detailsOf(fieldsOf(kind), typed))

  test('what is left empty is left out', () => {
    expect(read('managed', { paper: { number: ' ', on: '', by: '' }, note: ' ' }).data).toEqual({})
    expect(read('residence-checked', { present: false, by: '' }).data).toEqual({ present: false })
  })

  test('a paper that is half filled in is not taken for none', () => {
    const paths = read('managed', { paper: { number: '12/QĐ-CAX' } }).error?.issues.map(({ path }) => path.join('.'))
    expect(paths).toEqual(['paper.on', 'paper.by'])
  })

  test('numbers are numbers, rows are rows', () => {
    expect(read('paper-filed', { paper: 'III-01', folio: '29', lastFolio: '31' }).data).toMatchObject({
      folio: 29,
      lastFolio: 31,
    })
    expect(read('paper-filed', { paper: 'III-01', folio: 'hai' }).success).toBe(false)
    expect(read('team-named', { members: [{ role: 'village', name: ' Trưởng thôn ' }] }).data).toEqual({
      members: [{ role: 'village', name: 'Trưởng thôn' }],
    })
    expect(read('team-named', {}).data).toEqual({ members: [] })
  })
})
