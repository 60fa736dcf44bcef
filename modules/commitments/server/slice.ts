// What commitments plug into the server.

import { platformRefusals } from '../../../platform/contract/refusal.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { commitmentRefusals } from '../contract/signing.ts'
import { listSigningMeetings } from './at-meeting/meetings.ts'
import { signAtMeeting } from './at-meeting/sign.ts'
import { decideHeld, listHeld } from './deciding/held.ts'
import { voidOne } from './deciding/void.ts'
import { listBreaches, recordBreach, settleBreach } from './following/breaches.ts'
import { countersign } from './following/countersign.ts'
import { countFollowUp, listPledges } from './following/counts.ts'
import { showPromise } from './following/promise.ts'
import { changeDrive, createDrive } from './making/draft.ts'
import { choicesOfDrive, showDrive } from './making/show.ts'
import { closeDrive, prolongDrive, publishDrive, rewordGroup } from './making/stages.ts'
import { listOwnSigners, signOwnBody } from './own-body/own-body.ts'
import { showCoverage } from './queries/coverage.ts'
import { listDrives } from './queries/drives.ts'
import { listEntries } from './queries/entries.ts'
import { sign } from './signing/sign.ts'
import { noteUnsigned } from './unsigned/note.ts'

export const slice: Slice = {
  module: 'commitments',
  handlers: [
    sign,
    listSigningMeetings,
    signAtMeeting,
    noteUnsigned,
    listDrives,
    showDrive,
    showCoverage,
    listEntries,
    choicesOfDrive,
    createDrive,
    changeDrive,
    publishDrive,
    prolongDrive,
    closeDrive,
    rewordGroup,
    listHeld,
    decideHeld,
    voidOne,
    countersign,
    countFollowUp,
    listPledges,
    listBreaches,
    recordBreach,
    settleBreach,
    showPromise,
    listOwnSigners,
    signOwnBody,
  ],
  constraints: {
    commitment_promise_once: commitmentRefusals.already_signed,
    commitment_promise_pkey: platformRefusals.id_taken,
    commitment_drive_pkey: platformRefusals.id_taken,
    commitment_breach_pkey: platformRefusals.id_taken,
  },
}
