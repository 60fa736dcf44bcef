// The lists that stand on the day: of which group, of which day, from which paper, and how many names still stand.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListRosters } from '../contract.ts'
import { rosterWords } from './words.ts'

type Answer = OutputOf<typeof ListRosters>

export function ListsCard({ areaId }: { areaId: string }) {
  const w = useWords(rosterWords)
  const { on } = useView()
  const rosters = useAnswer(ListRosters, { areaId, on })
  return (
    <Card title={w.lists}>
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
  )
}

function Lists({ answer }: { answer: Answer }) {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const go = useGo()
  const nameOf = new Map(answer.groups.map(({ id, name }) => [id, name[language]]))
  const addressOf = (list: Answer['lists'][number]) => `/rosters/${answer.area.id}/entries?list=${list.id}`
  const columns: Column<Answer['lists'][number]>[] = [
    {
      key: 'list',
      title: w.list,
      cell: (list) => (
        <>
          <Go className="job" to={addressOf(list)}>
            {list.title}
          </Go>
          <span className="sub">{[list.place ?? w.whole, list.demo && w.demo].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    { key: 'group', title: w.group, width: '190px', cell: (list) => nameOf.get(list.groupId) },
    { key: 'asOf', title: w.asOf, width: '110px', cell: (list) => showDay(list.asOf) },
    { key: 'source', title: w.source, width: '200px', cell: (list) => list.source },
    {
      key: 'entries',
      title: w.entries,
      width: '90px',
      align: 'right',
      cell: (list) => showNumber(list.entries, language),
    },
  ]
  return (
    <Table
      label={w.lists}
      columns={columns}
      rows={answer.lists}
      rowKey={(list) => list.id}
      onOpen={(list) => go(addressOf(list))}
    />
  )
}
