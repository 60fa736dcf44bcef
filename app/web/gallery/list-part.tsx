// A list of work: views, filters, a table that folds, chosen rows with an undo. `?rows=5000` shows a long one.

import { useState } from 'react'
import { Bar, Mix } from '../../../platform/web/components/bar.tsx'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips, FilterChip, Seg } from '../../../platform/web/components/chip.tsx'
import { BulkBar, Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { AsOf, Num, Tag } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, type Sort, Table } from '../../../platform/web/components/table.tsx'
import { finds } from '../../../platform/web/fold.ts'
import { showDaysLeft, showShortDay, standingOf } from '../../../platform/web/format.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { type Job, jobs } from './jobs.ts'

const columns: Column<Job>[] = [
  {
    key: 'title',
    lead: 'Rõ',
    title: 'Việc',
    width: '246px',
    cell: (job) => (
      <>
        <a className="job" href="#top">
          {job.title}
        </a>
        <span className="sub">
          {job.id} · {job.about}
        </span>
      </>
    ),
  },
  {
    key: 'who',
    lead: 'Rõ',
    title: 'Người',
    width: '146px',
    cell: (job) => (
      <>
        <b className="med">{job.who}</b>
        <span className="sub">{job.unit}</span>
      </>
    ),
  },
  {
    key: 'head',
    lead: 'Rõ',
    title: 'Trách nhiệm',
    width: '168px',
    cell: (job) => (
      <>
        <b className="med">{job.head}</b>
        <span className="sub">{job.of}</span>
      </>
    ),
  },
  {
    key: 'due',
    lead: 'Rõ',
    title: 'Thời gian',
    width: '120px',
    sorts: true,
    cell: (job) => (
      <>
        <Status kind={standingOf('2024-11-15', job.due)}>{showDaysLeft('2024-11-15', job.due, 'vi')}</Status>
        <span className="sub">{showShortDay(job.due, '2024-11-15')}</span>
      </>
    ),
  },
  {
    key: 'result',
    lead: 'Rõ',
    title: 'Kết quả',
    width: '176px',
    cell: (job) =>
      job.result ? (
        <>
          {job.result}
          <Bar thin share={job.share} />
        </>
      ) : (
        <Status kind="nodata" icon="help">
          Chưa có minh chứng
        </Status>
      ),
  },
  { key: 'by', lead: 'Rõ', title: 'Thẩm quyền', cell: (job) => job.by },
]

const heads = [
  { id: 'lb', post: 'Chủ tịch UBND thị trấn Lương Bằng', all: 8, done: 5, going: 2, late: 1 },
  { id: 'hc', post: 'Chủ tịch UBND xã Hiệp Cường', all: 6, done: 3, going: 2, late: 1 },
]
const headColumns: Column<(typeof heads)[number]>[] = [
  { key: 'post', title: 'Chức danh', cell: (head) => head.post },
  { key: 'all', title: 'Được giao', align: 'right', cell: (head) => head.all },
  {
    key: 'mix',
    title: 'Cơ cấu',
    hiddenTitle: true,
    fold: false,
    width: '170px',
    cell: (head) => (
      <Mix
        parts={[
          { kind: 'done', count: head.done },
          { kind: 'going', count: head.going },
          { kind: 'late', count: head.late },
        ]}
      />
    ),
  },
  { key: 'done', title: 'Xong', align: 'right', cell: (head) => head.done },
  { key: 'going', title: 'Còn hạn', align: 'right', cell: (head) => head.going },
  {
    key: 'late',
    title: 'Trễ',
    align: 'right',
    cell: (head) => (
      <Num strong to="/tasks">
        {head.late}
      </Num>
    ),
  },
]

export function ListPart() {
  const search = useSearch()
  const many = Number(search.get('rows') ?? 0)
  const [typed, setTyped] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['07', '12']))
  const [sort, setSort] = useState<Sort>({ by: 'due', down: false })
  const all = many
    ? Array.from({ length: many }, (_, at) => ({ ...jobs[at % jobs.length]!, id: String(at).padStart(6, '0') }))
    : jobs
  const rows = typed ? all.filter((job) => finds(typed, `${job.id} ${job.title} ${job.about}`)) : all
  return (
    <>
      <PageHead
        title="Nhiệm vụ"
        facts={<AsOf at="2024-11-15T02:42:00Z" />}
        actions={
          <>
            <Button icon="download">Xuất 48 việc</Button>
            <Button icon="plus" main>
              Giao việc
            </Button>
          </>
        }
      />
      <Chips label="Cách xem đã lưu">
        <Chip to="/_kit?part=list" on count={48}>
          Cả kế hoạch
        </Chip>
        <Chip to="/_kit?part=list&late=1" icon="late" count={4}>
          Trễ hạn
        </Chip>
        <Chip to="/_kit?part=list&soon=1" icon="soon" count={7}>
          Đến hạn trong 7 ngày
        </Chip>
        <Chip icon="bookmark" onPress={() => {}}>
          Lưu cách xem này
        </Chip>
      </Chips>
      <Card>
        <Filters>
          <SearchField value={typed} onChange={setTyped} />
          <FilterChip label="Hạn" value="quý IV/2024" onOff={() => {}} />
          <Chip icon="filter" onPress={() => {}}>
            Thêm bộ lọc
          </Chip>
          <span className="grow" />
          <Seg
            label="Chế độ xem"
            value="table"
            onChange={() => {}}
            choices={[
              { value: 'table', label: 'Bảng', icon: 'table' },
              { value: 'board', label: 'Cột', icon: 'board' },
              { value: 'line', label: 'Dòng thời gian', icon: 'timeline' },
            ]}
          />
        </Filters>
        <Table
          label="Nhiệm vụ"
          tight
          foldInTwo
          columns={columns}
          rows={rows}
          rowKey={(job) => job.id}
          rowName={(job) => `việc ${job.id}`}
          selected={selected}
          onSelect={setSelected}
          current="07"
          onOpen={() => {}}
          sort={sort}
          onSort={setSort}
        />
        <BulkBar
          count={selected.size}
          onNone={() => setSelected(new Set())}
          done={{ text: 'Đã nhắc 1 việc lúc 09:40', onUndo: () => {} }}
        >
          <Button small icon="bell">
            Nhắc người đứng đầu
          </Button>
          <Button small icon="calendar">
            Gia hạn có lý do
          </Button>
        </BulkBar>
      </Card>
      <div style={{ height: 12 }} />
      <Card
        title="Theo người đứng đầu"
        beside={<Tag>23 chức danh</Tag>}
        end={<AsOf icon="info">Xếp theo tên đơn vị, không xếp hạng</AsOf>}
      >
        <Table label="Theo người đứng đầu" columns={headColumns} rows={heads} rowKey={(head) => head.id} />
      </Card>
    </>
  )
}
