// Sends who was present and who was not in batches of one hamlet each, as the door asks; pressed again, the same signatures go.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import type { Problem } from '../../../platform/web/problem.ts'
import { useUpload } from '../../documents/web/public.tsx'
import { SignAtMeeting, type SigningResult } from '../contract.ts'
import type { SigningRow } from './sign-batches.ts'

const batch = 200

export type MeetingBatch = {
  driveId: string
  communeId: string
  meetingId: string
  paper: File | undefined
  witness: string
  rows: readonly SigningRow[]
  present: ReadonlySet<string>
  /** Whether the absent are noted, so that somebody comes again. */
  noteAbsent: boolean
  textOf: (groupId: string) => number
}

export function useMeetingBatch() {
  const sign = useCommand(SignAtMeeting)
  const { upload, uploading } = useUpload()
  const [ids] = useState(() => new Map<string, string>())
  const [uploadProblem, setUploadProblem] = useState<Problem>()
  const idOf = (entryId: string): string => {
    const id = ids.get(entryId) ?? uuidv7()
    ids.set(entryId, id)
    return id
  }
  const sendAll = async (given: MeetingBatch): Promise<{ results: SigningResult[]; noted: number } | undefined> => {
    const { driveId, communeId, meetingId, paper, witness, rows, present, noteAbsent, textOf } = given
    const kept = paper ? await upload(paper, communeId) : {}
    setUploadProblem(kept.problem)
    if (kept.problem) return undefined
    const done = { results: [] as SigningResult[], noted: 0 }
    for (const [hamletId, here] of Map.groupBy(rows, (row) => row.hamletId)) {
      const signing = here.filter(({ id }) => present.has(id))
      const missing = noteAbsent ? here.filter(({ id }) => !present.has(id)) : []
      for (let at = 0; at < Math.max(signing.length, missing.length); at += batch) {
        const sent = await sign.send({
          driveId,
          communeId,
          hamletId,
          meetingId,
          witness,
          ...(kept.id ? { fileId: kept.id } : {}),
          present: signing
            .slice(at, at + batch)
            .map((row) => ({ id: idOf(row.id), entryId: row.id, textNumber: textOf(row.groupId) })),
          absent: missing.slice(at, at + batch).map(({ id }) => id),
        })
        if (!sent.ok) return undefined
        done.results.push(...sent.answer.results)
        done.noted += sent.answer.noted
      }
    }
    return done
  }
  return { sendAll, sending: sign.sending || uploading, problem: uploadProblem ?? sign.problem, uploadProblem }
}
