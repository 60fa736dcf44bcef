// One group in a commune: of how many in each place, what lists and papers say, and every figure there ever was.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { MenuButton } from '../../../platform/web/components/menu.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListDenominators } from '../contract.ts'
import { exportItems } from './commune.tsx'
import { DeclareDialog } from './declare-dialog.tsx'
import { HistoryCard } from './history-card.tsx'
import { OfWhat } from './of-what.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { rosterWords } from './words.ts'

type Answer = OutputOf<typeof ListDenominators>
type Place = Answer['groups'][number]['places'][number]

export default function RosterGroup() {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const { on } = useView()
  const [areaId, groupId] = [useParam('areaId'), useParam('groupId')]
  const figures = useAnswer(ListDenominators, { areaId, on })
  const [declaring, declare] = useState(false)
  const [withdrawn, withdraw] = useState<Place>()
  const answer = figures.answer
  const group = answer?.groups.find(({ id }) => id === groupId)
  const name = group?.name[language] ?? w.group
  return (
    <>
      <PageHead
        title={name}
        crumbs={[
          { label: w.commitments, to: '/commitments' },
          { label: answer ? w.of(answer.area.name) : w.title, to: `/rosters/${areaId}` },
          { label: name },
        ]}
        facts={<AsOf>{w.onDay(showDay(on))}</AsOf>}
        actions={
          <>
            <MenuButton className="btn" label={w.exportAs} items={exportItems(areaId, on, groupId)} end>
              {w.exportAs}
            </MenuButton>
            {answer?.may.manage && (
              <Button main icon="plus" onClick={() => declare(true)}>
                {w.declare}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        <Card
          title={group && group.of !== null ? w.inAll(showNumber(group.of, language)) : w.ofHowMany}
          end={<More to={`/rosters/${areaId}/entries?group=${groupId}`}>{w.everyName}</More>}
        >
          <Shown from={figures} lines={5}>
            {({ may }) =>
              !group || group.places.length === 0 ? (
                <Empty icon="users" title={w.unknown}>
                  {w.unknownWhy}
                </Empty>
              ) : (
                <Places
                  areaId={areaId}
                  groupId={groupId}
                  places={group.places}
                  onWithdraw={may.manage ? withdraw : undefined}
                />
              )
            }
          </Shown>
        </Card>
        <HistoryCard areaId={areaId} groupId={groupId} />
      </div>
      {declaring && answer && (
        <DeclareDialog answer={answer} groupId={groupId} on={on} onClose={() => declare(false)} />
      )}
      {withdrawn?.declared && (
        <WithdrawDialog areaId={areaId} figure={withdrawn.declared} on={on} onClose={() => withdraw(undefined)} />
      )}
    </>
  )
}

type PlacesProps = {
  areaId: string
  groupId: string
  places: readonly Place[]
  onWithdraw: ((place: Place) => void) | undefined
}

function Places({ areaId, groupId, places, onWithdraw }: PlacesProps) {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const parts = places.filter(({ kind }) => kind !== 'whole')
  const counted = places.flatMap((place) => place.counted ?? [])
  const columns: Column<Place>[] = [
    {
      key: 'place',
      title: w.place,
      cell: (place) => (
        <>
          <Go className="job" to={`/rosters/${areaId}/entries?group=${groupId}&place=${place.id}`}>
            {place.kind === 'whole' ? w.whole : place.name}
          </Go>
          {place.list && (
            <span className="sub">
              {place.list.source}, {showDay(place.list.asOf)}
              {place.list.count > 1 && ` · ${w.listCount(place.list.count)}`}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'of',
      title: w.total,
      width: '150px',
      align: 'right',
      cell: (place) => (
        <>
          <span className="of-n">{place.of === null ? '—' : showNumber(place.of, language)}</span>
          {place.kind === 'whole' && place.used && parts.length > 0 && <span className="sub">{w.remainder}</span>}
        </>
      ),
    },
    {
      key: 'what',
      title: w.from,
      width: '42%',
      cell: (place) => (
        <OfWhat
          of={place.of ?? place.declared?.value ?? null}
          countedOn={place.countedOn}
          papers={
            place.declared && {
              ...place.declared,
              used: place.used,
              count: 1,
              counted: place.kind === 'whole' ? sumOf(counted) : place.counted,
            }
          }
        />
      ),
    },
    ...(onWithdraw
      ? [
          {
            key: 'do',
            title: w.withdraw,
            hiddenTitle: true,
            fold: false as const,
            width: '90px',
            align: 'right' as const,
            cell: (place: Place) =>
              place.declared && (
                <Button
                  small
                  quiet
                  aria-label={w.withdrawOf(showNumber(place.declared.value, language))}
                  onClick={() => onWithdraw(place)}
                >
                  {w.withdraw}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return <Table foldInTwo label={w.ofHowMany} columns={columns} rows={places} rowKey={(place) => place.id} />
}

const sumOf = (figures: readonly number[]): number | null =>
  figures.length === 0 ? null : figures.reduce((sum, one) => sum + one, 0)
