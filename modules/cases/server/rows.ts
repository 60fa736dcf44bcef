// Rows of lists: masked, whoever asks; a name is read in a file that was opened, and nowhere else.

import { refuse } from '../../../platform/contract/refusal.ts'
import { caseRefusals, type FileRow, maskedName } from '../contract.ts'
import { identityOf } from './sealing/person.ts'

export type KeptRow = {
  id: string
  number: string
  status: string | null
  status_since: string | null
  next_due_at: string | null
  closed_on: string | null
  demo: boolean
  person_id: string
  wrapped_key: Buffer | null
  master_key: string | null
  sealed: Buffer | null
}

/** Status and time limits follow from decisions: they are for those whose view shows decisions. */
export const rowShown = (row: KeptRow, law: boolean): FileRow => ({
  id: row.id,
  number: row.number,
  name: maskedNameOf(row),
  status: law ? row.status : null,
  since: law ? row.status_since : null,
  nextDue: law ? row.next_due_at : null,
  closedOn: row.closed_on,
  demo: row.demo,
})

export const maskedNameOf = (row: KeptRow): string => (row.sealed ? maskedName(identityOf(sealedOf(row)).name) : '—')

function sealedOf({ person_id, wrapped_key, master_key, sealed }: KeptRow) {
  if (!wrapped_key || !master_key || !sealed) throw refuse(caseRefusals.erased)
  return { id: person_id, wrapped: wrapped_key, master: master_key, sealed }
}
