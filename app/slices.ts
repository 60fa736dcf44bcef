// Every module that is plugged into the server. The list of slices is the table of contents of the product.

import { slice as access } from '../modules/access/server/slice.ts'
import { slice as areas } from '../modules/areas/server/slice.ts'
import { openSigner } from '../modules/audit/server/public.ts'
import { auditSlice } from '../modules/audit/server/slice.ts'
import { slice as cases } from '../modules/cases/server/slice.ts'
import { slice as commitments } from '../modules/commitments/server/slice.ts'
import { slice as documents } from '../modules/documents/server/slice.ts'
import { slice as field } from '../modules/field/server/slice.ts'
import { slice as handover } from '../modules/handover/server/slice.ts'
import { slice as home } from '../modules/home/server/slice.ts'
import { slice as links } from '../modules/links/server/slice.ts'
import { slice as meetings } from '../modules/meetings/server/slice.ts'
import { slice as obstacles } from '../modules/obstacles/server/slice.ts'
import { slice as paper } from '../modules/paper/server/slice.ts'
import { slice as portal } from '../modules/portal/server/slice.ts'
import { slice as programme } from '../modules/programme/server/slice.ts'
import { slice as recognition } from '../modules/recognition/server/slice.ts'
import { slice as rosters } from '../modules/rosters/server/slice.ts'
import { slice as settings } from '../modules/settings/server/slice.ts'
import { slice as tasks } from '../modules/tasks/server/slice.ts'
import { slice as verification } from '../modules/verification/server/slice.ts'
import type { Slice } from '../platform/server/slice.ts'
import { readSettings } from '../platform/settings.ts'
import './answers.ts'

/** Names every operation of the product, its own included, to those who read the audit. */
const audit = auditSlice({
  operations: () => slices.flatMap((slice) => slice.handlers).map((handler) => handler.operation),
  signer: () => openSigner(readSettings(process.env)),
})

export const slices: readonly Slice[] = [
  access,
  areas,
  audit,
  cases,
  commitments,
  documents,
  field,
  handover,
  home,
  links,
  meetings,
  obstacles,
  paper,
  portal,
  programme,
  recognition,
  rosters,
  settings,
  tasks,
  verification,
]
