// The plan of a lot in plain words: how many to visit, when it fails, and how often that would be wrong.

import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { lotWords } from './words.ts'

type Plan = {
  size: number
  sample: number
  allowed: number
  goodUpTo: number
  badFrom: number
  producer: number
  consumer: number
}
type Risks = { acceptable: number; rejectable: number; tries: number }

export function PlanWords({ plan, risks }: { plan: Plan; risks: Risks }) {
  const w = useWords(lotWords)
  const language = useLanguage()
  // Never told smaller than it is.
  const ofHundred = (chance: number) =>
    new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(Math.ceil(chance * 1000) / 10)
  return (
    <div className="plan">
      <p>
        <b className="semi">{w.planVisit(plan.sample, plan.size)}</b> {w.planRule(plan.allowed)}
      </p>
      <ul>
        <li>{w.planGood(risks.acceptable, plan.goodUpTo, ofHundred(plan.producer))}</li>
        <li>{w.planBad(risks.rejectable, plan.badFrom, ofHundred(plan.consumer))}</li>
        <li>{w.planTries(risks.tries)}</li>
      </ul>
      <p className="muted">{w.planSource}</p>
    </div>
  )
}
