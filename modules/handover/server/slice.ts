// Plugs the hand-over of files into the server.

import type { Slice } from '../../../platform/server/slice.ts'
import { farRefusals, handOverRefusals } from '../contract.ts'
import { listCommunesBefore, listFilesBefore } from './before/queries.ts'
import { takeOverFiles } from './before/take-over.ts'
import { checkReceipt } from './commands/check-receipt.ts'
import { acceptPack, readPack, returnPack } from './commands/decide.ts'
import { acceptFarPack, askBack, readFarPack, returnFarPack, sendFar, takeCarried } from './commands/far.ts'
import { sendFile, takeBack } from './commands/send.ts'
import { confirmCard, nameInstallation, registerCard, renewKeys, revokeCorrespondent } from './correspondents.ts'
import { acknowledgeNotice, listNotices, readNotice } from './notices/handlers.ts'
import { listCorrespondents } from './queries/correspondents.ts'
import { viewFar } from './queries/far.ts'
import { countWaiting, listLateSendings } from './queries/late.ts'
import { listSendings } from './queries/list.ts'
import { sendingsOfFile } from './queries/of-file.ts'
import { viewSending } from './queries/one.ts'
import { findPlaces } from './queries/places.ts'

export const slice: Slice = {
  module: 'handover',
  uncounted: true,
  handlers: [
    listSendings,
    viewSending,
    sendingsOfFile,
    findPlaces,
    sendFile,
    takeBack,
    readPack,
    acceptPack,
    returnPack,
    listLateSendings,
    countWaiting,
    checkReceipt,
    listCommunesBefore,
    listFilesBefore,
    takeOverFiles,
    listNotices,
    readNotice,
    acknowledgeNotice,
    sendFar,
    askBack,
    takeCarried,
    readFarPack,
    acceptFarPack,
    returnFarPack,
    viewFar,
    listCorrespondents,
    nameInstallation,
    renewKeys,
    registerCard,
    confirmCard,
    revokeCorrespondent,
  ],
  // Of two at once the database lets one through.
  constraints: {
    sending_one_on_its_way: handOverRefusals.already_on_its_way,
    departure_one_on_its_way: handOverRefusals.already_on_its_way,
    arrival_pkey: farRefusals.pack_elsewhere,
  },
}
