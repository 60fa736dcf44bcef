// The words and the order of the statement on paper.

import { periods } from '../../../../rules/law/periods.ts'
import { type Length, lengthRules } from '../../../../rules/retention/lengths.ts'
import { type Retention, stages } from '../../../../rules/retention/retention.ts'
import { circumstanceNames, type Identity, issuedKinds, purposes } from '../../contract.ts'
import { eventKinds } from '../../events.ts'
import { type Life, statusNames } from '../../rules/life.ts'
import type { KeptEvent } from '../events.ts'
import { momentOf } from '../moment.ts'
import { officialPaper } from '../official-paper.ts'
import type { OpenedFile } from '../opened.ts'
import { issuerOf, type PlaceOnPaper } from '../place.ts'
import type { OpeningOnPaper, PaperOut } from './statement.ts'

type Given = {
  file: OpenedFile
  serial: string
  identity: Identity
  events: readonly KeptEvent[]
  life: Life
  retention: Retention | undefined
  openings: readonly OpeningOnPaper[]
  papers: readonly PaperOut[]
  place: PlaceOnPaper
  today: string
  printedBy: string
}

export function statementPaper(given: Given): Promise<Buffer> {
  const { file, serial, identity, events, life, retention, openings, papers, place, today, printedBy } = given
  return officialPaper(
    {
      title: 'Bản kê thông tin đang lưu giữ',
      subtitle: 'cấp cho người có hồ sơ theo yêu cầu của chính người đó',
      ...issuerOf(place),
      number: `${serial}/BK`,
      day: today,
    },
    [
      {
        lines: [
          `Kính gửi: Ông/Bà ${identity.name}`,
          `Theo yêu cầu của Ông/Bà, Công an ${place.commune} trả lời về những thông tin đang được lưu giữ trong hồ sơ số ${file.number}. Ông/Bà có quyền biết những điều dưới đây; mọi người đọc hồ sơ đều phải nêu mục đích và được ghi lại.`,
        ],
      },
      { heading: '1. Thông tin nhận biết', rows: identityRows(identity), widths: [34, 100] },
      {
        heading: '2. Những việc đã ghi trong hồ sơ',
        lines: events.length === 0 ? ['Chưa ghi sự việc nào.'] : [],
        rows: events.map((event) => [day(event.at), whatOf(event), `bút lục ${event.folio}`]),
        widths: [22, 92, 20],
      },
      { heading: '3. Vì sao có hồ sơ này', lines: whyLines(life) },
      { heading: '4. Lưu giữ đến khi nào', lines: keptLines(retention) },
      {
        heading: '5. Ai đã đọc',
        rows: openings.map(({ opened_at, reader, purpose }) => [
          day(momentOf(opened_at)),
          reader,
          `${purposes[purpose].title.vi} (${purposes[purpose].source.vi})`,
        ]),
        widths: [22, 42, 70],
      },
      {
        heading: '6. Giấy tờ, sổ có thông tin của Ông/Bà',
        rows: papers.map(({ made_at, maker, kind, serial: of }) => [
          day(momentOf(made_at)),
          maker,
          `${issuedKinds[kind].vi} (${of})`,
        ]),
        widths: [22, 42, 70],
      },
      {
        heading: '7. Quyền của Ông/Bà',
        lines: [
          'Nếu có điều gì không đúng, Ông/Bà yêu cầu sửa tại Công an cấp xã; nếu không đồng ý với việc lưu giữ, đọc hay sử dụng, Ông/Bà có quyền khiếu nại với Trưởng Công an cấp xã hoặc cấp trên trực tiếp. Mỗi yêu cầu được ghi ngày nhận và trả lời trong thời hạn luật định (Luật 91/2025/QH15; Luật Khiếu nại 02/2011/QH13).',
        ],
      },
    ],
    { signer: 'Trưởng Công an', serial: `${serial} · in ngày ${day(today)}, người in: ${printedBy}` },
  )
}

const day = (moment: string): string => moment.slice(0, 10).split('-').reverse().join('/')

const sexes = { male: 'nam', female: 'nữ', other: 'khác' } as const

function identityRows({ name, otherNames, birth, sex, papers, residence, stay, phone, circumstances }: Identity) {
  const rows: [string, string][] = [
    ['Họ và tên', name],
    ['Tên gọi khác', otherNames.join(', ')],
    ['Sinh', birth ? (birth.length === 4 ? `năm ${birth}` : day(birth)) : ''],
    ['Giới tính', sex ? sexes[sex] : ''],
    ['Giấy tờ', papers.map(({ number }) => number).join(', ')],
    ['Nơi cư trú', residence],
    ['Nơi ở hiện tại', stay],
    ['Điện thoại', phone],
    ['Hoàn cảnh được luật bảo vệ', circumstances.map(({ what }) => circumstanceNames[what].vi).join('; ')],
  ]
  return rows.map(([label, value]) => [label, value === '' ? 'không ghi' : value])
}

/** The kind of event and its own paper; names of others, and who told, are not the person's to have here. */
function whatOf({ kind, details }: KeptEvent): string {
  const title = eventKinds[kind].title.vi
  const paper = 'paper' in details && typeof details.paper === 'object' ? details.paper : undefined
  return paper ? `${title}, số ${paper.number} ngày ${day(paper.on)}` : title
}

function whyLines({ status, history }: Life): string[] {
  // That it is over is no reason to keep it; that stands under how long.
  const all = [...history, ...(status ? [status] : [])].filter(({ kind }) => kind !== 'ended')
  if (all.length === 0)
    return ['Hồ sơ ghi lại việc xác minh, xét nghiệm theo Nghị định 163/2026/NĐ-CP, Điều 56; chưa có quyết định nào.']
  return all.map(
    ({ kind, paper, since, until, period }) =>
      `- ${statusNames[kind].vi}: từ ${day(since)}${until ? ` đến ${day(until)}` : ''}, theo quyết định số ${paper.number} ngày ${day(paper.on)} ${lawOf(period)}.`,
  )
}

const lawOf = (id: string | undefined): string => {
  const [law] = periods.find((period) => period.id === id)?.sources ?? []
  return law ? ` (${law.vi})` : ''
}

const units = { hours: 'giờ', days: 'ngày', 'working-days': 'ngày làm việc', months: 'tháng' } as const
const longOf = ({ count, unit }: Length['span']): string =>
  unit === 'months' && count % 12 === 0 ? `${count / 12} năm` : `${count} ${units[unit]}`
const lengthLine = ({ rule, span, source, toCheck }: Length): string =>
  `- ${lengthRules[rule].what.vi}: ${longOf(span)} (${source.vi})${toCheck ? '. Con số này đang được đối chiếu.' : '.'}`

function keptLines(retention: Retention | undefined): string[] {
  if (!retention) return []
  const { stage, restrictedFrom, dueFrom, because } = retention
  const now = `Hiện nay: ${stages[stage].vi.toLocaleLowerCase('vi')}.`
  const restricted = restrictedFrom ? `Ra khỏi danh sách thường từ ngày ${day(restrictedFrom)}.` : ''
  const due = dueFrom
    ? `Từ ngày ${day(dueFrom)} danh tính được đề nghị xóa; hai người có thẩm quyền quyết định, Ông/Bà được cấp giấy xác nhận khi yêu cầu.`
    : 'Thời gian lưu giữ được tính từ khi mọi việc theo luật đã kết thúc.'
  return [[now, restricted, due].filter(Boolean).join(' '), ...because.map(lengthLine)]
}
