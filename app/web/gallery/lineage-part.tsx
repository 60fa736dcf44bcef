// The lineage picture with the real successions of Kim Động.

import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { Flow, type FlowColumn, type FlowUnit } from '../../../platform/web/components/flow.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Timeline } from '../../../platform/web/components/timeline.tsx'
import { useSearch } from '../../../platform/web/route.tsx'
import { communes } from './sample.ts'

const first: FlowUnit[] = communes.map((one) => ({
  id: one.id,
  name: one.type === 'thị trấn' ? `TT ${one.name}` : one.name,
  code: one.id,
  status: one.status === 'appraising' ? 'working' : one.status,
  to: `/areas/${one.id}`,
}))
const merged = new Map([
  ['12295', '12295b'],
  ['12310', '12295b'],
  ['12325', '12325b'],
  ['12307', '12325b'],
])
const second: FlowUnit[] = [
  ...first.filter((unit) => !merged.has(unit.id)).map((unit) => ({ ...unit, id: `${unit.id}b` })),
  { id: '12295b', name: 'Phú Thọ', code: '12295', status: 'again' },
  { id: '12325b', name: 'Diên Hồng', code: '12325', status: 'kept' },
]
const last: FlowUnit[] = [
  {
    id: 'nd',
    name: 'Xã Nghĩa Dân',
    note: 'mã 12286, trước là Toàn Thắng',
    status: 'outside',
    statusText: 'Chưa công nhận',
    to: '/areas/nd',
  },
  { id: 'lb', name: 'Xã Lương Bằng', note: 'mã 12280', status: 'again', to: '/areas/lb' },
  { id: 'dh', name: 'Xã Đức Hợp', note: 'mã 12313, trước là Mai Động', status: 'again' },
  { id: 'hc', name: 'Xã Hiệp Cường', note: 'mã 12322, trước là Ngọc Thanh', status: 'again' },
  { id: 'sn', name: 'Một phần phường Sơn Nam', note: 'mã 11983, ngoài Kim Động cũ', outside: true },
]
const columns: FlowColumn[] = [
  { title: 'Năm 2024: 17 xã, thị trấn', note: 'huyện Kim Động, mã 331', units: first },
  { title: 'Từ 01/12/2024: 15', note: 'NQ 1248/NQ-UBTVQH15 ngày 24/10/2024', units: second },
  { title: 'Từ 01/7/2025: 4 xã và một phần', note: 'NQ 1666/NQ-UBTVQH15', units: last },
]
const into: Record<string, string[]> = {
  nd: ['12286b', '12283b', '12289b', '12298b'],
  lb: ['12292b', '12280b', '12304b', '12325b'],
  dh: ['12295b', '12313b', '12316b'],
  hc: ['12301b', '12319b', '12328b'],
}
const links = [
  ...first.map((unit) => ({ from: unit.id, to: merged.get(unit.id) ?? `${unit.id}b`, share: 1 as number | null })),
  ...Object.entries(into).flatMap(([to, froms]) => froms.map((from) => ({ from, to, share: 1 as number | null }))),
  { from: '12322b', to: 'hc', share: null },
  { from: '12322b', to: 'sn', share: null },
]

export function LineagePart() {
  const focus = useSearch().get('focus')
  return (
    <div className="stack">
      <div>
        <PageHead
          title="Xã Nhân La"
          crumbs={[
            { label: 'Địa bàn', to: '/areas' },
            { label: 'Tỉnh Hưng Yên', to: '/areas/33' },
            { label: 'Xã Nhân La' },
          ]}
          facts={
            <>
              <Tag>mã 12307</Tag>
              <Tag icon="calendar">hiệu lực đến hết 30/11/2024</Tag>
              <Status kind="kept">Giữ vững năm 2024</Status>
            </>
          }
          actions={
            <>
              <Button icon="print">In</Button>
              <LinkButton main to="/areas/lb" iconAfter="arrow-r">
                Mở xã Lương Bằng hiện nay
              </LinkButton>
            </>
          }
        />
        <Note>
          <b className="semi">Từ 01/12/2024 xã Nhân La không còn là đơn vị hành chính.</b> Hồ sơ cũ vẫn nằm tại đây và
          không sửa được.
        </Note>
      </div>
      <Card
        title="Địa bàn đi đâu, từ đâu đến"
        end={
          <Seg
            label="Số liệu theo đơn vị"
            value="then"
            onChange={() => {}}
            choices={[
              { value: 'then', label: 'Như lúc đó' },
              { value: 'now', label: 'Quy về đơn vị hiện nay' },
            ]}
          />
        }
      >
        <Flow
          columns={columns}
          links={links}
          focus={focus === 'none' ? undefined : '12307'}
          label="Sơ đồ kế thừa: 17 xã, thị trấn năm 2024 thành 15, rồi thành 4 xã và một phần phường Sơn Nam"
          keys={
            <span>
              <Icon name="again" />
              Cần đánh giá lại sau khi nhập
            </span>
          }
        />
      </Card>
      <Card title="Dòng thời gian">
        <Timeline
          items={[
            {
              id: '1',
              when: '20/12/2023',
              icon: 'kept',
              kind: 'decision',
              title: 'Công nhận không ma túy',
              children: 'QĐ của UBND huyện',
            },
            {
              id: '2',
              when: '15/03/2024',
              whenNote: 'dừng 12 ngày',
              icon: 'pause',
              kind: 'pause',
              title: 'Tạm dừng',
              children: 'Chờ danh sách',
            },
            { id: '3', when: '15/11/2024', icon: 'clock', kind: 'now', title: 'Chốt hồ sơ', children: 'Còn 6 giờ' },
          ]}
        />
      </Card>
    </div>
  )
}
