// Plugs the settings into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { setFileCounts, setOrganisation, setRetention } from './commands/change.ts'
import { showSettings } from './queries/show.ts'
import { showSystem } from './queries/system.ts'

export const slice: Slice = {
  module: 'settings',
  handlers: [showSettings, showSystem, setOrganisation, setRetention, setFileCounts],
}
