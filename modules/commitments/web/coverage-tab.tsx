// How many have signed of how many, by group and by area; where the drive renews another, what that one reached beside it.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowCoverage, type ShowDrive } from '../contract.ts'
import { CoverageAreas } from './coverage-areas.tsx'
import { makingWords } from './making-words.ts'
import { SignedOf } from './signed-of.tsx'
import { commitmentWords } from './words.ts'

type Group = OutputOf<typeof ShowCoverage>['groups'][number]

export function CoverageTab({ drive }: { drive: OutputOf<typeof ShowDrive> }) {
  const [w, making] = [useWords(commitmentWords), useWords(makingWords)]
  const { on } = useView()
  const within = useSearch().get('within')
  const coverage = useAnswer(ShowCoverage, { driveId: drive.id, on, within })
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
          <Card title={w.byGroup}>
            <Groups groups={answer.groups} earlier={earlier.answer?.groups} />
          </Card>
          <CoverageAreas coverage={answer} asked={within} />
        </div>
      )}
    </Shown>
  )
}

function Groups({ groups, earlier }: { groups: readonly Group[]; earlier: readonly Group[] | undefined }) {
  const [w, making] = [useWords(commitmentWords), useWords(makingWords)]
  const language = useLanguage()
  const before = new Map((earlier ?? []).map((group) => [group.id, group]))
  const columns: Column<Group>[] = [
    { key: 'group', title: w.group, cell: (group) => group.name[language] },
    { key: 'with', title: w.withWhom, width: '180px', cell: (group) => w[group.counterpart] },
    {
      key: 'signed',
      title: w.signed,
      width: '220px',
      cell: (group) => <SignedOf signed={group.signed} of={group.of} label={group.name[language]} />,
    },
    ...(earlier
      ? [
          {
            key: 'earlier',
            title: making.earlier,
            width: '220px',
            cell: (group: Group) => {
              const then = before.get(group.id)
              const label = `${making.earlier}: ${group.name[language]}`
              return then ? <SignedOf signed={then.signed} of={then.of} label={label} /> : '—'
            },
          },
        ]
      : []),
  ]
  return <Table label={w.byGroup} columns={columns} rows={groups} rowKey={(group) => group.id} />
}
