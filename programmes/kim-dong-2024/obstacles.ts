// Loads the obstacles of the demonstration and the good practice that came from them. All invented.

import { sql } from 'kysely'
import { nameKey } from '../../platform/contract/name-key.ts'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, personId, postId, programmeId } from './ids.ts'
import { demoTaskId } from './tasks.ts'
import { units } from './territory.ts'

type Entry = {
  on: string
  kind: 'answer' | 'note' | 'removed' | 'reopened'
  text: string
  person?: string
  post: string
}
type DemoObstacle = {
  area: string
  title: string
  detail: string
  on: string
  person?: string
  wantedBy?: string
  asked: string
  task?: number
  entries?: Entry[]
}
const chair = (code: string) => postId('chair', code)
const district = (kind: string) => postId(kind, '331')

const obstacles: DemoObstacle[] = [
  {
    area: '12280',
    title: 'Nhiều hộ chỉ có nhà buổi tối',
    detail: 'Tổ công tác đi ban ngày không gặp chủ hộ, phải đi lại nhiều lần mà số ký tăng chậm.',
    on: '2024-07-02',
    person: 'xa',
    asked: district('culture-head'),
    task: 25,
    entries: [
      {
        on: '2024-07-05',
        kind: 'answer',
        text: 'Chuyển sang họp tổ dân phố buổi tối tại nhà văn hóa, mời chủ hộ đến ký; huyện hỗ trợ loa và tài liệu.',
        post: district('culture-head'),
      },
      {
        on: '2024-08-12',
        kind: 'removed',
        text: 'Sau 4 buổi tối, 3 tổ đã ký gần đủ. Cách làm này giữ lại.',
        person: 'xa',
        post: chair('12280'),
      },
    ],
  },
  {
    area: '12328',
    title: 'Chưa rõ cơ sở nào thuộc diện kinh doanh có điều kiện',
    detail: 'Danh sách của xã và của Công an huyện lệch nhau 6 cơ sở, xã chưa biết ký với ai.',
    on: '2024-10-08',
    wantedBy: '2024-10-20',
    asked: district('police-chief'),
    task: 24,
    entries: [
      {
        on: '2024-10-15',
        kind: 'answer',
        text: 'Công an huyện gửi danh sách đã đối chiếu; 4 cơ sở ngừng hoạt động, 2 cơ sở phải ký.',
        person: 'congan',
        post: district('police-chief'),
      },
      { on: '2024-11-01', kind: 'note', text: 'Đã ký 1 cơ sở, cơ sở còn lại hẹn ngày 18/11.', post: chair('12328') },
    ],
  },
  {
    area: '12322',
    title: 'Số liệu cư trú của 2 thôn chưa cập nhật',
    detail: 'Có 118 hộ trong danh sách của thôn không khớp với số liệu cư trú, xã chưa chốt được danh sách phải ký.',
    on: '2024-11-04',
    person: 'ngocthanh',
    wantedBy: '2024-11-12',
    asked: district('police-chief'),
    task: 7,
  },
  {
    area: '12313',
    title: 'Trạm y tế thiếu người khi tập huấn',
    detail: 'Ngày tập huấn trùng lịch tiêm chủng, trạm chỉ cử được một người.',
    on: '2024-10-28',
    wantedBy: '2024-11-10',
    asked: district('health-head'),
    task: 20,
    entries: [
      { on: '2024-10-30', kind: 'answer', text: 'Mở thêm một lớp ngày 20/11.', post: district('health-head') },
      { on: '2024-10-31', kind: 'removed', text: 'Xã cử đủ người cho lớp ngày 20/11.', post: chair('12313') },
    ],
  },
  {
    area: '12295',
    title: 'Hồ sơ sau khi nhập xã 01/12',
    detail:
      'Từ 01/12/2024 xã Thọ Vinh nhập với xã Phú Thịnh thành xã Phú Thọ. Hồ sơ chuyển hóa đang làm dở đứng tên xã nào, ai ký tờ trình?',
    on: '2024-11-11',
    wantedBy: '2024-11-22',
    asked: district('vice-chair'),
    task: 27,
  },
]

export async function loadObstacles(db: Db): Promise<void> {
  for (const [at, each] of obstacles.entries()) await load(db, each, at + 1)
  const title = 'Họp tổ dân phố buổi tối để ký cam kết'
  const text =
    'Mời chủ hộ đến nhà văn hóa sau 19 giờ, 30 đến 40 hộ một buổi; đọc nội dung cam kết, trả lời câu hỏi rồi ký tại chỗ. Hộ vắng được hẹn buổi sau, không đến từng nhà.'
  await sql`
    insert into good_practice (id, programme_id, area_id, obstacle_id, title, text, shared_on, shared_by, recorded_at, search_key, demo)
    values (${demoId('practice:1')}, ${programmeId}, ${areaId('12280')}, ${demoId('obstacle:1')}, ${title}, ${text}, '2024-08-20',
      ${personId('huyen')}, '2024-08-20T09:00:00+07:00', ${nameKey(`${title} ${text}`)}, true) on conflict (id) do nothing`.execute(
    db,
  )
}

async function load(db: Db, each: DemoObstacle, number: number): Promise<void> {
  const id = demoId(`obstacle:${number}`)
  const unit = units.find((one) => one.id === areaId(each.area))?.name ?? ''
  const removed = each.entries?.find((entry) => entry.kind === 'removed')?.on ?? null
  await sql`
    insert into obstacle (id, programme_id, area_id, number, task_id, title, detail, raised_on, raised_by, raised_post_id, recorded_at,
      wanted_by, asked_post_id, removed_on, search_key, demo)
    values (${id}, ${programmeId}, ${areaId(each.area)}, ${number}, ${each.task ? demoTaskId(each.task) : null}, ${each.title},
      ${each.detail}, ${each.on}, ${each.person ? personId(each.person) : null}, ${chair(each.area)}, ${`${each.on}T09:00:00+07:00`},
      ${each.wantedBy ?? null}, ${each.asked}, ${removed}, ${nameKey(`${each.title} ${each.detail} ${unit}`)}, true)
    on conflict (id) do nothing`.execute(db)
  for (const [at, entry] of (each.entries ?? []).entries())
    await sql`
      insert into obstacle_entry (id, obstacle_id, kind, text, person_id, post_id, entered_on, recorded_at)
      values (${demoId(`obstacle-entry:${number}:${at}`)}, ${id}, ${entry.kind}, ${entry.text},
        ${entry.person ? personId(entry.person) : null}, ${entry.post}, ${entry.on}, ${`${entry.on}T15:00:00+07:00`})
      on conflict (id) do nothing`.execute(db)
}
