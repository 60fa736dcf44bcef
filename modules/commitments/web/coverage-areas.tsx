// How far each area has come, from the province down to the hamlet; the address says where one is.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { useVerified, VerifiedMark } from '../../verification/web/public.tsx'
import type { ShowCoverage } from '../contract.ts'
import { coverageAddress, entriesAddress } from './coverage-address.ts'
import { countOf, SignedOf } from './signed-of.tsx'
import { commitmentWords } from './words.ts'

type Coverage = OutputOf<typeof ShowCoverage>
type Area = Coverage['areas'][number]

/** Down to the places of a commune; from there to those who are asked to sign. */
function addressOf(driveId: string, area: Area, group: string | undefined): string {
  const entries = (place: { hamlet?: string; body?: string }) =>
    entriesAddress(driveId, area.communeId, { ...place, group })
  if (area.level === 'village') return entries({ hamlet: area.id })
  if (area.level === 'body') return entries({ body: area.id })
  if (area.level === 'whole' || area.restated === 'cannot') return entries({})
  return coverageAddress(driveId, { within: area.id, group })
}

type Props = {
  coverage: Coverage
  asked: string | undefined
  group: Coverage['groups'][number] | undefined
  /** Whoever looks takes signatures somewhere in the drive. */
  signs: boolean
}

export function CoverageAreas({ coverage, asked, group, signs }: Props) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const go = useGo()
  const { drive, within, areas } = coverage
  const commune = within?.level === 'commune' ? areas[0]?.communeId : undefined
  const title = group ? w.byAreaOf(group.name[language]) : w.byArea
  const verified = useVerified(drive.id, { within: asked, group: group?.id })
  const columns: Column<Area>[] = [
    {
      key: 'area',
      title: w.area,
      cell: (area) => (
        <>
          <Go className="job" to={addressOf(drive.id, area, group?.id)}>
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
      width: '34%',
      fold: false,
      cell: (area) => <SignedOf {...countOf(area)} label={area.name} />,
    },
    {
      key: 'verified',
      title: w.verified,
      width: '290px',
      cell: (area) => <VerifiedMark verified={verified(area)} />,
    },
  ]
  return (
    <Card
      title={asked && within ? [within.name, group?.name[language]].filter(Boolean).join(': ') : title}
      end={
        <>
          {commune && signs && <Go to={`/paper/${drive.id}/areas/${commune}`}>{w.onPaper}</Go>}
          {commune && <Go to={entriesAddress(drive.id, commune, { group: group?.id })}>{w.entries}</Go>}
          {group && <Go to={coverageAddress(drive.id, { within: asked })}>{w.allGroups}</Go>}
          {asked && <Go to={coverageAddress(drive.id, { group: group?.id })}>{w.allAreas}</Go>}
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
          onOpen={(area) => go(addressOf(drive.id, area, group?.id))}
        />
      )}
    </Card>
  )
}
