// Sends a file in pieces: small enough for a slow line, tried again when the line breaks, stopped when the person says so.

import { useRef, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { sentenceOf } from '../../../../platform/contract/refusal.ts'
import { send } from '../../../../platform/web/call.ts'
import { currentLanguage } from '../../../../platform/web/language.ts'
import { mayTryAgain, type Problem, ProblemError } from '../../../../platform/web/problem.ts'
import { mostPieces, pieceBytes, UploadRosterPiece } from '../../contract/import.ts'
import { importRefusals } from '../../contract/import-refusals.ts'

const smallPiece = 1024 * 1024
const mostBytes = mostPieces * pieceBytes
const patience = [500, 1_500, 4_000]

/** What a server would answer after hours of sending is said before the first byte. */
export function tooLarge(file: File): string | undefined {
  if (file.size <= mostBytes) return undefined
  return sentenceOf(importRefusals.file_too_large, { limit: mostBytes / 1024 / 1024 }, currentLanguage())
}

export type Upload = {
  /** Bytes that have arrived; undefined while nothing is on its way. */
  sent: number | undefined
  problem: Problem | undefined
  /** Answers whether the whole file has arrived. Called again for the same file it goes on where it stopped. */
  start: (file: File, importId: string) => Promise<boolean>
  stop: () => void
  clear: () => void
}

export function useUpload(areaId: string): Upload {
  const [sent, setSent] = useState<number>()
  const [problem, setProblem] = useState<Problem>()
  const arrived = useRef({ importId: '', pieces: 0 })
  const stopped = useRef(false)

  const start = async (file: File, importId: string): Promise<boolean> => {
    const size = Math.min(pieceBytes, Math.max(smallPiece, Math.ceil(file.size / mostPieces)))
    const pieces = Math.max(1, Math.ceil(file.size / size))
    if (arrived.current.importId !== importId) arrived.current = { importId, pieces: 0 }
    stopped.current = false
    setProblem(undefined)
    try {
      for (let position = arrived.current.pieces; position < pieces; position += 1) {
        setSent(position * size)
        const piece = file.slice(position * size, (position + 1) * size, 'application/octet-stream')
        await sendPiece({ importId, areaId, name: file.name, position, pieces }, piece)
        if (stopped.current) return false
        arrived.current = { importId, pieces: position + 1 }
      }
      return true
    } catch (fault) {
      if (!(fault instanceof ProblemError)) throw fault
      setProblem(fault.problem)
      return false
    } finally {
      setSent(undefined)
    }
  }
  return {
    sent,
    problem,
    start,
    stop: () => {
      stopped.current = true
    },
    clear: () => setProblem(undefined),
  }
}

type Piece = { importId: string; areaId: string; name: string; position: number; pieces: number }

/** The same command id each time: a piece that did arrive is not taken for another. */
async function sendPiece(input: Piece, piece: Blob): Promise<void> {
  const commandId = uuidv7()
  for (const pause of [...patience, undefined]) {
    try {
      await send(UploadRosterPiece, input, commandId, piece)
      return
    } catch (fault) {
      if (pause === undefined || !(fault instanceof ProblemError) || !mayTryAgain(fault.problem)) throw fault
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
