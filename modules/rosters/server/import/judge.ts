// One row of a file: an entry of a roster, or everything that is wrong with it by name. Pure.

import { nameKey } from '../../../../platform/contract/name-key.ts'
import { dayOfSerial, faultOfText, faultsOfCells, tidy } from '../../../../platform/server/spreadsheet/cells.ts'
import type { Row } from '../../../../platform/server/spreadsheet/table.ts'
import type { ImportField, Mapping } from '../../contract/import.ts'
import type { Fault } from './faults.ts'

export type Place = { communeId: string; hamletId: string | null; bodyId: string | null }
export type Draft = Place & {
  number: number | null
  name: string
  nameKey: string
  nameBag: string
  address: string
  headcount: number | null
  birthYear: number | null
  identities: readonly string[]
}
export type Judged = { draft: Draft } | { faults: Fault[] }
/** Finds the place that a row names, or says what is wrong with the name. */
export type PlaceOf = (commune: string, hamlet: string) => Place | Fault

const most = { name: 120, address: 200, commune: 120, hamlet: 120 } as const

export function judgeRows(mapping: Mapping, placeOf: PlaceOf, thisYear: number): (row: Row) => Judged {
  const { columns, letters } = mapping
  const used = (Object.entries(columns) as [ImportField, number | undefined][]).filter(
    (entry): entry is [ImportField, number] => entry[1] !== undefined,
  )
  const nameOf = wordKeys()
  return (row) => {
    if (row.broken) return { faults: [{ code: 'broken_quotes' }] }
    // A running number is often a formula, and what it comes to is all there is to it.
    const faults: Fault[] = row.formulas || row.merged ? faultsOfCells(row, used, ['number']) : []
    const cell = (field: ImportField): string => {
      const column = columns[field]
      const raw = column === undefined ? undefined : row.cells[column]
      return raw ? tidy(raw, letters) : ''
    }
    const text = (field: keyof typeof most): string => {
      const value = cell(field)
      const wrong = value === '' ? undefined : faultOfText(value, most[field])
      if (wrong) faults.push({ ...wrong, field })
      return wrong ? '' : value
    }
    const name = text('name')
    const key = nameOf(name)
    if (!/[a-z]/.test(key) && !/\p{L}/u.test(name) && !faults.some(({ field }) => field === 'name'))
      faults.push({ code: 'no_name', field: 'name' })
    const address = text('address')
    const number = whole(cell('number').replace(/\.$/, ''), 999_999)
    if (number === undefined) faults.push({ code: 'number_wrong', field: 'number' })
    const headcount = whole(cell('headcount'), 99)
    if (headcount === undefined) faults.push({ code: 'headcount_wrong', field: 'headcount' })
    const birthYear = yearOf(cell('birthYear'), thisYear)
    if (birthYear === undefined) faults.push({ code: 'birth_year_wrong', field: 'birthYear' })
    const identities: string[] = []
    for (const field of ['identity', 'identityOld'] as const) {
      const digits = cell(field).replace(/^[^\d]*'|[\s.-]/g, '')
      if (/^(\d{9}|\d{12})$/.test(digits)) identities.push(digits)
      else if (digits !== '')
        faults.push({ code: 'identity_digits', field, values: { count: digits.replace(/\D/g, '').length } })
    }
    const place = placeOf(text('commune'), text('hamlet'))
    if ('code' in place && !faults.some(({ field }) => field === place.field)) faults.push(place)
    if (
      faults.length > 0 ||
      'code' in place ||
      number === undefined ||
      headcount === undefined ||
      birthYear === undefined
    )
      return { faults }
    return {
      draft: { ...place, number, name, nameKey: key, nameBag: bagOf(key), address, headcount, birthYear, identities },
    }
  }
}

/** The number, null where nothing stands, undefined where it is none of 1 to `highest`. */
function whole(text: string, highest: number): number | null | undefined {
  if (text === '') return null
  if (!/^\d{1,6}(\.0+)?$/.test(text)) return undefined
  const number = Number(text)
  return number >= 1 && number <= highest ? number : undefined
}

/** A year, the year of a day (31/12/1980, 1980-12-31), or the day that a spreadsheet counts since 1900. */
function yearOf(text: string, thisYear: number): number | null | undefined {
  if (text === '') return null
  const written = /^(\d{4})$|^\d{1,2}[/.-]\d{1,2}[/.-](\d{4})$|^(?:\d{1,2}[/.-])(\d{4})$|^(\d{4})-\d{2}-\d{2}/.exec(
    text,
  )
  const year = Number(written?.slice(1).find((part) => part !== undefined) ?? dayOfSerial(text)?.slice(0, 4))
  return year >= 1900 && year <= thisYear ? year : undefined
}

const bagOf = (key: string): string => (key.includes(' ') ? key.split(' ').sort().join(' ') : key)

/** Names are made of the same few thousand words, so the key of each word is made once. */
function wordKeys(): (name: string) => string {
  const known = new Map<string, string>()
  const keyOf = (word: string): string => {
    const kept = known.get(word)
    if (kept !== undefined) return kept
    const key = nameKey(word)
    // A longer one might hold on to the whole piece of text that it was cut from.
    if (known.size < 20_000 && word.length <= 12) known.set(word, key)
    return key
  }
  return (name) => {
    let key = ''
    for (const word of name.split(' ')) key = key === '' ? keyOf(word) : `${key} ${keyOf(word)}`
    return key
  }
}
