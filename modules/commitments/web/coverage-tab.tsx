// How many have signed of how many: in all, by group and by area. A group that is chosen cuts the areas to it; where the drive
// renews another, what that one reached stands beside it.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowCoverage, type ShowDrive } from '../contract.ts'
import { coverageAddress } from './coverage-address.ts'
import { CoverageAreas } from './coverage-areas.tsx'
import { CoverageTotal } from './coverage-total.tsx'
import { makingWords } from './making-words.ts'
import { countOf, SignedOf } from './signed-of.tsx'
import { commitmentWords } from './words.ts'

type Group = OutputOf<typeof ShowCoverage>['groups'][number]

export function CoverageTab({ drive }: { drive: OutputOf<typeof ShowDrive> }) {
  const [w, making] = [useWords(commitmentWords), useWords(makingWords)]
  const { on } = useView()
  const search = useSearch()
  const [within, group] = [search.get('within'), search.get('group')]
  const coverage = useAnswer(ShowCoverage, { driveId: drive.id, on, within, group })
  const { renews } = drive
  const earlier = useAnswer(
    ShowCoverage,
    { driveId: renews?.id ?? '', on: renews && renews.closesOn < on ? renews.closesOn : on, within },
    { when: renews !== null },
  )
  return (
    <Shown from={coverage} lines={8}>
      {(answer) => (
        <div className="stack">
          {renews && <Note>{making.notCarried}</Note>}
          <CoverageTotal coverage={answer} />
          <Card title={w.byGroup}>
            <Groups
              groups={answer.groups}
              earlier={earlier.answer?.groups}
              addressOf={(id) => coverageAddress(drive.id, { within, group: id })}
              chosen={group}
            />
          </Card>
          <CoverageAreas
            coverage={answer}
            asked={within}
            group={answer.groups.find(({ id }) => id === group)}
            signs={drive.may.sign}
          />
        </div>
      )}
    </Shown>
  )
}

type GroupsProps = {
  groups: readonly Group[]
  earlier: readonly Group[] | undefined
  chosen: string | undefined
  addressOf: (id: string) => string
}
function Groups({ groups, earlier, chosen, addressOf }: GroupsProps) {
  const [w, making] = [useWords(commitmentWords), useWords(makingWords)]
  const language = useLanguage()
  const go = useGo()
  const before = new Map((earlier ?? []).map((group) => [group.id, group]))
  const columns: Column<Group>[] = [
    {
      key: 'group',
      title: w.group,
      cell: (group) => (
        <>
          <Go className="job" to={addressOf(group.id)} aria-current={group.id === chosen || undefined}>
            {group.name[language]}
          </Go>
          <span className="sub">{w.signsWith(w[group.counterpart])}</span>
        </>
      ),
    },
    {
      key: 'signed',
      title: w.signed,
      width: earlier ? '30%' : '50%',
      ...(!earlier && { fold: false as const }),
      cell: (group) => <SignedOf {...countOf(group)} label={group.name[language]} />,
    },
    ...(earlier
      ? [
          {
            key: 'earlier',
            title: making.earlier,
            width: '30%',
            cell: (group: Group) => {
              const then = before.get(group.id)
              const label = `${making.earlier}: ${group.name[language]}`
              return then ? <SignedOf {...countOf(then)} label={label} /> : '—'
            },
          },
        ]
      : []),
  ]
  return (
    <Table
      label={w.byGroup}
      columns={columns}
      rows={groups}
      rowKey={(group) => group.id}
      {...(chosen && { current: chosen })}
      onOpen={(group) => go(addressOf(group.id))}
    />
  )
}
