// Posts and their holders on the day shown.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { Empty, TooMany } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showSpan } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListPosts } from '../contract/posts.ts'
import { AddPostDialog } from './add-post.tsx'
import { PeopleHead } from './people-tabs.tsx'
import { postWords } from './post-words.ts'

type Row = OutputOf<typeof ListPosts>['rows'][number]
type Held = 'all' | 'held' | 'vacant'

export default function Posts() {
  const w = useWords(postWords)
  const language = useLanguage()
  const vi = language === 'vi'
  const search = useSearch()
  const go = useGo()
  const { on } = useView()
  const [adding, setAdding] = useState(false)
  const held = (search.get('held') ?? 'all') as Held
  const list = usePages(
    ListPosts,
    { on, text: search.get('q') ?? '', held },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  const columns: Column<Row>[] = [
    {
      key: 'title',
      title: w.post,
      width: '38%',
      cell: (row) => (
        <>
          <Go className="job" to={`/posts/${row.id}`}>
            {vi ? row.titleVi : row.titleEn}
          </Go>
          <span className="sub">
            {unitName(row.area, language)}
            {row.body && `, ${row.body.name}`}
          </span>
        </>
      ),
    },
    {
      key: 'holder',
      title: w.holder,
      cell: (row) =>
        row.holder ? (
          <>
            <Go to={`/people/${row.holder.person.id}`}>{row.holder.person.name}</Go>
            {row.acting && <span className="sub">{w.actingIs(row.acting.name)}</span>}
          </>
        ) : (
          <span className="faint">{w.vacant}</span>
        ),
    },
    {
      key: 'since',
      title: w.period,
      cell: (row) => (row.holder ? showSpan(row.holder.from, row.holder.to, language) : '–'),
    },
  ]
  return (
    <>
      <PeopleHead
        title={w.title}
        asOf={list.asOf}
        add={w.add}
        onAdd={list.first?.may.add ? () => setAdding(true) : undefined}
      />
      <Card>
        <Filters>
          <SearchField
            value={search.get('q') ?? ''}
            placeholder={w.search}
            onChange={(q) => search.set({ q: q || undefined })}
          />
          <Seg
            label={w.state}
            value={held}
            onChange={(next) => search.set({ held: next === 'all' ? undefined : next })}
            choices={[
              { value: 'all', label: w.all },
              { value: 'held', label: w.held },
              { value: 'vacant', label: w.vacantOnes },
            ]}
          />
        </Filters>
        <Listed from={list} empty={<Empty icon="stamp" title={w.empty} />}>
          <Table
            label={w.title}
            columns={columns}
            rows={list.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => go(`/posts/${row.id}`)}
            onEnd={list.askMore}
            total={list.first?.total}
          />
          {list.more && <TooMany>{w.many(list.rows.length, list.first?.total ?? 0)}</TooMany>}
        </Listed>
      </Card>
      {adding && <AddPostDialog onClose={() => setAdding(false)} />}
    </>
  )
}
