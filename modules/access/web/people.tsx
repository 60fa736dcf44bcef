// People: who works with the programme, what they hold, whether they can sign in.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { FilterChip, Seg } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField, ShowMore } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { ListPeople } from '../contract/people.ts'
import { ListRoles } from '../contract/roles.ts'
import { AddPersonDialog } from './add-person.tsx'
import { PeopleHead } from './people-tabs.tsx'

const words = defineWords({
  title: { vi: 'Người và quyền', en: 'People and rights' },
  label: { vi: 'Những người làm việc trong địa bàn', en: 'The people who work in the areas' },
  name: { vi: 'Người', en: 'Person' },
  posts: { vi: 'Chức danh', en: 'Posts' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  signIn: { vi: 'Đăng nhập', en: 'Sign-in' },
  ready: { vi: 'Vào được', en: 'Can enter' },
  invited: { vi: 'Đã mời', en: 'Invited' },
  none: { vi: 'Chưa mời', en: 'Not invited' },
  stopped: { vi: 'Đã ngừng', en: 'Stopped' },
  seen: { vi: (at: string) => `lần cuối ${at}`, en: (at: string) => `last ${at}` },
  everywhere: { vi: 'mọi địa bàn', en: 'everywhere' },
  add: { vi: 'Thêm người', en: 'Add a person' },
  state: { vi: 'Trạng thái', en: 'State' },
  enabled: { vi: 'Đang làm', en: 'Working' },
  disabled: { vi: 'Đã ngừng', en: 'Stopped' },
  all: { vi: 'Tất cả', en: 'All' },
  role: { vi: 'Vai trò', en: 'Role' },
  search: { vi: 'Tên hoặc địa chỉ', en: 'Name or address' },
  empty: { vi: 'Không có ai khớp', en: 'Nobody matches' },
  emptyWhat: { vi: 'Bỏ bớt điều kiện lọc, hoặc thêm người mới.', en: 'Take off a filter, or add a person.' },
})

type Row = OutputOf<typeof ListPeople>['rows'][number]

export default function People() {
  const w = useWords(words)
  const vi = useLanguage() === 'vi'
  const search = useSearch()
  const go = useGo()
  const { on } = useView()
  const [adding, setAdding] = useState(false)
  const state = (search.get('state') ?? 'enabled') as 'enabled' | 'disabled' | 'all'
  const role = search.get('role')
  const list = usePages(
    ListPeople,
    { on, text: search.get('q') ?? '', state, role },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  const roles = useAnswer(ListRoles, {}, { when: role !== undefined })
  const named = roles.answer?.roles.find(({ id }) => id === role)
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: w.name,
      width: '26%',
      cell: (row) => (
        <>
          <Go className="job" to={`/people/${row.id}`}>
            {row.name}
          </Go>
          <span className="sub">{row.email}</span>
        </>
      ),
    },
    {
      key: 'posts',
      title: w.posts,
      cell: (row) =>
        row.posts.length === 0
          ? '–'
          : row.posts.map((post) => (
              <div key={`${post.titleVi}${post.area.id}`}>
                {vi ? post.titleVi : post.titleEn}, {post.area.name}
              </div>
            )),
    },
    {
      key: 'roles',
      title: w.roles,
      cell: (row) =>
        row.roles.length === 0
          ? '–'
          : row.roles.map((held) => (
              <div key={`${held.role.id}${held.area?.id}`}>
                {vi ? held.role.nameVi : held.role.nameEn}, {held.area?.name ?? w.everywhere}
              </div>
            )),
    },
    { key: 'sign-in', title: w.signIn, width: '200px', cell: (row) => <SignInState row={row} /> },
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
            value={state}
            onChange={(next) => search.set({ state: next === 'enabled' ? undefined : next })}
            choices={[
              { value: 'enabled', label: w.enabled },
              { value: 'disabled', label: w.disabled },
              { value: 'all', label: w.all },
            ]}
          />
          {role && (
            <FilterChip
              label={w.role}
              value={(vi ? named?.nameVi : named?.nameEn) ?? role}
              onOff={() => search.set({ role: undefined })}
            />
          )}
        </Filters>
        <Listed
          from={list}
          empty={
            <Empty icon="users" title={w.empty}>
              {w.emptyWhat}
            </Empty>
          }
        >
          <Table
            foldInTwo
            label={w.label}
            columns={columns}
            rows={list.rows}
            rowKey={(row) => row.id}
            onOpen={(row) => go(`/people/${row.id}`)}
            onEnd={list.askMore}
            total={list.first?.total}
          />
          <ShowMore from={list} />
        </Listed>
      </Card>
      {adding && <AddPersonDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function SignInState({ row }: { row: Row }) {
  const w = useWords(words)
  if (row.disabledOn) return <Status kind="lost">{w.stopped}</Status>
  return (
    <>
      <Status kind={row.signIn === 'ready' ? 'met' : 'unknown'}>
        {row.signIn === 'ready' ? w.ready : row.signIn === 'invited' ? w.invited : w.none}
      </Status>
      {row.lastSeenAt && <span className="sub">{w.seen(showInstant(row.lastSeenAt))}</span>}
    </>
  )
}
