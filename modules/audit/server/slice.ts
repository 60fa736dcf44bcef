// Plugs the audit into the server. It reads the titles of all operations, and its export is signed with the product's key.

import type { Operation } from '../../../platform/contract/operation.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { checkAudit } from './commands/check.ts'
import { listAuditChoices } from './queries/choices.ts'
import { exportAudit } from './queries/export.ts'
import { listAudit } from './queries/list.ts'
import { showAuditEntry } from './queries/one.ts'
import { showAuditState } from './queries/state.ts'
import type { Signer } from './signer.ts'
import { titlesOf } from './titles.ts'

/** Both are asked at each use: the operations include the audit's own, and a key is made only where it is needed. */
export type AuditNeeds = { operations(): readonly Operation[]; signer(): Signer }

export function auditSlice({ operations, signer }: AuditNeeds): Slice {
  const titles = titlesOf(operations)
  return {
    module: 'audit',
    handlers: [
      listAudit(titles),
      showAuditEntry(titles),
      listAuditChoices(operations),
      showAuditState,
      exportAudit(signer),
      checkAudit,
    ],
  }
}
