// The map of a day with its slider; beside it why units are to be re-appraised.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { Legend } from '../../../platform/web/components/legend.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty, Shown, TooMany } from '../../../platform/web/components/states.tsx'
import { type AreaStatus, Status } from '../../../platform/web/components/status.tsx'
import { type TimeMark, TimeSlider } from '../../../platform/web/components/time-slider.tsx'
import { UnitMap, useSchematic } from '../../../platform/web/components/unit-map.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { ShowMap } from '../contract.ts'
import { mapStatuses } from '../progress.ts'
import { recognitionWords } from './words.ts'

export type MapAnswer = OutputOf<typeof ShowMap>
/** More than this are drawn only with their boundaries. */
const mostOnMap = 150
const order: readonly AreaStatus[] = mapStatuses

export function MapCard({ map }: { map: Answer<MapAnswer> }) {
  const w = useWords(recognitionWords)
  const areas = map.answer?.areas
  return (
    <Card
      title={w.mapTitle}
      beside={
        areas && (
          <Tag>
            {w.standsAt(areas.drugFree, areas.total)}
            {areas.target !== null && `, ${w.goal(areas.target)}`}
          </Tag>
        )
      }
      padded
    >
      <Shown from={map} lines={6}>
        {(answer) => <MapBody answer={answer} />}
      </Shown>
    </Card>
  )
}

function MapBody({ answer }: { answer: MapAnswer }) {
  const w = useWords(recognitionWords)
  const language = useLanguage()
  const { on, setOn } = useView()
  const { units } = answer
  const marks = useMarks(answer)
  const schematic = useSchematic(answer.boundarySource)
  const drawn = answer.boundarySource !== null || units.length <= mostOnMap
  if (units.length === 0) return <Empty icon="map" title={w.nobodyHere} />
  const again = units.filter((unit) => unit.status === 'again' || unit.status === 'lost')
  return (
    <>
      <div className={again.length > 0 ? 'rec-map beside' : 'rec-map'}>
        {drawn ? (
          <UnitMap
            source={answer.boundarySource}
            boundaries={units.map((unit) => unit.boundary)}
            label={w.mapLabel(units.length)}
            units={units.map((unit) => ({
              id: unit.id,
              name: unit.name,
              type: unit.type,
              lat: unit.lat ?? undefined,
              lon: unit.lon ?? undefined,
              status: unit.status,
              to: `/areas/${unit.id}`,
            }))}
            merges={answer.merges
              .filter((merge) => merge.unitIds.length === 2)
              .map((merge) => ({
                between: [merge.unitIds[0]!, merge.unitIds[1]!],
                text: w.mergeMark(showDay(merge.on), merge.into),
              }))}
          />
        ) : (
          <TooMany>{w.tooManyUnits(showNumber(units.length, language))}</TooMany>
        )}
        {again.length > 0 && (
          <div className="rec-why">
            <h3>{w.needing}</h3>
            <ul>
              {again.slice(0, 12).map((unit) => (
                <li key={unit.id}>
                  <Go className="semi" to={`/areas/${unit.id}`}>
                    {unitTitle(unit, language)}
                  </Go>
                  <Status kind={unit.status} />
                  {unit.reason && <p>{unit.reason[language]}</p>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <TimeSlider
        from={answer.range.from}
        to={answer.range.to}
        day={on}
        onDay={setOn}
        marks={marks}
        end={drawn ? schematic : undefined}
      />
      {marks.length > 0 && (
        <Chips label={w.days}>
          {marks.map((mark) => (
            <Chip key={mark.day} on={mark.day === on} onPress={() => setOn(mark.day)}>
              {mark.title}
            </Chip>
          ))}
        </Chips>
      )}
      <Legend
        items={order
          .map((status) => ({ status, count: units.filter((unit) => unit.status === status).length }))
          .filter((item) => item.count > 0)}
      />
      {answer.partial.length > 0 && (
        <p className="rec-part">{w.partial(answer.partial.map((each) => unitTitle(each, language)).join(', '))}</p>
      )}
    </>
  )
}

/** Each day on which something changes, in words: which territory, which decisions. */
function useMarks(answer: MapAnswer): TimeMark[] {
  const w = useWords(recognitionWords)
  const wordsOf = (day: MapAnswer['days'][number]): string =>
    day.kind === 'merge'
      ? day.before === day.after
        ? w.moved
        : w.rearranged(day.before, day.after)
      : day.outcomes.map(({ outcome, count }) => w[`day_${outcome}`](count)).join(', ')
  const days = Map.groupBy(answer.days, (day) => day.on)
  return [...days].map(([day, list]) => ({ day, title: `${showDay(day)}: ${list.map(wordsOf).join('; ')}` }))
}
