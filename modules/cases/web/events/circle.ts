// Around an open file: the roles there are and who may be named by account. The form of an event and its lines ask here.

import { createContext, useContext } from 'react'
import type { Bilingual } from '../../../../platform/contract/words.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { ListCircle } from '../../contract.ts'

const CommuneOfFile = createContext<string | undefined>(undefined)
export const CommuneProvider = CommuneOfFile.Provider

export type Circle = {
  roles: readonly { id: string; vi: string; en: string; retired: boolean }[]
  people: readonly { id: string; name: string }[]
}

export function useCircle(): Circle {
  const communeId = useContext(CommuneOfFile)
  const { answer } = useAnswer(ListCircle, { communeId: communeId ?? '' }, { when: communeId !== undefined })
  return answer ?? { roles: [], people: [] }
}

/** A retired role still has its name; one that nobody knows stands as it was written. */
export const roleName = ({ roles }: Circle, id: string): Bilingual => {
  const role = roles.find((each) => each.id === id)
  return role ? { vi: role.vi, en: role.en } : { vi: id, en: id }
}
