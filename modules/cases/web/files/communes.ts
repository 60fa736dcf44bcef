// Whose files the reader may look at: files are kept commune by commune. One commune is chosen by itself, of several one is picked.

import { useAnswer } from '../../../../platform/web/answer.ts'
import type { Problem } from '../../../../platform/web/problem.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useView } from '../../../../platform/web/view.tsx'
import { Me } from '../../../access/contract.ts'
import { ListAreas } from '../../../areas/contract.ts'

export type Commune = { id: string; name: string; type: string }
export type Communes = {
  /** Undefined while it is not known. */
  all: readonly Commune[] | undefined
  chosen: Commune | undefined
  choose: (id: string) => void
  problem: Problem | undefined
  again: () => void
}

const communeTypes = ['xã', 'phường', 'thị trấn', 'đặc khu']
const isCommune = ({ type }: Commune): boolean => communeTypes.includes(type)

export function useCommunes(
  permission: 'cases.read' | 'cases.record' | 'cases.police' | 'cases.assign' | 'cases.emergency',
): Communes {
  const search = useSearch()
  const { today } = useView()
  const me = useAnswer(Me, {})
  const held = me.answer?.permissions.find(({ name }) => name === permission)
  const own = held?.areas.filter(isCommune) ?? []
  const wider = held?.areas.filter((area) => !isCommune(area)) ?? []
  const asksMore = held !== undefined && (held.everywhere || wider.length > 0)
  const listed = useAnswer(
    ListAreas,
    // Of several wider areas the list is of all communes; the server refuses those outside.
    {
      level: 'commune',
      on: today,
      limit: 500,
      ...(wider.length === 1 && !held?.everywhere && { within: wider[0]?.id }),
    },
    { when: asksMore },
  )
  const known = me.answer && (!asksMore || listed.answer)
  const more = (listed.answer?.rows ?? []).filter(({ id }) => !own.some((area) => area.id === id))
  const all = known ? [...own, ...more] : undefined
  const asked = search.get('commune')
  return {
    all,
    chosen: all?.length === 1 ? all[0] : all?.find(({ id }) => id === asked),
    choose: (id) => search.set({ commune: id }),
    problem: me.problem ?? listed.problem,
    again: () => {
      me.again()
      if (asksMore) listed.again()
    },
  }
}
