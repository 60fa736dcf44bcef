// The commune first, where the reader's rights cover several; then what the screen is about.

import type { ReactNode } from 'react'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { PickField } from '../../../../platform/web/components/pick-field.tsx'
import { Empty, Loading, Refused } from '../../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Commune, Communes } from './communes.ts'
import { filesWords } from './words.ts'

export function OfCommune({ communes, children }: { communes: Communes; children: (commune: Commune) => ReactNode }) {
  const w = useWords(filesWords)
  const language = useLanguage()
  const { all, chosen } = communes
  if (!all)
    return (
      <Card>{communes.problem ? <Refused problem={communes.problem} onAgain={communes.again} /> : <Loading />}</Card>
    )
  if (all.length === 0)
    return (
      <Card>
        <Empty icon="lock" title={w.noCommune} />
      </Card>
    )
  return (
    <div className="stack">
      {all.length > 1 && (
        <Card padded>
          <PickField
            label={w.commune}
            reason={w.chooseCommuneWhy}
            placeholder={w.chooseCommune}
            value={chosen?.id ?? ''}
            onChange={communes.choose}
            choices={all.map((unit) => ({ value: unit.id, label: unitTitle(unit, language) }))}
          />
        </Card>
      )}
      {chosen && children(chosen)}
    </div>
  )
}
