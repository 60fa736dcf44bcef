// On a unit's page: how it stood over time, and what became of its standing in the units that took it over.

import './recognition.css'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowHistory } from '../contract.ts'
import { stepMark } from './unit-text.ts'
import { recognitionWords } from './words.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export default function UnitHistory({ areaId, on }: { areaId: string; on: string }) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const history = useAnswer(ShowHistory, { areaId, on }, { keep: true })
  return (
    <Card
      title={w.history}
      padded
      end={
        <>
          {history.answer?.may.register && (
            <LinkButton small icon="plus" to={`/recognition/new?unit=${areaId}`}>
              {w.enter}
            </LinkButton>
          )}
          <AsOf>{w.asOf(showDay(on))}</AsOf>
        </>
      }
    >
      <Shown from={history} lines={2}>
        {({ steps }) =>
          steps.length === 0 ? (
            <p className="muted">{w.noHistory}</p>
          ) : (
            <ol className="rec-hist">
              {steps.map((step) => {
                const mark = stepMark(step.standing, step.cause)
                return (
                  <li key={`${step.on}${step.cause}${step.unit.id}${step.decision?.id ?? ''}`}>
                    <Status kind={mark.status} icon={step.cause === 'plan' ? 'flag' : mark.icon}>
                      {capital(step.outcome ? w[step.outcome] : w[`standing_${step.standing}`])}
                    </Status>
                    <p>
                      <b>
                        {showDay(step.on)} · {unitName(step.unit, language)}
                      </b>
                      {step.reason[language]}
                      {step.decision && (
                        <>
                          {'. '}
                          <Go to={`/recognition/${step.decision.id}`}>{step.decision.number || w.unknownNumber}</Go>{' '}
                          {step.decision.demo && <Tag>{w.demo}</Tag>}
                        </>
                      )}
                    </p>
                  </li>
                )
              })}
            </ol>
          )
        }
      </Shown>
    </Card>
  )
}
