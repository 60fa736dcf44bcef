// The register: how every unit stands on the day in view, and the decisions that it follows from.

import './recognition.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowMap } from '../contract.ts'
import { DecisionList } from './decision-list.tsx'
import { MapCard } from './map-card.tsx'
import { recognitionWords } from './words.ts'

export default function Register() {
  const w = useWords(recognitionWords)
  const { programme, on } = useView()
  const map = useAnswer(ShowMap, { programme, on }, { keep: true, when: programme !== '' })
  return (
    <>
      <PageHead
        title={w.title}
        tab={w.tab}
        facts={<AsOf>{w.asOf(showDay(on))}</AsOf>}
        actions={
          map.answer?.may.register && (
            <LinkButton to="/recognition/new" main icon="plus">
              {w.enter}
            </LinkButton>
          )
        }
      />
      <div className="stack">
        {programme !== '' && <MapCard map={map} />}
        <DecisionList />
      </div>
    </>
  )
}
