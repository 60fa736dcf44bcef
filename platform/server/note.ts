// What a call leaves in the audit: its notes, with who, acting for whom, where and when.

import type { Person } from './rights.ts'
import { rightUsed } from './rights.ts'
import type { AuditEntry, AuditNote, Context, Handler } from './slice.ts'

/** Where a call happens, and through which of the person's areas it is in reach. */
export type Placed = { areas: readonly string[]; roots: readonly string[] | 'any' }

export function entriesOf(
  { operation }: Handler,
  context: Context & { person: Person },
  placed: Placed,
  notes: AuditNote | readonly AuditNote[],
  commandId: string | null,
): AuditEntry[] {
  const used = rightUsed(context.rights, operation.permission, placed.roots)
  const list: readonly AuditNote[] = 'subject' in notes ? [notes] : notes
  return list.map((note) => ({
    ...note,
    areaId: note.areaId ?? placed.areas[0] ?? null,
    operation: operation.name,
    personId: context.person.id,
    actingForId: used?.actingFor?.id ?? null,
    commandId,
    at: context.now,
  }))
}
