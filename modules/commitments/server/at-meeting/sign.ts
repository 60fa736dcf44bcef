// One batch at a meeting: its proof is judged once for all, then those present sign as everybody does, and the absent are noted.

import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { SignAtMeeting } from '../../contract/at-meeting.ts'
import { proofRefusals } from '../../contract/signing.ts'
import { unsignedRefusals } from '../../contract/unsigned.ts'
import { isClosed, wrongProof } from '../../rules/signing.ts'
import { drivesKnown } from '../signing/drives.ts'
import { proofKnown } from '../signing/proofs.ts'
import { signMany } from '../signing/sign-many.ts'
import { noteAbsent } from '../unsigned/absent.ts'

export const signAtMeeting: Handler = carriesOut(SignAtMeeting, async ({ db, person, today, now }, input) => {
  const { driveId, communeId, hamletId, meetingId, fileId, witness, present, absent } = input
  const drive = (await drivesKnown(db, [input], today))(driveId, communeId)
  if (!drive) throw refuse(platformRefusals.not_found)
  const proof = await proofKnown(db, input)
  const wrong = wrongProof({ way: 'meeting', signedOn: drive.workday, ...proof })
  if (wrong) throw refuse(proofRefusals[wrong], {}, wrong === 'file_unknown' ? 'fileId' : 'meetingId')
  const taking = drive.publishedOn && drive.publishedOn <= drive.workday && !isClosed(drive)
  if (absent.length > 0 && !taking) throw refuse(unsignedRefusals.drive_not_taking)
  const heldOn = typeof proof.meeting === 'object' ? proof.meeting.heldOn : drive.workday
  const signedAt = `${heldOn}T12:00:00+07:00`
  const named = { way: 'meeting' as const, signedAt, meetingId, fileId, witness }
  const signatures = present.map((one) => ({ ...one, ...named }))
  const [results = []] = await signMany(db, today, [{ driveId, communeId, hamletId, personId: person.id, signatures }])
  const noted = await noteAbsent(db, { ...input, at: new Date(signedAt), now, personId: person.id })
  return {
    answer: { results, noted },
    audit: {
      subject: `commitment-drive:${driveId}`,
      areaId: hamletId ?? communeId,
      // How many were noted, and never who: a reason is gone when it has served.
      after: {
        meetingId,
        ...(fileId ? { fileId } : {}),
        signed: results.map(({ id, outcome, reason }) => (reason ? [id, outcome, reason] : [id, outcome])),
        noted,
      },
    },
  }
})
