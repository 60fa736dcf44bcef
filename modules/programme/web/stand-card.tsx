// Where a programme stands: the figure against the target, and the parts that it is made of.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf, Num } from '../../../platform/web/components/marks.tsx'
import { daysBetween, shareOf, showDay, showPercent } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { ProgrammeOverview } from '../contract.ts'
import { targetAddress } from './targets-card.tsx'
import { programmeWords } from './words.ts'

export type Overview = OutputOf<typeof ProgrammeOverview>

export function StandCard({ overview }: { overview: Overview }) {
  const w = useWords(programmeWords)
  const { stands, lines, measuredOn } = overview
  const whole = lines.find((line) => line.kind === 'areas-drug-free')
  const bodies = lines.find((line) => line.kind === 'bodies-standard' && line.area.id === overview.programme.area.id)
  return (
    <Card title={w.stands} end={<AsOf>{w.asOf(showDay(measuredOn))}</AsOf>} padded className="pg-stand">
      <div className="pg-big">
        {stands.drugFree === null ? (
          <span className="fig">–</span>
        ) : (
          <Figure to={whole && targetAddress(whole.lineId)} count={stands.drugFree} of={stands.total} />
        )}
        <span className="what">{w.free}</span>
        <Goal overview={overview} />
      </div>
      <dl className="pg-parts">
        <Part name={w.keep} count={stands.keep.met} of={stands.keep.of} to="#don-vi" />
        <Part name={w.convert} count={stands.convert.met} of={stands.convert.of} to="#don-vi" />
        <Part
          name={w.bodies}
          count={bodies?.result.count ?? null}
          of={bodies?.result.of ?? null}
          to={bodies && targetAddress(bodies.lineId)}
        />
      </dl>
    </Card>
  )
}

function Figure({ to, count, of }: { to?: string; count: number; of: number }) {
  const inside = (
    <>
      {count}
      <small className="pg-of">/{of}</small>
    </>
  )
  return to ? (
    <Go className="fig" to={to}>
      {inside}
    </Go>
  ) : (
    <span className="fig">{inside}</span>
  )
}

function Goal({ overview }: { overview: Overview }) {
  const w = useWords(programmeWords)
  const { stands, on, measuredOn } = overview
  if (stands.target === null || !stands.dueOn || stands.drugFree === null) return null
  const missing = stands.target - stands.drugFree
  const left = daysBetween(on, stands.dueOn)
  return (
    <span className="goal">
      {w.goal(showDay(stands.dueOn))} <b>{`${stands.target}/${stands.total}`}</b>
      <br />
      {missing > 0 ? (
        <>
          {w.missing} <b>{missing}</b>
        </>
      ) : (
        w.reached
      )}
      {measuredOn === on && (
        <>
          , <b>{left >= 0 ? w.daysLeft(left) : w.daysOver(-left)}</b>
        </>
      )}
    </span>
  )
}

function Part({ name, count, of, to }: { name: string; count: number | null; of: number | null; to?: string }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const known = count !== null && of
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Bar share={known ? shareOf(count, of) : undefined} />
        {known ? (
          to?.startsWith('#') ? (
            <a className="n" href={to}>{`${count}/${of}`}</a>
          ) : (
            <Num to={to}>{`${count}/${of}`}</Num>
          )
        ) : (
          <span className="faint">{w.noData}</span>
        )}
        <b>{known ? showPercent(count, of, language) : ''}</b>
      </dd>
    </div>
  )
}
