// Posts and their holders on the day shown: the units as a tree, the posts of the chosen one and of all below it unit by unit.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField, ShowMore } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber, showSpan } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListPosts } from '../contract/posts.ts'
import { AddPostDialog } from './add-post.tsx'
import { PeopleHead } from './people-tabs.tsx'
import { PostTreeCard } from './post-tree.tsx'
import { postWords } from './post-words.ts'

type Row = OutputOf<typeof ListPosts>['rows'][number]
const states = ['held', 'vacant'] as const

export default function Posts() {
  const w = useWords(postWords)
  const language = useLanguage()
  const vi = language === 'vi'
  const search = useSearch()
  const go = useGo()
  const { on } = useView()
  const [adding, setAdding] = useState(false)
  const held = states.find((state) => state === search.get('held'))
  const area = search.get('area')
  const q = search.get('q') ?? ''
  const clear = () => search.set({ q: undefined, held: undefined, area: undefined })
  const list = usePages(
    ListPosts,
    { on, text: q, held: held ?? 'all', area, limit: 100 },
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
          {row.body && <span className="sub">{row.body.name}</span>}
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
        asOf={w.asOf(showDay(on))}
        add={w.add}
        onAdd={list.first?.may.add ? () => setAdding(true) : undefined}
      />
      <div className="with-tree">
        <PostTreeCard chosen={area} onChoose={(next) => search.set({ area: next }, { keepStep: true })} />
        <Card>
          <Filters>
            <SearchField
              value={q}
              placeholder={w.search}
              label={w.search}
              onChange={(typed) => search.set({ q: typed || undefined })}
            />
            <Chips label={w.state}>
              {states.map((state) => (
                <Chip
                  key={state}
                  on={held === state}
                  count={list.first && showNumber(list.first.counts[state], language)}
                  onPress={() => search.set({ held: held === state ? undefined : state })}
                >
                  {w[state]}
                </Chip>
              ))}
            </Chips>
            {(q || held || area) && (
              <Button small quiet icon="x" onClick={clear}>
                {w.clear}
              </Button>
            )}
          </Filters>
          <Listed
            from={list}
            empty={
              <Empty icon="stamp" title={w.empty}>
                {w.emptyWhy}
              </Empty>
            }
          >
            <Table
              label={w.title}
              columns={columns}
              rows={list.rows}
              rowKey={(row) => row.id}
              group={(row) => ({ key: row.area.id, title: unitTitle(row.area, language) })}
              onOpen={(row) => go(`/posts/${row.id}`)}
              onEnd={list.askMore}
              total={list.first?.total}
            />
            <ShowMore from={list} />
          </Listed>
        </Card>
      </div>
      {adding && <AddPostDialog onClose={() => setAdding(false)} />}
    </>
  )
}
