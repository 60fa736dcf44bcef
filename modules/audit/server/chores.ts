// What the audit does by itself: sealing every two seconds, and the checks that somebody asked for.

import type { Chore } from '../../../platform/server/periodic.ts'
import { carryOutCheck } from './checks.ts'
import { sealAudit } from './seal.ts'
import type { Signer } from './signer.ts'

export const auditChores = (signer: Signer): Chore[] => [
  {
    name: 'audit.seal',
    everySeconds: 2,
    run: async ({ db, clock }) => {
      await sealAudit(db, signer, clock.now())
    },
  },
  { name: 'audit.check', everySeconds: 3, run: (parts) => carryOutCheck(parts, signer) },
]
