// Sends an open file to another commune; takes a sending back that nobody has decided on.

import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { inOpenedFile, sayingWhatKeyIsMissing } from '../../../cases/server/public.ts'
import { handOverRefusals, SendFile, TakeBack } from '../../contract.ts'
import { takeBack as takeBackSending } from '../deciding.ts'
import { send } from '../sending.ts'

export const sendFile = carriesOut(SendFile, async (context, input) => {
  const { db, person, now, today } = context
  const { communeId, fileId } = input
  const { to, ...sent } = await sayingWhatKeyIsMissing(() =>
    send(db, { ...input, by: person.id, now, today }, (work) =>
      inOpenedFile(context, input, (files, { opening }) => {
        if (opening.purpose !== 'move') throw refuse(handOverRefusals.other_purpose)
        return work(files)
      }),
    ),
  )
  return {
    answer: { ...sent, to: { id: to.id, name: to.name, type: to.type } },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { sending: sent.number, to: to.id } },
  }
})

export const takeBack = carriesOut(TakeBack, async ({ db, person, now }, { communeId, id }) => {
  const { number, file_id } = await takeBackSending(db, { communeId, id, by: person.id, now })
  return {
    answer: { state: 'withdrawn' as const },
    audit: { subject: `case-file:${file_id}`, areaId: communeId, after: { sending: number, state: 'withdrawn' } },
  }
})
