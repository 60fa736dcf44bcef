// What is wrong with what a call did: records of other places in its answer, rows of other places among what it wrote.

import type { Operation } from '../../../platform/contract/operation.ts'
import { scopeOf } from '../../../platform/server/rights.ts'
import { type Called, madeToo } from './calling.ts'
import { type Coverage, isOutside, reachOf, type Somebody } from './people.ts'
import type { Records, Row } from './records.ts'
import { phrases } from './valid-looking.ts'

type Reasons = Readonly<Record<string, string>>
/** What is right although it reaches beyond, each with its reason. */
export type Exceptions = {
  answersFromAbove: Reasons
  answersFromAnywhere: Reasons
  changesElsewhere: Reasons
  leftByAny: Reasons
  hangsOnAbove: Reasons
}
export type Judge = (operation: Operation, who: Somebody, given: unknown, called: Called) => string[]

export function judgeBy(records: Records, coverage: Coverage, exceptions: Exceptions): Judge {
  const telling = tellingWords(records)
  return (operation, who, given, called) => [
    ...answerFindings(operation, who, given, called),
    ...writeFindings(operation, who, called),
  ]

  function answerFindings(operation: Operation, who: Somebody, given: unknown, called: Called): string[] {
    if (called.answer === undefined || operation.name in exceptions.answersFromAnywhere) return []
    const leaks = leaksIn(
      who,
      called.answer,
      given,
      (table) => `${operation.name} ${table}` in exceptions.answersFromAnywhere,
    )
    leaks.push(...askedInVain(operation, who, given))
    return operation.name in exceptions.answersFromAbove ? leaks.filter((leak) => leak.startsWith('beside')) : leaks
  }

  /** A question about one record is answered from what that record holds: it is told whether or not its id stands in the answer. */
  function askedInVain({ kind, name, place }: Operation, who: Somebody, given: unknown): string[] {
    if (who.reach === 'everywhere' || kind !== 'query' || place !== 'record') return []
    return [...new Set(JSON.stringify(given).match(uuids) ?? [])].flatMap((id) => {
      const row = records.byId.get(id)
      if (!row || ownPlaces.has(row.table) || row.owners.includes(who.id)) return []
      if (!isOutside(row.areas, who.reach) || `${name} ${row.table}` in exceptions.answersFromAnywhere) return []
      return [`${whereIs(row, who)}: answered about ${row.table} ${id}`]
    })
  }

  function writeFindings({ name, permission }: Operation, who: Somebody, called: Called): string[] {
    const reach = permission === 'signed-in' ? who.reach : reachOf(coverage, scopeOf(who.rights, permission))
    const wrong = called.changes.filter((change) => {
      if (change.table in exceptions.leftByAny) return false
      const itsPlace = [change.table, change.table.split('.')[0]]
      if (itsPlace.some((of) => `${name} ${of}` in exceptions.changesElsewhere)) return false
      const row = (records.inTable.get(change.table) ?? []).find(({ key }) => key === change.key)
      if (row?.owners.includes(who.id)) return false
      const areas = [...(row?.areas ?? []), ...(called.made.get(`${change.table}:${change.key}`) ?? [])]
      if (row === undefined && areas.includes(madeToo)) return false
      if (row === undefined && change.table in exceptions.hangsOnAbove && areas.some((area) => who.above.has(area)))
        return false
      return areas.length === 0 ? row !== undefined && reach !== 'everywhere' : isOutside(areas, reach)
    })
    return wrong.map(({ how, table, key }) => `${how} ${table} ${key}`)
  }

  /** Records of other places whose id or title stands in the answer; what the caller named themselves is no news to them. */
  function leaksIn(who: Somebody, answer: unknown, given: unknown, mayName: (table: string) => boolean): string[] {
    if (who.reach === 'everywhere') return []
    const text = JSON.stringify(answer)
    const asked = JSON.stringify(given)
    const leaks: string[] = []
    for (const id of new Set(text.match(uuids) ?? [])) {
      const row = records.byId.get(id)
      if (!row || row.table === 'area_unit' || asked.includes(id) || mayName(row.table)) continue
      if (isOutside(row.areas, who.reach)) leaks.push(`${whereIs(row, who)}: id of ${row.table} ${id}`)
    }
    for (const literal of new Set(text.match(literals) ?? [])) {
      const row = asked.includes(literal) ? undefined : telling.get(literal)
      if (
        !row ||
        row.table === 'area_unit' ||
        mayName(row.table) ||
        !isOutside(row.areas, who.reach) ||
        whereIs(row, who) === 'above'
      )
        continue
      leaks.push(`beside: words of ${row.table} ${literal}`)
    }
    return leaks
  }
}

/** Whoever asks about these is answered by what is theirs of it. */
const ownPlaces = new Set(['area_unit', 'person'])

/** Each text of an answer as JSON writes it, quotes and all. */
const literals = /"(?:[^"\\]|\\.)*"/g
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const whereIs = (row: Row, who: Somebody): 'above' | 'beside' =>
  row.areas.some((area) => who.above.has(area)) ? 'above' : 'beside'

/**
 * Words of one record only are telling: "Chủ tịch UBND xã" is the title of many posts and tells nothing of any. Each as JSON
 * writes it, with the record that it tells of.
 */
function tellingWords(records: Records): ReadonlyMap<string, Row> {
  const having = Map.groupBy(
    records.rows.flatMap((row) =>
      row.words.filter((words) => !phrases.includes(words)).map((words) => ({ literal: JSON.stringify(words), row })),
    ),
    ({ literal }) => literal,
  )
  return new Map(
    [...having].flatMap(([literal, [one, ...others]]) => (one && others.length === 0 ? [[literal, one.row]] : [])),
  )
}
