// The opening of a file on this screen: it lives in the memory of the tab, ends by itself, and takes what was read with it.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import {
  CloseEmergency,
  CloseOpening,
  ListFormCopies,
  ListOpenings,
  ListRequests,
  type PurposeId,
  ReadFile,
  ReadInEmergency,
  ReadRetention,
  ShowForm,
} from '../../contract.ts'

export type Opening = { id: string; until: string; purpose: PurposeId }
export type Ended = 'time' | 'closed' | 'not-closed'

/** By way and file; going to another screen and back does not ask again before the time is over. */
const held = new Map<string, Opening>()
const isOver = ({ until }: Opening): boolean => Date.now() >= Date.parse(until)

function heldNow(fileId: string): Opening | undefined {
  const opening = held.get(fileId)
  return opening && !isOver(opening) ? opening : undefined
}

export function useOpening(communeId: string, fileId: string, way: 'purpose' | 'emergency' = 'purpose') {
  const queries = useQueryClient()
  const { send } = useCommand(way === 'emergency' ? CloseEmergency : CloseOpening)
  const key = `${way}:${fileId}`
  const [opening, setOpening] = useState(() => heldNow(key))
  const [ended, setEnded] = useState<Ended>()

  const end = useCallback(
    (why: Ended | undefined) => {
      held.delete(key)
      setOpening(undefined)
      setEnded(why)
      // What was read must not wait in memory for somebody to look at it.
      for (const { name } of [
        ReadFile,
        ReadInEmergency,
        ListOpenings,
        ListFormCopies,
        ShowForm,
        ReadRetention,
        ListRequests,
      ])
        queries.removeQueries({ queryKey: [name] })
    },
    [key, queries],
  )
  useEffect(() => {
    if (!opening) return undefined
    // A timer of the whole length would sleep with the machine.
    const timer = setInterval(() => isOver(opening) && end('time'), 1000)
    return () => clearInterval(timer)
  }, [opening, end])

  return {
    opening,
    ended,
    begin: useCallback(
      (begun: Opening) => {
        held.set(key, begun)
        setEnded(undefined)
        setOpening(begun)
      },
      [key],
    ),
    end,
    /** The page is empty at once, whether or not the server hears of it. */
    close: useCallback(
      async (openingId: string, why?: Ended) => {
        end(why)
        const sent = await send({ communeId, fileId, openingId })
        if (!sent.ok) setEnded('not-closed')
      },
      [end, send, communeId, fileId],
    ),
  }
}
