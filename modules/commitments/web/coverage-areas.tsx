// How far each area has come, from the province down to the hamlet; the address says where one is.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { ShowCoverage } from '../contract.ts'
import { SignedOf } from './signed-of.tsx'
import { commitmentWords } from './words.ts'

type Coverage = OutputOf<typeof ShowCoverage>
type Area = Coverage['areas'][number]

/** Down to the places of a commune; from there to those who are asked to sign. */
function addressOf(driveId: string, area: Area): string {
  const entries = `/commitments/${driveId}/areas/${area.communeId}`
  if (area.level === 'village') return `${entries}?hamlet=${area.id}`
  if (area.level === 'body') return `${entries}?body=${area.id}`
  if (area.level === 'whole' || area.restated === 'cannot') return entries
  return `/commitments/${driveId}?within=${area.id}`
}

export function CoverageAreas({ coverage, asked }: { coverage: Coverage; asked: string | undefined }) {
  const w = useWords(commitmentWords)
  const go = useGo()
  const { drive, within, areas } = coverage
  const entries = within?.level === 'commune' && areas[0] ? `/commitments/${drive.id}/areas/${areas[0].communeId}` : ''
  const columns: Column<Area>[] = [
    {
      key: 'area',
      title: w.area,
      cell: (area) => (
        <>
          <Go className="job" to={addressOf(drive.id, area)}>
            {area.level === 'whole' ? w.wholeCommune(area.name) : area.name}
          </Go>
          {area.restated !== 'as-it-was' && <span className="sub">{w[area.restated]}</span>}
          {area.silent > 0 && (
            <span className="sub">
              <Tag icon="clock">{w.silentDevices(area.silent)}</Tag>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'signed',
      title: w.signed,
      width: '240px',
      cell: (area) => <SignedOf signed={area.signed} of={area.of} label={area.name} />,
    },
  ]
  return (
    <Card
      title={asked && within ? within.name : w.byArea}
      end={
        <>
          {entries && <Go to={entries}>{w.entries}</Go>}
          {asked && <Go to={`/commitments/${drive.id}`}>{w.allAreas}</Go>}
        </>
      }
    >
      {areas.length === 0 ? (
        <Empty icon="users" title={w.nobody}>
          {w.nobodyWhy}
        </Empty>
      ) : (
        <Table
          label={w.byArea}
          columns={columns}
          rows={areas}
          rowKey={(area) => `${area.id} ${area.level} ${area.restated}`}
          onOpen={(area) => go(addressOf(drive.id, area))}
        />
      )}
    </Card>
  )
}
