// What is chosen while a file is brought in, and the plan that follows from it. Kept on the device until it is imported.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import type { AskedReading } from '../../../../platform/web/components/file-columns.tsx'
import type { LookAtRosterFile, Mapping, Plan, ShowRosterImport } from '../../contract/import.ts'

export type ImportRow = OutputOf<typeof ShowRosterImport>
export type FileLook = OutputOf<typeof LookAtRosterFile>
export type ImportDraft = {
  reading: AskedReading
  /** Undefined: as guessed or remembered. */
  columns: Mapping['columns'] | undefined
  groupId: string
  /** '': where rows name their hamlet, by that; else all to the commune. */
  place: '' | Plan['place']['kind']
  hamletId: string
  bodyId: string
  asOf: string
  source: string
  title: string
  how: Plan['how']
  allowRepeats: boolean
}

const withoutEnding = (name: string): string => name.replace(/\.\w{1,5}$/, '')

/** From the plan of this very import, else of the one whose rows were mended, else from nothing. */
export function startOf(row: ImportRow, mended: ImportRow | undefined, on: string): ImportDraft {
  const from = row.plan ?? mended?.plan
  return {
    reading: {},
    columns: from?.mapping.columns,
    groupId: from?.groupId ?? '',
    place: from?.place.kind ?? '',
    hamletId: from?.place.kind === 'hamlet' ? from.place.hamletId : '',
    bodyId: from?.place.kind === 'body' ? from.place.bodyId : '',
    asOf: from?.asOf ?? on,
    source: from?.source ?? '',
    title: from?.title ?? withoutEnding(row.fileName).slice(0, 200),
    // Mended rows are a part of a list: taking its place would take everybody else off.
    how: row.plan?.how ?? (mended ? 'add' : 'replace'),
    allowRepeats: row.plan?.allowRepeats ?? false,
  }
}

/** How it was read for the plan that is on record, unless the person has said something else since. */
export const readingOf = (draft: ImportDraft, row: ImportRow): AskedReading => {
  const { headerRow, sheet, encoding, letters, delimiter } = row.plan?.mapping ?? {}
  const before = row.plan ? { headerRow, sheet, encoding, letters, delimiter } : {}
  return { ...before, ...draft.reading }
}

export const columnsOf = (draft: ImportDraft, look: FileLook): Mapping['columns'] =>
  draft.columns ?? look.mapping.columns

export const placeKindOf = (draft: ImportDraft, look: FileLook): Plan['place']['kind'] => {
  const named = columnsOf(draft, look).hamlet !== undefined
  if (draft.place === 'hamlet-column' || draft.place === '') return named ? 'hamlet-column' : 'commune'
  return draft.place
}

export function planOf(draft: ImportDraft, look: FileLook): Plan {
  const kind = placeKindOf(draft, look)
  return {
    mapping: { ...look.mapping, columns: columnsOf(draft, look) },
    groupId: draft.groupId,
    place:
      kind === 'hamlet'
        ? { kind, hamletId: draft.hamletId }
        : kind === 'body'
          ? { kind, bodyId: draft.bodyId }
          : { kind },
    asOf: draft.asOf,
    source: draft.source,
    title: draft.title,
    how: draft.how,
    ...(draft.allowRepeats ? { allowRepeats: true } : {}),
  }
}

/** Whether what was checked is what is chosen now; confirming that others are meant changes nothing of the check. */
export function samePlan(plan: Plan, checked: ImportRow['plan']): boolean {
  if (!checked) return false
  const told = ({ mapping, groupId, place, asOf, source, title, how }: Plan) =>
    JSON.stringify([
      mapping.headerRow,
      mapping.sheet,
      mapping.encoding,
      mapping.letters,
      mapping.delimiter,
      Object.entries(mapping.columns).sort(([one], [other]) => one.localeCompare(other)),
      Object.values(place),
      [groupId, asOf, source.trim(), title.trim(), how],
    ])
  return told(plan) === told(checked)
}
