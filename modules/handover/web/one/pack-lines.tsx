// What the form says: the person, the measure that goes on, what goes along, what comes next.

import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { kindTitle, paperKindNames, sexNames, showBirth, showMoment, statusName } from '../../../cases/web/public.tsx'
import type { PackShown } from '../../contract.ts'
import { handOverWords } from '../words.ts'
import { Line } from './facts.tsx'

export function PackLines({ pack }: { pack: PackShown }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const { identity } = pack
  const born = [
    identity.birth ? showBirth(identity.birth) : w.notSaid,
    identity.sex && sexNames[identity.sex][language].toLowerCase(),
  ]
  return (
    <div className="hand-over-form">
      <h3>{w.person}</h3>
      <dl className="hand-over-lines">
        <Line label={w.name}>{identity.name}</Line>
        <Line label={w.born}>{born.filter(Boolean).join(', ')}</Line>
        <Line label={w.papers}>
          {(identity.papers ?? []).map(({ kind, number }) => `${paperKindNames[kind][language]}: ${number}`).join('; ')}
        </Line>
        <Line label={w.oldResidence}>{identity.residence}</Line>
        <Line label={w.newResidence}>{pack.residence}</Line>
        <Line label={w.stay}>{pack.stay}</Line>
        <Line label={w.told}>{pack.stable ? '' : w.toldNoStable}</Line>
      </dl>
      <h3>{w.measure}</h3>
      <dl className="hand-over-lines">
        <Line label={w.status}>{pack.status && statusName(pack.status)[language]}</Line>
        <Line label={w.decision}>{pack.paper && w.decisionOf(pack.paper.number, showDay(pack.paper.on))}</Line>
        <Line label={w.sentBy}>{pack.sentBy}</Line>
        <Line label={w.ends}>{pack.ends && `${showMoment(pack.ends)} (${w.endsWhy})`}</Line>
      </dl>
      <h3>{w.contents}</h3>
      <dl className="hand-over-lines">
        <Line label={w.events(pack.events)}>
          <ul className="hand-over-events">
            {pack.last.map(({ kind, at, folio }) => (
              <li key={folio}>
                {kindTitle(kind)[language]}, <span className="num">{showMoment(at)}</span>
              </li>
            ))}
          </ul>
        </Line>
        <Line label={w.digest}>
          <code className="hand-over-code">{pack.digest}</code>
        </Line>
      </dl>
      {pack.next.length > 0 && (
        <>
          <h3>{w.next}</h3>
          <ul className="hand-over-next">
            {pack.next.map((step) => (
              <li key={step.vi}>
                {step[language]}
                {step.due && <span className="num">, {w.by(showMoment(step.due))}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
