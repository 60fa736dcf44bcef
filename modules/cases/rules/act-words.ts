// What a piece of work is called, by the id of its step, and where it stands in the law of today.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { acts } from '../../../rules/law/acts.ts'
import { deadlines } from '../../../rules/law/deadlines.ts'
import { requestActs } from '../../../rules/retention/requests.ts'
import { dutySpecs } from './duty-specs.ts'

type ActWords = { what: Bilingual; source: Bilingual }

/** Undefined for a step that this version does not know. */
export function actWords(id: string): ActWords | undefined {
  if (Object.hasOwn(requestActs, id)) return requestActs[id as keyof typeof requestActs]
  const spec = Object.hasOwn(dutySpecs, id) ? dutySpecs[id as keyof typeof dutySpecs] : undefined
  const act = spec?.act ?? id
  if (Object.hasOwn(acts, act)) return acts[act as keyof typeof acts]
  return deadlines.find((deadline) => deadline.id === (spec?.now ?? id))
}
