// With which paper a file is passed on, as a table: a row for every status of the law, and for what is awaited between two.

import { expect, test } from 'vitest'
import { movingForms } from '../../cases/rules/step-forms.ts'
import { awaitingNames, statusNames } from '../../cases/rules.ts'
import { passingOf, placeOf } from './passing.ts'

const forms: [status: string, form: string | null | undefined][] = [
  ['managed', 'III-06'],
  ['home', 'V-26'],
  ['after', 'V-54'],
  ['addict', null],
  ['private', null],
  ['public', null],
  ['reform-school', null],
  ['substitution', null],
  ['dossier', null],
  ['compulsory', null],
  ['ended', undefined],
  ['after-decision', null],
]
test.each(forms)('%s goes on form %s (Decree 163/2026)', (status, form) => expect(passingOf(status)?.form).toBe(form))

test('the file itself offers the same forms', () => {
  const here = Object.fromEntries(forms.flatMap(([status, form]) => (form ? [[status, form]] : [])))
  expect(movingForms).toEqual(here)
})

test('the table has every status and whatever is awaited between two; nothing else is passed on', () => {
  const places = [...Object.keys(statusNames), ...Object.keys(awaitingNames)]
  expect(forms.map(([status]) => status).sort()).toEqual(places.sort())
  expect(new Set(places).size).toBe(places.length)
  expect([placeOf({}), placeOf({ status: undefined, awaits: { kind: 'after-decision' } })]).toEqual([
    undefined,
    'after-decision',
  ])
  expect([undefined, null, '', 'toString'].map(passingOf)).toEqual([undefined, undefined, undefined, undefined])
})

test.each(forms.filter(([, form]) => form === null))(
  '%s: why no form is fixed is said, and that it has to be checked',
  (status) => {
    const passing = passingOf(status)
    if (passing?.form !== null) throw new Error('it has a form')
    expect(passing.why.vi).toMatch(/^Không có mẫu số cho .+\.$/)
    expect(passing.why.en).toMatch(/^No form is fixed for .+\.$/)
    expect(passing.toCheck.vi).toMatch(/Điều \d+/)
    expect(passing.toCheck.en).toMatch(/Art\. \d+/)
  },
)
