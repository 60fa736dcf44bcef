// Fills a template: each field by its name, each list row by row, dotted lines for what is not known. Nothing in a template runs:
// a name between braces is looked up in the closed list of fields and is nothing else.

import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { blanks, fieldNamed, formLists, type ListId, listNamed, rowTagsOf, tagKey } from '../../forms/fields.ts'
import { textOf, type Values } from '../../forms/values.ts'
import { type Stamp, stamp } from './stamp.ts'

type Row = { list: ListId; row: Record<string, string> }
type Scope = Values | Row
const isRow = (scope: Scope): scope is Row => 'row' in scope

/** Rows that are dotted lines where a list has none: the paper is filled in by hand then. */
const emptyRows = (list: ListId, count: number): Row[] =>
  Array.from({ length: count }, () => ({
    list,
    row: Object.fromEntries(Object.keys(formLists[list].rows).map((id) => [id, id === 'order' ? '' : blanks.short])),
  }))

function rowsOf(values: Values, list: ListId): Row[] {
  const rows = values.lists[list].map((row) => ({ list, row }))
  return rows.length > 0 || list === 'basis' ? rows : emptyRows(list, 2)
}

function lookedUp(scope: Scope, tag: string): string | Row[] | undefined {
  if (isRow(scope)) {
    const column = rowTagsOf(scope.list).get(tagKey(tag))
    return column && (scope.row[column] ?? '')
  }
  const list = listNamed(tag)
  if (list) return rowsOf(scope, list)
  const field = fieldNamed(tag)
  return field && textOf(scope, field)
}

export function fillTemplate(template: Uint8Array, values: Values, mark: Stamp): Uint8Array {
  const filled = new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    parser: (tag: string) => ({ get: (scope: Scope) => lookedUp(scope, tag) }),
    nullGetter: () => blanks.long,
  })
  filled.render(values)
  const zip = filled.getZip() as PizZip
  stamp(zip, mark)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
