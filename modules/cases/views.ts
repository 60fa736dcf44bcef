// Need to know: who sees what of a person's file, by the permission they hold. Data; views.test.ts reads it as a table.
// Leads are not in it: they see counts, no file.

import { type Bilingual, keysOf } from '../../platform/contract/words.ts'
import type { Identity } from './contract/identity.ts'
import { type EventGroup, eventGroups } from './events.ts'

export type View = {
  title: Bilingual
  permission: 'cases.police' | 'cases.health' | 'cases.help'
  identity: readonly (keyof Identity)[]
  groups: readonly EventGroup[]
  /** Status, clocks and next steps name decisions: only for those who see decisions. */
  law: boolean
}

/** The widest first: somebody with two permissions sees by the first that they hold. */
export const views = {
  police: {
    title: { vi: 'Công an cấp xã', en: 'Commune police' },
    permission: 'cases.police',
    identity: ['name', 'otherNames', 'birth', 'sex', 'papers', 'residence', 'stay', 'phone', 'circumstances'],
    groups: keysOf(eventGroups),
    law: true,
  },
  health: {
    title: { vi: 'Trạm y tế', en: 'Health station' },
    permission: 'cases.health',
    identity: ['name', 'birth', 'sex', 'papers', 'phone', 'circumstances'],
    groups: ['determination', 'treatment', 'support'],
    law: false,
  },
  helper: {
    title: { vi: 'Người giúp đỡ', en: 'Helper' },
    permission: 'cases.help',
    identity: ['name', 'stay', 'phone'],
    groups: ['support'],
    law: false,
  },
} satisfies Record<string, View>
export type ViewId = keyof typeof views
