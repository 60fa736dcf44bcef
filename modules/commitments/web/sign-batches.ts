// Signatures taken in the office, sent in batches of one hamlet each, as the door asks; says how many count and why not all.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { InputOf, OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { type ListEntries, Sign, type SigningResult, SignOwnBody, signingReasons } from '../contract.ts'
import { commitmentWords } from './words.ts'

/** Of a drive, what signing needs: the words of each group. */
export type SigningDrive = {
  drive: { id: string }
  groups: readonly {
    id: string
    text: { number: number; opening: string; promises: readonly string[]; closing: string } | null
  }[]
}
export type EntryRow = OutputOf<typeof ListEntries>['rows'][number]
export type SigningRow = Pick<EntryRow, 'id' | 'name' | 'groupId' | 'hamletId'>
type Given = Omit<InputOf<typeof Sign>['signatures'][number], 'id' | 'entryId' | 'textNumber'>
const batch = 200

/** Says how many count, and why not all; answers how many. */
export function useTellResults(): (results: readonly SigningResult[], also?: string) => number {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  return (results, also = '') => {
    const counted = results.filter(({ outcome }) => outcome === 'accepted' || outcome === 'repeated').length
    if (counted > 0) say([w.recorded(counted), also].filter(Boolean).join(', '))
    const [bad] = results.filter(({ reason }) => reason)
    const why = bad && signingReasons[bad.reason as keyof typeof signingReasons]?.[language]
    if (why) say({ text: w.notRecorded(results.length - counted, why), bad: true })
    return counted
  }
}

/** `bodyId`: the head of that body takes them; else whoever may sign in the commune. */
export function useSignBatches(
  coverage: SigningDrive,
  communeId: string,
  rows: readonly SigningRow[],
  bodyId: string | undefined,
) {
  const tell = useTellResults()
  const sign = useCommand(Sign)
  const signOwn = useCommand(SignOwnBody)
  // Minted once: pressing again after a broken line sends the same signatures, not others.
  const [ids] = useState(() => new Map(rows.map((row) => [row.id, uuidv7()])))
  const textOf = new Map(coverage.groups.map((group) => [group.id, group.text?.number ?? 1]))

  const sendAll = async (given: Given): Promise<boolean> => {
    const results: SigningResult[] = []
    for (const hamletId of new Set(rows.map((row) => row.hamletId))) {
      const here = rows.filter((row) => row.hamletId === hamletId)
      for (let at = 0; at < here.length; at += batch) {
        const signatures = here.slice(at, at + batch).map((row) => ({
          ...given,
          id: ids.get(row.id) ?? uuidv7(),
          entryId: row.id,
          textNumber: textOf.get(row.groupId) ?? 1,
        }))
        const place = { driveId: coverage.drive.id, communeId, signatures }
        const sent = bodyId ? await signOwn.send({ ...place, bodyId }) : await sign.send({ ...place, hamletId })
        if (!sent.ok) return false
        results.push(...sent.answer.results)
      }
    }
    tell(results)
    return true
  }
  return { sendAll, sending: sign.sending || signOwn.sending, problem: sign.problem ?? signOwn.problem }
}
