// The certificate of an erasure on paper: what was destroyed, on what ground, who decided. It names nobody whose data it was.

import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { erasureGrounds, ReadCertificate } from '../../contract.ts'
import { officialPaper } from '../official-paper.ts'
import { issuerOf, type PlaceOnPaper, placeOnPaper } from '../place.ts'
import { readersNames } from '../readers.ts'
import { insideFiles } from '../sealing/inside.ts'
import { certificates, type Sealed } from './chain.ts'

export const readCertificate = answers(ReadCertificate, async ({ db, person, today }, { communeId, erasureId }) => {
  const [entry] = await insideFiles(db, { communeId, readerId: person?.id ?? '', purpose: 'certificate' }, (files) =>
    certificates(files, erasureId),
  )
  if (!entry) throw refuse(platformRefusals.not_found)
  const names = await readersNames(db, [entry.proposedBy, entry.decidedBy])
  const place = await placeOnPaper(db, communeId, today)
  const printed = `in ngày ${today.split('-').reverse().join('/')}, người in: ${person?.name ?? ''}`
  const pdf = await paperOf(entry, (id) => names.get(id) ?? 'người đã thôi việc', place, printed)
  return { certificate: entry.certificate, pdf: pdf.toString('base64') }
})

const shownDay = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/')

function paperOf(entry: Sealed, named: (id: string) => string, place: PlaceOnPaper, printed: string): Promise<Buffer> {
  const { destroyed, certificate } = entry
  const rows = [
    ['Mã hồ sơ', destroyed.files.join(', ')],
    ['Căn cứ', erasureGrounds[entry.ground].vi],
    ['Người đề nghị', `${named(entry.proposedBy)}, ngày ${shownDay(entry.proposedAt)}`],
    ['Người quyết định', `${named(entry.decidedBy)}, ngày ${shownDay(entry.decidedAt)}`],
    [
      'Đã hủy',
      `Khóa riêng của người có hồ sơ; họ tên và mọi thông tin nhận biết; ${destroyed.events} sự việc; ${destroyed.words} từ tìm kiếm; lời ghi của ${destroyed.holds} lần giữ lại và ${destroyed.requests} yêu cầu; căn cứ ghi ở các lượt mở.`,
    ],
    [
      'Còn lại',
      'Số hồ sơ, ngày và người đã mở hồ sơ, năm lập, năm kết thúc và loại trạng thái (không nối được với số hồ sơ).',
    ],
    [
      'Bản sao lưu cũ',
      `Mở được chừng nào còn khóa chủ ${entry.masterKeys.join(', ')}. Khi khôi phục, việc xóa được làm lại trước khi hệ thống phục vụ.`,
    ],
  ]
  return officialPaper(
    {
      title: 'Giấy xác nhận xóa danh tính',
      subtitle: 'trong hồ sơ người về phòng, chống ma túy',
      ...issuerOf(place),
      number: `${certificate}/GXN`,
      day: new Date(Date.parse(entry.decidedAt) + 7 * 3_600_000).toISOString().slice(0, 10),
    },
    [
      {
        lines: [
          'Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và quy định về lưu giữ hồ sơ, xác nhận việc xóa sau đây.',
        ],
      },
      { rows, widths: [28, 100] },
      {
        heading: 'Kiểm tra giấy này',
        lines: [
          'Mỗi giấy mang dấu số của giấy trước trong xã, nên không giấy nào sửa hay bỏ đi được mà không lộ.',
          `Dấu số SHA-256 của giấy này: ${grouped(entry.digest)}`,
          entry.previous === '' ? 'Đây là giấy đầu tiên của xã.' : `Dấu số của giấy trước: ${grouped(entry.previous)}`,
        ],
      },
    ],
    { signer: 'Trưởng Công an', serial: `${certificate} · ${printed}` },
  )
}

/** In groups of eight, so that a line may end between them. */
const grouped = (hex: string): string => hex.replace(/(.{8})(?=.)/g, '$1 ')
