// Meetings of the demonstration, by posts, not by names. That the conference of 15/3/2024 was held, where, with which
// neighbours, and that 11 chairs signed, are facts; agenda, contributions and the later meetings are invented.

import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, postId, programmeId } from './ids.ts'
import { communeCodes } from './territory.ts'

type Conclusion = {
  text: string
  kind?: 'direction' | 'conclusion'
  post: string
  due: string
  /** `task:` with the number, or `instruction:` with the key, that it became, and when. */
  became?: [what: string, on: string]
}
type DemoMeeting = {
  key: string
  /** The commune that held it; the district, when nothing is said. */
  commune?: string
  title: string
  called: string
  held: string
  /** The number of its minutes, invented; and when it ended. */
  number?: string
  ends?: string
  at: string
  place: string
  chair: string
  closed?: string
  agenda: [title: string, post?: string][]
  invited: string[]
  guests?: string[]
  absent?: string[]
  notes?: Record<string, string>
  contributions?: [post: string, speaker: string, text: string][]
  conclusions?: Conclusion[]
}

const inDistrict = (kind: string): string => postId(kind, '331')
const chairOf = (code: string): string => postId('chair', code)
const steering = [
  'chair',
  'vice-chair',
  'party-secretary',
  'police-chief',
  'education-head',
  'culture-head',
  'health-head',
  'home-affairs-head',
  'labour-head',
  'office-head',
  'union-chair',
  'front-chair',
].map(inDistrict)
const allChairs = communeCodes.map(chairOf)
/** The 6 that are to be kept and the 5 that are to be converted signed with the district. */
export const pledgingCommunes = [
  '12301',
  '12304',
  '12313',
  '12307',
  '12325',
  '12310',
  '12280',
  '12328',
  '12319',
  '12322',
  '12295',
]

export const meetings: DemoMeeting[] = [
  {
    key: '2024-03-15',
    title: 'Hội nghị triển khai xây dựng huyện Kim Động không có ma túy năm 2024',
    called: '2024-03-11',
    held: '2024-03-15',
    at: '08:00',
    place: 'Nhà văn hóa huyện',
    chair: inDistrict('vice-chair'),
    closed: '2024-03-18',
    number: '01/BB-BCĐ',
    ends: '11:00',
    agenda: [
      ['Quán triệt Chỉ thị 43/CT-HU ngày 27/02/2024', inDistrict('party-secretary')],
      ['Triển khai Kế hoạch 60/KH-UBND ngày 07/3/2024', inDistrict('vice-chair')],
      ['Tình hình ma túy trên địa bàn và địa bàn giáp ranh', inDistrict('police-chief')],
      ['Phát biểu của các xã, thị trấn và huyện bạn'],
      ['11 xã, thị trấn ký cam kết với huyện', inDistrict('office-head')],
      ['Kết luận', inDistrict('vice-chair')],
    ],
    invited: [...steering, ...allChairs],
    guests: ['Huyện Phú Xuyên, thành phố Hà Nội'],
    notes: Object.fromEntries(pledgingCommunes.map((code) => [chairOf(code), 'Ký cam kết với huyện'])),
    contributions: [
      [
        inDistrict('police-chief'),
        'Trưởng Công an huyện',
        'Đề nghị xã giữ vững và xã chuyển hóa lập danh sách cơ sở kinh doanh có điều kiện để ký cam kết đủ 100%; trao đổi tình hình giáp ranh hằng tháng.',
      ],
      [
        chairOf('12301'),
        'Chủ tịch UBND xã Song Mai',
        'Xã giữ vững nhờ thôn nắm từng hộ. Đề nghị huyện thống nhất mẫu cam kết để các thôn không phải làm lại.',
      ],
      [
        chairOf('12280'),
        'Chủ tịch UBND thị trấn Lương Bằng',
        'Thị trấn đông người thuê trọ, cần Công an huyện cùng rà soát trước khi đăng ký chuyển hóa.',
      ],
      [
        '',
        'Đại biểu huyện Phú Xuyên, thành phố Hà Nội',
        'Nhất trí trao đổi thông tin hai bên sông Hồng và tuần tra chung vào dịp cao điểm.',
      ],
    ],
    conclusions: [
      {
        text: '11 lãnh đạo xã, thị trấn ký cam kết với huyện ngay tại hội nghị.',
        post: inDistrict('office-head'),
        due: '2024-03-15',
        became: ['task:01', '2024-03-15'],
      },
      {
        text: '5 xã, thị trấn chuyển hóa lập kế hoạch riêng, gửi huyện trong tháng 4.',
        kind: 'direction',
        post: inDistrict('vice-chair'),
        due: '2024-04-30',
        became: ['instruction:conversion-plans', '2024-03-20'],
      },
    ],
  },
  {
    key: '2024-10-04',
    title: 'Họp Ban Chỉ đạo tháng 10/2024',
    called: '2024-10-01',
    held: '2024-10-04',
    at: '08:30',
    place: 'Phòng họp số 2, UBND huyện',
    chair: inDistrict('vice-chair'),
    closed: '2024-10-07',
    number: '02/BB-BCĐ',
    ends: '10:15',
    agenda: [
      ['Kết quả 9 tháng, việc của quý IV', inDistrict('office-head')],
      ['Tự đánh giá của cơ quan, đơn vị, trường học', inDistrict('home-affairs-head')],
      ['Chuẩn bị nhập xã từ 01/12/2024', inDistrict('home-affairs-head')],
    ],
    invited: steering,
    absent: [inDistrict('labour-head')],
    contributions: [
      [
        inDistrict('education-head'),
        'Trưởng phòng GD&ĐT',
        'Các trường chưa có mẫu tự đánh giá chung, đang dùng mẫu của từng ngành.',
      ],
      [
        inDistrict('home-affairs-head'),
        'Trưởng phòng Nội vụ',
        'Hồ sơ của 4 xã sắp nhập cần chốt trước ngày 01/12 để đơn vị mới nhận đủ.',
      ],
    ],
    conclusions: [
      {
        text: 'Phòng GD&ĐT ban hành mẫu tự đánh giá trường học, xong trước 30/10.',
        post: inDistrict('education-head'),
        due: '2024-10-30',
        became: ['task:15', '2024-10-04'],
      },
      {
        text: 'Rà soát người thuê trọ tại thị trấn Lương Bằng và xã Hiệp Cường trước khi thẩm định.',
        kind: 'direction',
        post: inDistrict('police-chief'),
        due: '2024-11-29',
      },
      {
        text: 'Chốt danh sách chủ cụm công nghiệp phải ký cam kết.',
        post: inDistrict('union-chair'),
        due: '2024-11-25',
      },
      {
        text: 'Thông báo trên đài truyền thanh huyện, xã về việc tiếp nhận hồ sơ khi nhập xã.',
        post: inDistrict('culture-head'),
        due: '2024-11-22',
      },
    ],
  },
  {
    key: '2024-11-10',
    commune: '12280',
    title: 'Hội nghị nhân dân ký cam kết không ma túy',
    called: '2024-11-04',
    held: '2024-11-10',
    at: '19:30',
    place: 'Nhà văn hóa thị trấn',
    chair: chairOf('12280'),
    closed: '2024-11-11',
    ends: '21:00',
    agenda: [['Đọc lời cam kết, trả lời nhân dân'], ['Điểm danh, ký cam kết']],
    invited: ['chair', 'police', 'culture', 'hamlet-head'].map((kind) => postId(kind, '12280')),
  },
  {
    key: '2024-11-15',
    title: 'Họp Ban Chỉ đạo tháng 11/2024',
    called: '2024-11-12',
    held: '2024-11-15',
    at: '14:00',
    place: 'Phòng họp số 2, UBND huyện',
    chair: inDistrict('vice-chair'),
    agenda: [
      ['Kết luận kỳ trước chưa giao việc', inDistrict('office-head')],
      ['4 việc trễ hạn và người đứng đầu chịu trách nhiệm', inDistrict('office-head')],
      ['Hồ sơ đề nghị công nhận xã Hùng An, xã Thọ Vinh', inDistrict('police-chief')],
      ['Điều chỉnh chỉ tiêu sau khi nhập xã', inDistrict('home-affairs-head')],
    ],
    invited: [...steering, ...['12280', '12322', '12328', '12319', '12295'].map(chairOf)],
  },
]

const steeringCommittee = 'Ban Chỉ đạo phòng, chống ma túy'
const receiving = ['Thường trực Huyện ủy', 'Thành viên Ban Chỉ đạo', 'UBND các xã, thị trấn', 'Lưu: VT']

export const meetingId = (key: string): string => demoId(`meeting:${key}`)

export async function loadMeetings(db: Db): Promise<void> {
  for (const meeting of meetings) {
    const made = await sql`
      insert into meeting (id, programme_id, area_id, title, called_on, held_on, starts_at, place, chair_post_id, closed_on,
        minutes_number, issuer, secretary_post_id, ends_at, recipients, demo)
      values (${meetingId(meeting.key)}, ${programmeId}, ${areaId(meeting.commune ?? '331')}, ${meeting.title}, ${meeting.called}, ${meeting.held},
        ${meeting.at}, ${meeting.place}, ${meeting.chair}, ${meeting.closed ?? null},
        ${meeting.number ?? ''}, ${meeting.number ? steeringCommittee : ''}, ${meeting.number ? inDistrict('office-head') : null},
        ${meeting.ends ?? null}, ${meeting.number ? receiving : []}::text[], true) on conflict (id) do nothing`.execute(
      db,
    )
    if (made.numAffectedRows === 1n) await loadParts(db, meeting)
  }
}

async function loadParts(db: Db, meeting: DemoMeeting): Promise<void> {
  const id = meetingId(meeting.key)
  const part = (what: string, place: number | string) => demoId(`${what}:${meeting.key}:${place}`)
  for (const [place, [title, post]] of meeting.agenda.entries())
    await sql`
      insert into meeting_agenda (id, meeting_id, position, title, post_id)
      values (${part('agenda', place)}, ${id}, ${place}, ${title}, ${post ?? null})`.execute(db)
  const held = meeting.closed !== undefined
  const people = [
    ...meeting.invited.map((post) => ({ post, guest: null })),
    ...(meeting.guests ?? []).map((guest) => ({ post: null, guest })),
  ]
  for (const { post, guest } of people) {
    const present = held ? !(post && meeting.absent?.includes(post)) : null
    await sql`
      insert into meeting_attendance (id, meeting_id, post_id, guest, present, note)
      values (${part('attendance', post ?? guest ?? '')}, ${id}, ${post}, ${guest}, ${present}, ${meeting.notes?.[post ?? ''] ?? ''})`.execute(
      db,
    )
  }
  for (const [place, [post, speaker, text]] of (meeting.contributions ?? []).entries())
    await sql`
      insert into meeting_contribution (id, meeting_id, position, post_id, speaker, text)
      values (${part('contribution', place)}, ${id}, ${place}, ${post || null}, ${speaker}, ${text})`.execute(db)
  for (const [place, each] of (meeting.conclusions ?? []).entries()) {
    const [what, on] = each.became ?? []
    const became = what ? `${what.split(':')[0]}:${demoId(what)}` : null
    await sql`
      insert into meeting_conclusion (id, meeting_id, position, kind, text, post_id, due_on, became, became_on)
      values (${part('conclusion', place)}, ${id}, ${place}, ${each.kind ?? 'conclusion'}, ${each.text}, ${each.post}, ${each.due},
        ${became}, ${on ?? null})`.execute(db)
  }
}

/** The id of a conclusion of the demonstration, by the day of its meeting and its place from 0. */
export const conclusionId = (key: string, place: number): string => demoId(`conclusion:${key}:${place}`)
