// One row of a list of persons, read: who it is and what papers it names, with everything that is wrong or doubtful by name. Pure.

import * as z from 'zod/mini'
import {
  type CellFault,
  dayOfSerial,
  faultOfText,
  faultsOfCells,
  tidy,
} from '../../../../platform/server/spreadsheet/cells.ts'
import type { Row } from '../../../../platform/server/spreadsheet/table.ts'
import { doubtsOf, Identity, type ListField, type ListPlan, listFields } from '../../contract.ts'
import type { Paper } from '../../events.ts'
import type { RowPapers } from '../../lists/events-of-row.ts'
import type { RowFault, RowWarning } from '../../lists/row-faults.ts'
import { daySaid, deciderSaid, sexSaid, statusSaid } from '../../lists/says.ts'

export type ReadRow =
  | { identity: Identity; papers: RowPapers; note: string; warnings: RowWarning[] }
  | { faults: RowFault[]; name: string }

const longest: Partial<Record<ListField, number>> = { residence: 300, stay: 300, note: 500, phone: 20, identity: 30 }
const usually = 120

export function rowReader({ mapping, asOf }: ListPlan): (row: Row) => ReadRow {
  const { columns, letters } = mapping
  const used = listFields.flatMap((field) => (columns[field] === undefined ? [] : [[field, columns[field]] as const]))
  return (row) => {
    if (row.broken) return { faults: [{ code: 'broken_quotes' }], name: '' }
    const faults: (RowFault | CellFault<ListField>)[] = faultsOfCells(row, used)
    const wrong = (code: string, field: ListField) => void faults.push({ code, field })
    const text = (field: ListField): string => {
      const raw = columns[field] === undefined ? undefined : row.cells[columns[field]]
      const value = raw ? tidy(raw, letters) : ''
      const fault = value === '' ? undefined : faultOfText(value, longest[field] ?? usually)
      if (fault) faults.push({ ...fault, field })
      return fault ? '' : value
    }
    const day = (field: ListField, mostly = asOf): string | undefined => {
      const value = text(field)
      if (value === '') return undefined
      const said = daySaid(value) ?? dayOfSerial(value)
      if (!said || said < '1900-01-01' || said > mostly) wrong('day_wrong', field)
      return said
    }
    const warnings: RowWarning[] = []
    const number = (field: 'identity' | 'identityOld', digits: number): string => {
      const plain = text(field).replace(/^'|[\s.-]/g, '')
      if (!/^\d+$/.test(plain) || plain.length !== digits - 1) return plain
      warnings.push('zero_added')
      return `0${plain}`
    }
    const paper = (of: 'decision' | 'determination'): Paper | undefined => {
      const [no, on, who] = [text(`${of}Number`), day(`${of}On`), text(`${of}By`)]
      if (no === '' && !on && who === '') return undefined
      if (no === '' || who === '' || text(`${of}On`) === '') wrong('paper_half', `${of}Number`)
      const by = deciderSaid(who)
      if (who !== '' && !by) wrong('decider_unknown', `${of}By`)
      return no !== '' && on && by ? { number: no.slice(0, 60), on, by } : undefined
    }

    const name = text('name')
    if (!/\p{L}/u.test(name) && !faults.some(({ field }) => field === 'name')) wrong('no_name', 'name')
    const birth = birthOf(text('birth'), asOf)
    if (birth === undefined) wrong('birth_wrong', 'birth')
    const sex = sexSaid(text('sex'))
    if (sex === undefined) wrong('sex_wrong', 'sex')
    const status = text('status')
    const says = status === '' ? undefined : statusSaid(status)
    if (status !== '' && !says) wrong('status_unknown', 'status')
    const identities = numbersOf(number('identity', 12), number('identityOld', 9))
    const papers: RowPapers = {
      says,
      decision: paper('decision'),
      determination: paper('determination'),
      registeredOn: day('registeredOn'),
      begunOn: day('begunOn'),
      endsOn: day('endsOn', '2199-12-31'),
    }
    const identity = z.safeParse(Identity, {
      name,
      otherNames: text('otherNames')
        .split(/[;,/]/)
        .map((each) => each.trim())
        .filter(Boolean)
        .slice(0, 10),
      birth: birth ?? null,
      sex: sex ?? null,
      papers: identities,
      residence: text('residence'),
      stay: text('stay'),
      phone: text('phone'),
    })
    const note = text('note')
    if (!identity.success && faults.length === 0) wrong('no_name', 'name')
    if (faults.length > 0 || !identity.success) return { faults: withoutTwins(faults), name }
    return { identity: identity.data, papers, note, warnings: [...warnings, ...doubtsOf(identity.data)] }
  }
}

/** Cells are looked at more than once; what is wrong with one is said once. */
const withoutTwins = (faults: readonly RowFault[]): RowFault[] => [
  ...new Map(faults.map((fault) => [`${fault.code} ${fault.field ?? ''}`, fault])).values(),
]

/** Null where nothing stands, undefined where it is none. */
function birthOf(text: string, asOf: string): string | null | undefined {
  if (text === '') return null
  const said = /^\d{4}(\.0+)?$/.test(text) ? text.slice(0, 4) : (daySaid(text) ?? dayOfSerial(text))
  return said && said >= '1900' && said.slice(0, 10) <= asOf ? said : undefined
}

/** What stands in the column of one kind may be a number of the other: its digits say so. */
function numbersOf(...given: readonly [string, string]): Identity['papers'] {
  const kinds = ['cccd', 'cmnd'] as const
  return given.flatMap((number, at) => {
    if (number === '') return []
    const byLength = number.length === 12 ? 'cccd' : number.length === 9 ? 'cmnd' : kinds[at]
    return [{ kind: byLength ?? 'other', number }]
  })
}
