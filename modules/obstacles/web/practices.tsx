// Good practice that units of the programme have shared with one another.

import './obstacles.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Filters, SearchField, ShowMore } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
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
        <Listed
          from={pages}
          lines={4}
          empty={
            <Empty icon="heart" title={q ? w.nothingMatches : w.noPractices}>
              {q ? undefined : w.noPracticesWhy}
            </Empty>
          }
        >
          <div className="card-b practice-page">
            <Practices rows={pages.rows} linked />
          </div>
        </Listed>
        <ShowMore from={pages} />
      </Card>
    </>
  )
}
