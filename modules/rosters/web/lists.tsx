// The lists of a commune: of which group, of which day, from which paper, and how many names still stand.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListRosters } from '../contract.ts'
import { rosterWords } from './words.ts'

type Answer = OutputOf<typeof ListRosters>

export default function RosterLists() {
  const w = useWords(rosterWords)
  const { on } = useView()
  const areaId = useParam('areaId')
  const rosters = useAnswer(ListRosters, { areaId, on })
  const place = rosters.answer?.area.name
  return (
    <>
      <PageHead
        title={place ? w.of(place) : w.title}
        crumbs={[{ label: w.commitments, to: '/commitments' }, { label: w.title }]}
        actions={
          rosters.answer?.may.manage && (
            <>
              <LinkButton icon="merge" to={`/rosters/${areaId}/duplicates`}>
                {w.duplicates}
              </LinkButton>
              <LinkButton icon="plus" to={`/rosters/${areaId}/new`}>
                {w.paste}
              </LinkButton>
              <LinkButton main icon="upload" to={`/rosters/${areaId}/import`}>
                {w.fromFile}
              </LinkButton>
            </>
          )
        }
      />
      <Card>
        <Shown from={rosters} lines={5}>
          {(answer) =>
            answer.lists.length === 0 ? (
              <Empty icon="users" title={w.none}>
                {w.noneWhy}
              </Empty>
            ) : (
              <Lists answer={answer} />
            )
          }
        </Shown>
      </Card>
    </>
  )
}

function Lists({ answer }: { answer: Answer }) {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const nameOf = new Map(answer.groups.map(({ id, name }) => [id, name[language]]))
  const columns: Column<Answer['lists'][number]>[] = [
    {
      key: 'list',
      title: w.list,
      cell: (list) => (
        <>
          {list.title}
          {list.demo && <span className="sub">{w.demo}</span>}
        </>
      ),
    },
    { key: 'group', title: w.group, width: '220px', cell: (list) => nameOf.get(list.groupId) },
    { key: 'asOf', title: w.asOf, width: '110px', cell: (list) => showDay(list.asOf) },
    { key: 'source', title: w.source, width: '220px', cell: (list) => list.source },
    {
      key: 'entries',
      title: w.entries,
      width: '90px',
      align: 'right',
      cell: (list) => showNumber(list.entries, language),
    },
  ]
  return <Table label={w.title} columns={columns} rows={answer.lists} rowKey={(list) => list.id} />
}
