// What the receiving commune does with a pack: reads it, accepts it, returns it.

import { v7 as uuidv7 } from 'uuid'
import { carriesOut, type SignedInContext } from '../../../../platform/server/slice.ts'
import { momentOf, sayingWhatKeyIsMissing } from '../../../cases/server/public.ts'
import { AcceptPack, ReadPack, ReturnPack } from '../../contract.ts'
import { accept, giveBack, read } from '../deciding.ts'
import { packShown } from '../pack-shown.ts'

const decisionIn = ({ db: _, person, now }: SignedInContext, { communeId, id }: { communeId: string; id: string }) => ({
  ...{ communeId, id, now },
  by: person.id,
})

export const readPack = carriesOut(ReadPack, async (context, input) => {
  const { db, person, now } = context
  const { sending, answer } = await sayingWhatKeyIsMissing(async () => {
    const found = await read(db, decisionIn(context, input), uuidv7())
    return {
      sending: found.sending,
      answer: await packShown(db, { ...found, by: person, now, communeId: input.communeId }),
    }
  })
  return {
    answer,
    audit: {
      subject: `case-file:${sending.file_id}`,
      areaId: input.communeId,
      after: { sending: sending.number, read: momentOf(now) },
    },
  }
})

export const acceptPack = carriesOut(AcceptPack, async (context, input) => {
  const { db, now } = context
  const { fileId, number, fromId, sending } = await sayingWhatKeyIsMissing(() =>
    accept(db, { ...decisionIn(context, input), digest: input.digest }),
  )
  return {
    answer: { fileId, number, decidedAt: now.toISOString() },
    audit: {
      subject: `case-file:${fileId}`,
      areaId: input.communeId,
      before: { keptBy: fromId },
      after: { keptBy: input.communeId, sending, number },
    },
  }
})

export const returnPack = carriesOut(ReturnPack, async (context, input) => {
  const { db, now } = context
  const { reason } = input
  const sending = await sayingWhatKeyIsMissing(() =>
    giveBack(db, { ...decisionIn(context, input), reason, note: input.note }),
  )
  return {
    answer: { state: 'returned' as const, decidedAt: now.toISOString() },
    audit: {
      subject: `case-file:${sending.file_id}`,
      areaId: input.communeId,
      after: { sending: sending.number, state: 'returned', reason },
    },
  }
})
