// Where we stand: the figure, the strip of units, the map of a day, and the slider that moves it.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Legend } from '../../../platform/web/components/legend.tsx'
import { Num } from '../../../platform/web/components/marks.tsx'
import type { AreaStatus } from '../../../platform/web/components/status.tsx'
import { Strip } from '../../../platform/web/components/strip.tsx'
import { type TimeMark, TimeSlider } from '../../../platform/web/components/time-slider.tsx'
import { UnitMap as Picture, useSchematic } from '../../../platform/web/components/unit-map.tsx'
import { daysBetween, showDay, showShortDay } from '../../../platform/web/format.ts'
import { useMayOpen } from '../../../platform/web/may-open.tsx'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { ShowHome } from '../contract.ts'
import { HomeAsOf } from './as-of.tsx'
import { GroupTable } from './group-table.tsx'
import { homeWords } from './words.ts'

export type HomeAnswer = OutputOf<typeof ShowHome>

/** Days between two marks below which their words would touch. */
const tooClose = 70

/** More boxes than this side by side are no strip. */
const mostInStrip = 150

const shown: readonly AreaStatus[] = ['kept', 'converted', 'appraising', 'working', 'again', 'lost', 'outside']

export function StandingCard({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  const { areas } = home
  return (
    <section className="card stand" aria-labelledby="home-stand">
      <div className="stand-h">
        <h2 id="home-stand">{w.standing}</h2>
        <HomeAsOf home={home} />
      </div>
      <div className="stand-big">
        <Figure home={home} />
        <span className="what">{w.unitsFree}</span>
        <Goal home={home} />
      </div>
      {home.units.length > 0 && home.units.length <= mostInStrip && (
        <Strip
          units={home.units.map((unit) => ({ id: unit.id, status: unit.standing, name: unit.name }))}
          goal={comparable(areas) ? (areas.target ?? undefined) : undefined}
        />
      )}
      <div className="stand-parts">
        <span>
          {w.kept} <Num to="/programme">{`${areas.kept.have}/${areas.kept.of}`}</Num>
        </span>
        <span>
          {w.converted} <Num to="/programme">{`${areas.converted.have}/${areas.converted.of}`}</Num>
        </span>
        <span>
          {w.outside} <Num to="/areas">{areas.outside}</Num>
        </span>
      </div>
      {home.units.length > 0 ? <UnitMap home={home} /> : <GroupTable home={home} />}
    </section>
  )
}

/** Opens the register, for those who may read it. */
function Figure({ home: { areas } }: { home: HomeAnswer }) {
  const mayOpen = useMayOpen()
  const inside = (
    <>
      {areas.drugFree}
      <small>/{areas.total}</small>
    </>
  )
  if (!mayOpen('/recognition')) return <span className="fig">{inside}</span>
  return (
    <Go className="fig" to="/recognition">
      {inside}
    </Go>
  )
}

/** A target set for 17 units says nothing of the four that hold their territory later. */
const comparable = ({ target, total }: HomeAnswer['areas']): boolean => target === null || target <= total

function Goal({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  const { areas, due } = home
  if (areas.target === null || !due) return null
  const missing = areas.target - areas.drugFree
  const compared = comparable(areas)
  return (
    <span className="goal">
      {w.targetBy(showDay(due.on))} <b>{compared ? `${areas.target}/${areas.total}` : areas.target}</b>
      <br />
      {!compared ? (
        `${w.ofUnitsThen}, `
      ) : missing > 0 ? (
        <>
          {w.missing} <b>{missing}</b>,{' '}
        </>
      ) : (
        `${w.reached}, `
      )}
      <b>{due.daysLeft >= 0 ? w.left(due.daysLeft) : w.over(-due.daysLeft)}</b>
    </span>
  )
}

function UnitMap({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  const { on, setOn } = useView()
  const schematic = useSchematic(home.boundarySource)
  const year = on.slice(0, 4)
  const statuses = shown.filter((status) => home.units.some((unit) => unit.standing === status))
  // Only the diagram marks the edge between units that will be one.
  const nextMerge = home.boundarySource === null ? home.merges[0]?.on : undefined
  return (
    <>
      <div className="stand-map">
        <Picture
          source={home.boundarySource}
          boundaries={home.units.map((unit) => unit.boundary)}
          label={w.mapLabel(home.units.length)}
          units={home.units.map((unit) => ({
            id: unit.id,
            name: unit.name,
            type: unit.type,
            lat: unit.lat ?? undefined,
            lon: unit.lon ?? undefined,
            status: unit.standing,
            late: unit.late,
            to: `/areas/${unit.id}`,
          }))}
          merges={home.merges
            .filter((merge) => merge.unitIds.length === 2)
            .map((merge) => ({
              between: [merge.unitIds[0]!, merge.unitIds[1]!],
              text: w.mergeMark(showDay(merge.on), merge.into),
            }))}
        />
      </div>
      <TimeSlider
        from={`${year}-01-01`}
        to={`${year}-12-31`}
        day={on}
        onDay={setOn}
        marks={marksOf(home.events, on)}
        end={schematic}
      />
      <Legend
        items={[
          ...statuses.map((status) => ({
            status,
            count: home.units.filter((unit) => unit.standing === status).length,
          })),
          ...(nextMerge ? [{ icon: 'merge' as const, text: w.mergeLegend(showDay(nextMerge)) }] : []),
        ]}
      />
    </>
  )
}

/** Words of marks that stand close together would lie over one another: the later mark carries both. */
function marksOf(events: HomeAnswer['events'], on: string): TimeMark[] {
  const marks: (TimeMark & { text: string })[] = []
  for (const event of events) {
    const text = `${showShortDay(event.on, on)} ${event.label}`
    const before = marks.at(-1)
    const close = before && daysBetween(before.day, event.on) < tooClose
    marks.push({ day: event.on, title: text, text: close ? `${before.text} · ${text}` : text })
    if (close) before.text = ''
  }
  return marks
}
