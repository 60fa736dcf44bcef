// What a share of those who sign is of, short enough to stand under it: the list closed for the plan, the rosters, or a paper.

import './basis.css'
import { defineWords } from '../../../platform/contract/words.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Basis as Rests } from '../contract/shapes.ts'

const words = defineWords({
  plan: { vi: (day: string) => `theo danh sách chốt ${day}`, en: (day: string) => `of the list closed on ${day}` },
  lists: { vi: (day: string) => `theo danh sách, đến ${day}`, en: (day: string) => `from the lists, to ${day}` },
  papers: { vi: (day: string) => `theo số khai ${day}`, en: (day: string) => `as declared on ${day}` },
})

/** The basis in a few words. */
export function useBasis(): (basis: Rests) => string {
  const w = useWords(words)
  return ({ from, asOf }) => w[from](showDay(asOf))
}

/** The paper behind it, where it is one, is told when one points at it. */
export function Basis({ basis }: { basis: Rests | null }) {
  const said = useBasis()
  if (!basis) return null
  return (
    <small className="basis" title={basis.source ?? undefined}>
      {said(basis)}
    </small>
  )
}
