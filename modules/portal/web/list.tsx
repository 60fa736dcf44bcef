// The news of the portal for those who write it: drafts, scheduled, published, withdrawn.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListArticles } from '../contract.ts'
import { type ArticleState, articleStates } from '../rules.ts'
import { StateMark } from './state-mark.tsx'
import { portalWords } from './words.ts'

type Row = OutputOf<typeof ListArticles>['rows'][number]

export default function ArticleList() {
  const w = useWords(portalWords)
  const language = useLanguage()
  const search = useSearch()
  const go = useGo()
  const { programme } = useView()
  const picked = articleStates.filter((state) => search.all('state').includes(state))
  const q = search.get('q') ?? ''
  const pages = usePages(
    ListArticles,
    { programme, state: picked, q, limit: 100 },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  const columns = useColumns()
  const filtered = q !== '' || picked.length > 0
  const toggle = (state: ArticleState): void =>
    search.set({ state: picked.includes(state) ? picked.filter((each) => each !== state) : [...picked, state] })
  return (
    <>
      <PageHead
        title={w.title}
        facts={<AsOf at={pages.asOf} />}
        actions={
          <>
            <LinkButton href="/" icon="out">
              {w.openPortal}
            </LinkButton>
            <LinkButton to="/portal/help" icon="phone">
              {w.help}
            </LinkButton>
            <LinkButton to="/portal/new" main icon="pen">
              {w.write}
            </LinkButton>
          </>
        }
      />
      <Card title={w.list} beside={pages.first && <Tag>{w.total(showNumber(pages.first.total, language))}</Tag>}>
        <Filters>
          <SearchField value={q} onChange={(value) => search.set({ q: value })} label={w.find} placeholder={w.find} />
          <Chips label={w.states}>
            {articleStates.map((state) => (
              <Chip
                key={state}
                on={picked.includes(state)}
                count={pages.first?.counts[state]}
                onPress={() => toggle(state)}
              >
                {w[state]}
              </Chip>
            ))}
          </Chips>
        </Filters>
        <Listed
          from={pages}
          empty={
            <Empty
              icon="news"
              title={filtered ? w.noneFound : w.none}
              actions={
                filtered ? (
                  <Button small onClick={() => search.set({ q: undefined, state: undefined })}>
                    {w.clear}
                  </Button>
                ) : (
                  <LinkButton small to="/portal/new">
                    {w.write}
                  </LinkButton>
                )
              }
            >
              {filtered ? undefined : w.noneWhy}
            </Empty>
          }
        >
          <Table
            label={w.listLabel}
            foldInTwo
            columns={columns}
            rows={pages.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => go(`/portal/${row.id}`)}
            onEnd={pages.askMore}
          />
        </Listed>
      </Card>
    </>
  )
}

function useColumns(): Column<Row>[] {
  const w = useWords(portalWords)
  const language = useLanguage()
  return [
    {
      key: 'title',
      title: w.itemTitle,
      cell: (row) => (
        <>
          <Go className="job" to={`/portal/${row.id}`}>
            {row.title}
          </Go>
          <span className="sub">
            {unitName(row.area, language)}
            {row.demo && `, ${w.demo}`}
          </span>
        </>
      ),
    },
    { key: 'state', title: w.states, cell: (row) => <StateMark state={row.state} /> },
    {
      key: 'when',
      title: w.when,
      cell: (row) => <span className="nw">{row.publishAt ? showInstant(row.publishAt) : '–'}</span>,
    },
    { key: 'views', title: w.views, align: 'right', cell: (row) => showNumber(row.views, language) },
    {
      key: 'corrections',
      title: w.corrections,
      align: 'right',
      cell: (row) => (row.corrections > 0 ? showNumber(row.corrections, language) : '–'),
    },
  ]
}
