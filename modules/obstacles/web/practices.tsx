// Good practice that units of the programme have shared with one another.

import './obstacles.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Filters, SearchField, ShowMore } from '../../../platform/web/components/list-bar.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Loading, Refused } from '../../../platform/web/components/states.tsx'
import { usePages } from '../../../platform/web/pages.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListPractices } from '../contract.ts'
import { Practices } from './practice-cards.tsx'
import { obstacleWords } from './words.ts'

type First = OutputOf<typeof ListPractices>

export default function PracticeList() {
  const w = useWords(obstacleWords)
  const { programme, on } = useView()
  const search = useSearch()
  const q = search.get('q')
  const pages = usePages(
    ListPractices,
    { programme, on, q, limit: 50 },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  return (
    <>
      <PageHead title={w.practices} crumbs={[{ label: w.title, to: '/obstacles' }, { label: w.practices }]} />
      <Card>
        <Filters>
          <SearchField value={q ?? ''} onChange={(typed) => search.set({ q: typed })} />
        </Filters>
        {pages.loading && <Loading lines={4} />}
        {pages.problem && pages.rows.length === 0 && <Refused problem={pages.problem} onAgain={pages.again} />}
        {pages.first && pages.rows.length === 0 && (
          <Empty icon="heart" title={q ? w.nothingMatches : w.noPractices}>
            {q ? undefined : w.noPracticesWhy}
          </Empty>
        )}
        {pages.rows.length > 0 && (
          <div className="card-b practice-page">
            <Practices rows={pages.rows} linked />
          </div>
        )}
        <ShowMore from={pages} />
      </Card>
    </>
  )
}
