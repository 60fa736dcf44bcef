// Where a programme has more units than a picture can hold: one line for each upper unit.

import { Table } from '../../../platform/web/components/table.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { HomeAnswer } from './standing-card.tsx'
import { homeWords } from './words.ts'

export function GroupTable({ home }: { home: HomeAnswer }) {
  const w = useWords(homeWords)
  const language = useLanguage()
  return (
    <Table
      label={w.byGroup}
      rows={home.groups}
      rowKey={(group) => group.id}
      columns={[
        { key: 'name', title: w.colUnit, cell: (group) => <Go to={`/areas/${group.id}`}>{group.name}</Go> },
        {
          key: 'free',
          title: w.colFree,
          align: 'right',
          cell: (group) => `${showNumber(group.drugFree, language)}/${showNumber(group.total, language)}`,
        },
        { key: 'late', title: w.colLate, align: 'right', cell: (group) => showNumber(group.late, language) },
      ]}
    />
  )
}
