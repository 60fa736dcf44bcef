// The tree of the units of a day.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import type { Language } from '../../../platform/contract/words.ts'
import { type Answer, useAnswer } from '../../../platform/web/answer.ts'
import { Tree, type TreeNode } from '../../../platform/web/components/tree.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { AreaTree } from '../contract.ts'

type Unit = OutputOf<typeof AreaTree>['units'][number]

const nodesOf = (units: readonly Unit[], language: Language): TreeNode[] =>
  units.map((unit) => ({
    id: unit.id,
    title: unitTitle(unit, language),
    count: unit.children > 0 ? showNumber(unit.children, language) : undefined,
    opens: unit.children > 0,
  }))

function useBelow(under: string): Answer<readonly TreeNode[]> {
  const { on } = useView()
  const language = useLanguage()
  const branch = useAnswer(AreaTree, { on, under }, { keep: true })
  return { ...branch, answer: branch.answer && nodesOf(branch.answer.units, language) }
}

export function UnitTree({
  units,
  start,
  chosen,
  onChoose,
}: {
  units: readonly Unit[]
  start: readonly string[]
  chosen: string | undefined
  onChoose: (id: string) => void
}) {
  const language = useLanguage()
  return <Tree nodes={nodesOf(units, language)} start={start} chosen={chosen} onChoose={onChoose} useBelow={useBelow} />
}
