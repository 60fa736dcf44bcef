// What field work plugs into the server, besides its two addresses (routes.ts).

import type { Slice } from '../../../platform/server/slice.ts'
import { correct } from './correct/correct.ts'
import { listConflicts, settle } from './correct/settle.ts'
import { listDevices, orderWipe } from './devices/office.ts'
import { askOrder, enrolDevice, withdrawDevice } from './devices/own.ts'
import { decideKept } from './kept/decide.ts'
import { listKept } from './kept/list.ts'
import { listOwnPlaces, pullOwnChanges, pullOwnPack } from './pack/own.ts'
import { pullPack } from './pack/pack.ts'
import { listPlaces } from './pack/places.ts'
import { pullChanges } from './pack/pull.ts'

export const slice: Slice = {
  module: 'field',
  handlers: [
    enrolDevice,
    askOrder,
    withdrawDevice,
    listDevices,
    orderWipe,
    listPlaces,
    pullPack,
    pullChanges,
    listOwnPlaces,
    pullOwnPack,
    pullOwnChanges,
    listKept,
    decideKept,
    correct,
    listConflicts,
    settle,
  ],
}
