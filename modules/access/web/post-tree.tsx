// The units that have posts, as a tree: how many are below each, and how many of those nobody holds.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import type { Language } from '../../../platform/contract/words.ts'
import { type Answer, useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { Tree, type TreeNode } from '../../../platform/web/components/tree.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { PostTree } from '../contract/posts.ts'
import { postWords } from './post-words.ts'

type Unit = OutputOf<typeof PostTree>['units'][number]

const nodesOf = (units: readonly Unit[], language: Language): TreeNode[] =>
  units.map((unit) => ({
    id: unit.id,
    title: unitTitle(unit, language),
    count: showNumber(unit.posts, language),
    opens: unit.below > 0,
  }))

function useBelow(under: string): Answer<readonly TreeNode[]> {
  const { on } = useView()
  const language = useLanguage()
  const branch = useAnswer(PostTree, { on, under }, { keep: true })
  return { ...branch, answer: branch.answer && nodesOf(branch.answer.units, language) }
}

/** Choosing the unit that is chosen shows all posts again. */
export function PostTreeCard({
  chosen,
  onChoose,
}: {
  chosen: string | undefined
  onChoose: (id: string | undefined) => void
}) {
  const w = useWords(postWords)
  const { on } = useView()
  const language = useLanguage()
  const roots = useAnswer(PostTree, { on }, { keep: true })
  return (
    <Card title={w.tree} className="side-tree noprint">
      <Shown from={roots} lines={6}>
        {({ units }) => (
          <Tree
            nodes={nodesOf(units, language)}
            chosen={chosen}
            onChoose={(id) => onChoose(id === chosen ? undefined : id)}
            useBelow={useBelow}
          />
        )}
      </Shown>
    </Card>
  )
}
