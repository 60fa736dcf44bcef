// What the police do with hand-overs to and from other installations.

import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type AuditNote, carriesOut, type Db, type SignedInContext } from '../../../../platform/server/slice.ts'
import { handOver, inOpenedFile, insideFiles, momentOf, sayingWhatKeyIsMissing } from '../../../cases/server/public.ts'
import {
  AcceptFarPack,
  AskBack,
  farRefusals,
  handOverRefusals,
  ReadFarPack,
  ReturnFarPack,
  SendFar,
  TakeCarried,
} from '../../contract.ts'
import { PackHeader, ReceiptHeader, RequestHeader } from '../../rules/far/headers.ts'
import { departureStandsAt } from '../before/predecessors.ts'
import { answerRequest, refuseForElsewhere, takePackIn } from '../far/arrive.ts'
import { carriedIn, headerIn, signedForUs } from '../far/carried.ts'
import { digestOf } from '../far/crypto.ts'
import { acceptFar, readFar, returnFar } from '../far/decide.ts'
import { askBack as askDepartureBack, depart } from '../far/depart.ts'
import { enterReceipt } from '../far/receive-receipt.ts'
import { packShown } from '../pack-shown.ts'

export const sendFar = carriesOut(SendFar, async (context, input) => {
  const { db, person, now, today } = context
  const { communeId, fileId } = input
  const sent = await sayingWhatKeyIsMissing(() =>
    depart(db, { ...input, by: person.id, sender: person.name, now, today }, (work) =>
      inOpenedFile(context, input, (files, { opening }) => {
        if (opening.purpose !== 'move') throw refuse(handOverRefusals.other_purpose)
        return work(files)
      }),
    ),
  )
  return {
    answer: sent,
    audit: {
      subject: `case-file:${fileId}`,
      areaId: communeId,
      after: { departure: sent.number, to: input.code, installation: input.correspondentId },
    },
  }
})

const here = ({ person, now }: SignedInContext, { communeId, id }: { communeId: string; id: string }) => ({
  ...{ communeId, id, now },
  by: person.id,
})

export const askBack = carriesOut(AskBack, async (context, input) => {
  const { db, person, today } = context
  const communeId = await departureStandsAt(db, { ...input, readerId: person.id, today })
  const departure = await askDepartureBack(db, here(context, { ...input, communeId }))
  return {
    answer: { askedAt: departure.asked_back_at ?? context.now.toISOString() },
    audit: {
      subject: `case-file:${departure.file_id}`,
      areaId: input.communeId,
      after: { departure: departure.number, state: 'asked-back' },
    },
  }
})

export const takeCarried = carriesOut(TakeCarried, async (context, { communeId }) => {
  const { db, person, now, today, bytes } = context
  const carried = carriedIn(bytes)
  const at = { communeId, by: person.id, now }
  const inCommune = <T>(work: (files: Db) => Promise<T>, ofId = communeId): Promise<T> =>
    sayingWhatKeyIsMissing(() => insideFiles(db, { communeId: ofId, readerId: person.id, purpose: handOver }, work))
  const audit = (subject: string, after: Record<string, unknown>): AuditNote => ({ subject, areaId: communeId, after })
  switch (carried.kind) {
    case 'pack': {
      const header = headerIn(PackHeader, carried)
      await inCommune((files) => signedForUs(files, header, carried, now))
      await refuseForElsewhere(db, header.to, { communeId, sentAt: header.sentAt, today })
      const done = await inCommune((files) => takePackIn(files, carried, { ...at, bytes }))
      return {
        answer: { kind: carried.kind, ...done, decision: null },
        audit: audit(`arrival:${done.id}`, { pack: done.number, digest: digestOf(bytes).toString('hex') }),
      }
    }
    case 'request': {
      const header = headerIn(RequestHeader, carried)
      await inCommune((files) => signedForUs(files, header, carried, now))
      await refuseForElsewhere(db, header.to, { communeId, sentAt: header.sentAt, today })
      const done = await inCommune((files) => answerRequest(files, carried, at))
      return {
        answer: { kind: carried.kind, ...done },
        audit: audit(`arrival:${done.id}`, { request: done.number, answered: done.decision }),
      }
    }
    case 'receipt': {
      const text = Buffer.from(bytes).toString()
      const { pack } = headerIn(ReceiptHeader, carried)
      const standsAt = await departureStandsAt(db, { communeId, id: pack, readerId: person.id, today })
      const { departure, decision } = await inCommune(
        (files) => enterReceipt(files, carried, { ...at, communeId: standsAt, text }),
        standsAt,
      )
      const { id, number, file_id: fileId } = departure
      return {
        answer: { kind: carried.kind, id, number, decision },
        audit: audit(`case-file:${fileId}`, { departure: number, receipt: decision }),
      }
    }
    default:
      throw refuse(farRefusals.far_other_kind, { kind: carried.kind })
  }
})

export const readFarPack = carriesOut(ReadFarPack, async (context, input) => {
  const { db, person, now } = context
  const { communeId } = input
  const { answer, arrival } = await sayingWhatKeyIsMissing(async () => {
    const found = await readFar(db, here(context, input), uuidv7())
    const { digest } = found.arrival
    return {
      arrival: found.arrival,
      answer: await packShown(db, { content: found.content, digest, by: person, now, communeId }),
    }
  })
  return {
    answer,
    audit: {
      subject: `arrival:${arrival.id}`,
      areaId: communeId,
      after: { pack: arrival.number, read: momentOf(now) },
    },
  }
})

export const acceptFarPack = carriesOut(AcceptFarPack, async (context, input) => {
  const { communeId } = input
  const { fileId, number, arrival } = await sayingWhatKeyIsMissing(() => acceptFar(context.db, here(context, input)))
  return {
    answer: { fileId, number, decidedAt: context.now.toISOString() },
    audit: {
      subject: `case-file:${fileId}`,
      areaId: communeId,
      before: { keptBy: arrival.from_code, installation: arrival.correspondent_id },
      after: { keptBy: communeId, arrival: arrival.number, number },
    },
  }
})

export const returnFarPack = carriesOut(ReturnFarPack, async (context, input) => {
  const { communeId, reason, note } = input
  const arrival = await sayingWhatKeyIsMissing(() => returnFar(context.db, { ...here(context, input), reason, note }))
  return {
    answer: { decidedAt: context.now.toISOString() },
    audit: {
      subject: `arrival:${arrival.id}`,
      areaId: communeId,
      after: { arrival: arrival.number, state: 'returned', reason },
    },
  }
})
