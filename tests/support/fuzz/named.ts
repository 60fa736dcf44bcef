// What a field may hold, told by its name: ids of the tables that columns of this name point at, texts that stand under it.

import type { Source } from './agreeing.ts'
import type { Records } from './records.ts'

/** `changes[].line.areaId` and `areaIds[]` are both called area_id in the database. */
export const columnOf = (path: string): string =>
  (path.split('.').at(-1) ?? '')
    .replaceAll('[]', '')
    .replace(/Ids$/, 'Id')
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Where the name of a field says something else than its columns, for an operation or a whole module. */
const namedOtherwise: Readonly<Record<string, Source>> = {
  'areas id': { table: 'area_unit', column: 'id' },
  'areas within': { table: 'area_unit', column: 'id' },
  'areas.correctFigure id': { table: 'area_denominator', column: 'id' },
  'areas.endBody id': { table: 'area_body', column: 'id' },
  'areas.changeBody id': { table: 'area_body', column: 'id' },
  'cases from': { table: 'cases.file', column: 'officer_id' },
  'cases to': { table: 'person', column: 'id' },
  'cases one_id': { table: 'cases.pair', column: 'one_id' },
  'cases other_id': { table: 'cases.pair', column: 'other_id' },
  'cases kept_opening': { table: 'cases.opening', column: 'id' },
  'cases gone_opening': { table: 'cases.opening', column: 'id' },
  'cases.review-emergency id': { table: 'cases.emergency', column: 'opening_id' },
  'commitments.rewordGroup id': { table: 'commitment_drive', column: 'id' },
  'field shown': { table: 'field_conflict', column: 'id' },
  'field take': { table: 'field_conflict', column: 'id' },
  'field.ownPack hamlet_id': { table: 'area_body', column: 'id' },
  'field.ownPull hamlet_id': { table: 'area_body', column: 'id' },
  'handover.accept id': { table: 'handover.sending', column: 'id' },
  'handover.check-receipt id': { table: 'handover.sending', column: 'id' },
  'handover.read id': { table: 'handover.sending', column: 'id' },
  'handover.return id': { table: 'handover.sending', column: 'id' },
  'handover.take-back id': { table: 'handover.sending', column: 'id' },
  'handover.read-notice id': { table: 'handover.notice', column: 'id' },
  'handover.acknowledge-notice id': { table: 'handover.notice', column: 'id' },
  'handover from_id': { table: 'area_unit', column: 'id' },
  'handover to_id': { table: 'area_unit', column: 'id' },
  'handover serves_id': { table: 'area_unit', column: 'id' },
  'meetings line_id': { table: 'target', column: 'line_id' },
  'programme line_id': { table: 'target', column: 'line_id' },
  'recognition.correct id': { table: 'recognition_decision', column: 'id' },
  'rosters keep_id': { table: 'roster_pair', column: 'one_id' },
  'tasks.decideResult id': { table: 'task_report', column: 'id' },
  'tasks batch_id': { table: 'task_reminder', column: 'batch_id' },
  'verification after_id': { table: 'verification_risk', column: 'id' },
}

const sealed = /^(cases|handover)\./
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

export function sourcesByName(records: Records) {
  const withRows = records.tables.filter(({ name }) => (records.inTable.get(name)?.length ?? 0) > 0)
  const moduleOf = new Map(records.tables.map(({ name, module }) => [name, module]))
  const hasRows = (table: string) => (records.inTable.get(table) ?? []).some(({ id }) => id)

  /** Those of the module itself first; nobody but the modules behind the wall names what lies there. */
  function ofModule<T>(module: string, found: readonly T[], tableOf: (one: T) => string): readonly T[] {
    const own = found.filter((one) => moduleOf.get(tableOf(one)) === module)
    if (own.length > 0) return own
    const inside = found.filter((one) => sealed.test(tableOf(one)))
    if (!isBehind(module)) return found.filter((one) => !sealed.test(tableOf(one)))
    return inside.length > 0 ? inside : found
  }

  function sources(operation: string, column: string): readonly Source[] {
    const module = operation.split('.')[0] ?? ''
    const otherwise = namedOtherwise[`${operation} ${column}`] ?? namedOtherwise[`${module} ${column}`]
    if (otherwise) return [otherwise]
    if (column === 'id') return []
    const stem = column.replace(/_id$/, '')
    const links = records.tables.flatMap((table) => table.links)
    const pointed = links
      .filter((link) => link.column === column || link.column === `${column}_id`)
      .map(({ target }) => target)
    const called = records.tables
      .filter(({ name }) => name.replace(/^.*\./, '') === stem || name.endsWith(`_${stem}`))
      .map(({ name }) => name)
    for (const found of [pointed, called]) {
      const tables = [...new Set(ofModule(module, found, (table) => table))]
      const filled = tables.filter(hasRows)
      if (filled.length > 0) return filled.map((table) => ({ table, column: 'id' }))
      // Nothing of that kind is there yet: no other table holds it.
      if (tables.some((table) => moduleOf.get(table) === module)) return []
    }
    const standing = withRows.filter(({ name }) => uuid.test(String(records.inTable.get(name)?.[0]?.columns[column])))
    return ofModule(module, standing, ({ name }) => name).map(({ name }) => ({ table: name, column }))
  }

  const standingBy = new Map<string, ReadonlySet<string>>()
  function standing(module: string, column: string): ReadonlySet<string> {
    const key = `${module}.${column}`
    const tables = column === 'id' ? [] : withRows.filter(({ links }) => links.some((link) => link.column === column))
    const found =
      standingBy.get(key) ??
      new Set(
        ofModule(module, tables, ({ name }) => name).flatMap(({ name }) =>
          (records.inTable.get(name) ?? []).map(({ columns }) => String(columns[column])),
        ),
      )
    standingBy.set(key, found)
    return found
  }

  /** Where an id of which nothing is known may come from: tables of the module, then the others on its side of the wall. */
  function likely(module: string): readonly Source[] {
    const tables = withRows
      .map(({ name }) => name)
      .filter((name) => hasRows(name) && (isBehind(module) || !sealed.test(name)))
    const own = tables.filter((name) => moduleOf.get(name) === module)
    return (own.length > 0 ? own : tables).map((table) => ({ table, column: 'id' }))
  }

  /** Tables of the module that are called like one of the words of an operation: `closeQuestion`, `take-request`. */
  function calledLike(operation: string): readonly Source[] {
    const [module = '', name = ''] = operation.split('.')
    const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split('-')
    return likely(module).filter(({ table }) => words.includes(table.split(/[._]/).at(-1) ?? ''))
  }

  /** A programme is named by its slug, whatever the field is called. */
  function texts(module: string, column: string): readonly string[] {
    if (/^(programme|slug)$/.test(column)) return records.values.get('programme.slug') ?? []
    const own = withRows.flatMap(({ name, module: of }) =>
      of === module ? (records.values.get(`${name}.${column}`) ?? []) : [],
    )
    return own.length > 0 ? own : (records.values.get(column) ?? [])
  }

  const isOf = (module: string, table: string): boolean => moduleOf.get(table) === module

  return { sources, standing, likely, calledLike, texts, isOf }
}

const isBehind = (module: string): boolean => module === 'cases' || module === 'handover'
