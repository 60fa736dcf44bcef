// On a unit's page: what the plan asks of it, and where that stands.

import './programme.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { TargetsOfArea } from '../contract.ts'
import { isUnitLine, type Line, ResultCell, useWanted } from './result.tsx'
import { targetAddress } from './targets-card.tsx'
import { programmeWords } from './words.ts'

type Plan = OutputOf<typeof TargetsOfArea>['plans'][number]

export default function UnitTargets({ areaId, on }: { areaId: string; on: string }) {
  const answer = useAnswer(TargetsOfArea, { areaId, on }, { keep: true })
  if (answer.answer?.plans.length === 0 || answer.problem?.status === 403) return null
  return (
    <Shown from={answer} lines={3}>
      {({ plans }) => (
        <>
          {plans.map((plan) => (
            <PlanCard key={`${plan.programme.slug}${plan.year}`} plan={plan} areaId={areaId} />
          ))}
        </>
      )}
    </Shown>
  )
}

function PlanCard({ plan, areaId }: { plan: Plan; areaId: string }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const wanted = useWanted()
  const title = w.ofYear(plan.year)
  const columns: Column<Line>[] = [
    {
      key: 'target',
      title: w.colTarget,
      cell: (line) => (
        <>
          <Go className="job" to={targetAddress(line.lineId)}>
            {isUnitLine(line)
              ? w.unitFree
              : line.kind === 'bodies-standard'
                ? w.bodies
                : line.group && line.area.id !== areaId
                  ? w.groupSigns(line.group.name[language])
                  : line.title[language]}
          </Go>
          {line.baseline !== null && <span className="sub">{w.atFirst(wanted.baseline(line))}</span>}
        </>
      ),
    },
    { key: 'value', title: w.colValue, align: 'right', width: '82px', cell: wanted.value },
    {
      key: 'result',
      title: w.colResult,
      align: 'right',
      width: '148px',
      cell: (line) => <ResultCell line={line} to={targetAddress(line.lineId)} />,
    },
  ]
  return (
    <Card title={title} end={<AsOf>{w.asOf(showDay(plan.measuredOn))}</AsOf>}>
      <Table label={title} columns={columns} rows={plan.lines} rowKey={(line) => line.lineId} />
    </Card>
  )
}
