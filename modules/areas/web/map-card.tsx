// The map of the chosen unit, and the slider that moves it and the whole screen through time.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import type { HexUnit } from '../../../platform/web/components/hex-map.tsx'
import { Legend } from '../../../platform/web/components/legend.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty, TooMany } from '../../../platform/web/components/states.tsx'
import type { AreaStatus } from '../../../platform/web/components/status.tsx'
import { type TimeMark, TimeSlider } from '../../../platform/web/components/time-slider.tsx'
import { UnitMap, useSchematic } from '../../../platform/web/components/unit-map.tsx'
import { daysBetween, showDay, showShortDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { AreaMap } from '../contract.ts'
import { useProgrammeDays, useUnitMarks } from './unit-marks.ts'
import { areaWords } from './words.ts'

type MapAnswer = OutputOf<typeof AreaMap>
const mostHexes = 120
const statusesInOrder: readonly AreaStatus[] = [
  'kept',
  'converted',
  'appraising',
  'working',
  'again',
  'lost',
  'outside',
]

export function MapCard({ map }: { map: MapAnswer }) {
  const w = useWords(areaWords)
  const language = useLanguage()
  const marks = useUnitMarks(map.on)
  const units = map.units.map((unit): HexUnit => {
    const mark = marks.get(unit.id)
    const text = mark ? mark.text : w.noMark
    return {
      id: unit.id,
      name: unit.name,
      type: unit.type,
      ...(unit.lat === null || unit.lon === null ? {} : { lat: unit.lat, lon: unit.lon }),
      status: mark?.status ?? 'outside',
      statusText: unit.inPart ? `${text ?? ''} (${w.inPart})`.trim() : text,
      to: `/areas/${unit.id}`,
    }
  })
  const label = w.mapLabel(units.length, unitName(map.within, language))
  return (
    <Card
      title={unitTitle(map.within, language)}
      beside={<Tag>{w.units(units.length)}</Tag>}
      end={<More to={`/areas/${map.within.id}`}>{w.openUnit}</More>}
      padded
    >
      {map.within_ended && <p className="t13 muted">{w.mapHeirs(unitTitle(map.within, language), showDay(map.on))}</p>}
      <Picture map={map} units={units} label={label} />
      <Slider map={map} />
      <Keys map={map} units={units} known={marks.size > 0} />
    </Card>
  )
}

function Picture({ map, units, label }: { map: MapAnswer; units: readonly HexUnit[]; label: string }) {
  const w = useWords(areaWords)
  if (units.length === 0) return <Empty icon="map" title={w.mapNone} />
  if (map.boundarySource === null && units.length > mostHexes) return <TooMany>{w.mapTooMany(units.length)}</TooMany>
  return (
    <UnitMap
      label={label}
      units={units}
      merges={mergesOf(map, w)}
      source={map.boundarySource}
      boundaries={map.units.map((unit) => unit.boundary)}
    />
  )
}

/** A mark on each edge between two that will be one. */
function mergesOf(map: MapAnswer, w: { mergeMark: (names: string, day: string) => string }) {
  const names = new Map(map.units.map((unit) => [unit.id, unit.name]))
  return map.merges.flatMap((merge) =>
    merge.unitIds.slice(1).map((id, index) => ({
      between: [merge.unitIds[index]!, id] as const,
      text: w.mergeMark(merge.unitIds.map((each) => names.get(each) ?? '').join(', '), showDay(merge.date)),
    })),
  )
}

/** Days between two marks below which their words would touch, as a part of the line. */
const tooClose = 0.17

function Slider({ map }: { map: MapAnswer }) {
  const w = useWords(areaWords)
  const schematic = useSchematic(map.boundarySource)
  const { on, today, setOn } = useView()
  const days = useProgrammeDays()
  const known = [...days.map((mark) => mark.day), ...map.events.map((event) => event.date), on, today].sort()
  const from = `${known[0]!.slice(0, 4)}-01-01`
  const to = known.at(-1)!
  const whole = Math.max(1, daysBetween(from, to))
  const all: TimeMark[] = [
    ...days,
    ...map.events.map((event) => ({
      day: event.date,
      text: `${showShortDay(event.date, `${event.date.slice(0, 4) === on.slice(0, 4) ? on : '0001-01-01'}`)}: ${event.before} → ${event.after}`,
      title: w.event(showDay(event.date), event.before, event.after),
    })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
  const marks = all.map((mark, index) => {
    const next = all[index + 1]
    return next && daysBetween(mark.day, next.day) / whole < tooClose
      ? { ...mark, text: undefined, title: mark.title ?? mark.text }
      : mark
  })
  return (
    <>
      <TimeSlider from={from} to={to} day={on} onDay={setOn} marks={marks} end={schematic} />
      <div className="areas-days">
        <Chips label={w.days}>
          {all.map((mark) => (
            <Chip key={`${mark.day}${mark.text}`} on={mark.day === on} onPress={() => setOn(mark.day)}>
              {mark.text}
            </Chip>
          ))}
        </Chips>
      </div>
    </>
  )
}

function Keys({ map, units, known }: { map: MapAnswer; units: readonly HexUnit[]; known: boolean }) {
  const w = useWords(areaWords)
  const next = map.events.find((event) => event.date > map.on && map.merges.some((merge) => merge.date === event.date))
  const statuses = known ? statusesInOrder.filter((status) => units.some((unit) => unit.status === status)) : []
  const items = [
    ...statuses.map((status) => ({ status, count: units.filter((unit) => unit.status === status).length })),
    ...(next ? [{ icon: 'merge' as const, text: w.mergeLegend(showDay(next.date), next.before, next.after) }] : []),
  ]
  return items.length > 0 ? <Legend items={items} /> : null
}
