// The documents that the demonstration rests on. Those marked `demo` are invented; the others were really issued, in 2024 and 2025.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { documentKey } from '../../modules/documents/server/public.ts'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, documentId, plan2024Id, programmeId } from './ids.ts'

type DemoDocument = {
  key: string
  number: string
  on: string | null
  kind: string
  issuer: string
  title: string
  area?: string
  public?: boolean
  demo?: boolean
  note?: string
  starts?: string[]
  governs?: string[]
  concludes?: string[]
}
const thisPlan = `plan:${plan2024Id}`
const district = areaId('331')
const invented = 'Văn bản minh họa, không phải văn bản thật.'

export const documents: DemoDocument[] = [
  {
    key: 'de-an',
    number: '',
    on: null,
    kind: 'đề án',
    issuer: 'Tỉnh Hưng Yên',
    title:
      'Chuyển hóa xã, phường, thị trấn trên địa bàn tỉnh Hưng Yên không có ma túy, giai đoạn 2023-2025, tầm nhìn đến năm 2030; thí điểm xây dựng huyện Kim Động không có ma túy',
    public: true,
    note: 'Nguồn không nêu số và ngày ban hành.',
    starts: [`programme:${programmeId}`],
  },
  {
    key: '43/CT-HU',
    number: '43/CT-HU',
    on: '2024-02-27',
    kind: 'chỉ thị',
    issuer: 'Ban Thường vụ Huyện ủy Kim Động',
    title: 'Lãnh đạo việc chuyển hóa, xây dựng huyện Kim Động không có ma túy',
    public: true,
    starts: [`programme:${programmeId}`],
    governs: [thisPlan],
  },
  {
    key: '60/KH-UBND',
    number: '60/KH-UBND',
    on: '2024-03-07',
    kind: 'kế hoạch',
    issuer: 'UBND huyện Kim Động',
    title: 'Chuyển hóa, xây dựng huyện Kim Động không có ma túy năm 2024',
    public: true,
    starts: [thisPlan],
  },
  {
    key: '1248/NQ-UBTVQH15',
    number: '1248/NQ-UBTVQH15',
    on: '2024-10-24',
    kind: 'nghị quyết',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    title: 'Sắp xếp đơn vị hành chính cấp huyện, cấp xã của tỉnh Hưng Yên giai đoạn 2023-2025',
    public: true,
    governs: [thisPlan],
  },
  {
    key: '1666/NQ-UBTVQH15',
    number: '1666/NQ-UBTVQH15',
    on: '2025-06-16',
    kind: 'nghị quyết',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    title: 'Sắp xếp các đơn vị hành chính cấp xã của tỉnh Hưng Yên năm 2025',
    public: true,
  },
  {
    key: '118/KH-UBND',
    number: '118/KH-UBND',
    on: '2024-11-12',
    kind: 'kế hoạch',
    issuer: 'UBND huyện Kim Động',
    title: 'Điều chỉnh chỉ tiêu của Kế hoạch 60/KH-UBND sau khi nhập xã từ 01/12/2024',
    demo: true,
    note: invented,
    governs: [thisPlan],
  },
  {
    key: '156/TB-UBND',
    number: '156/TB-UBND',
    on: '2024-10-07',
    kind: 'thông báo',
    issuer: 'UBND huyện Kim Động',
    title: 'Kết luận cuộc họp Ban Chỉ đạo ngày 04/10/2024',
    demo: true,
    note: invented,
    concludes: [`meeting:${demoId('meeting:2024-10-04')}`],
  },
  {
    key: '1420/QĐ-UBND',
    number: '1420/QĐ-UBND',
    on: '2024-10-15',
    kind: 'quyết định',
    issuer: 'UBND huyện Kim Động',
    title: 'Thành lập Tổ thẩm định địa bàn, cơ quan, đơn vị, trường học không ma túy năm 2024',
    demo: true,
    note: invented,
    governs: [thisPlan],
  },
  {
    key: '31/KH-UBND-12280',
    number: '31/KH-UBND',
    on: '2024-03-22',
    kind: 'kế hoạch',
    issuer: 'UBND thị trấn Lương Bằng',
    title: 'Chuyển hóa thị trấn Lương Bằng không có ma túy năm 2024',
    area: areaId('12280'),
    demo: true,
    note: invented,
  },
  {
    key: '18/KH-UBND-12322',
    number: '18/KH-UBND',
    on: '2024-03-25',
    kind: 'kế hoạch',
    issuer: 'UBND xã Ngọc Thanh',
    title: 'Chuyển hóa xã Ngọc Thanh không có ma túy năm 2024',
    area: areaId('12322'),
    demo: true,
    note: invented,
  },
  {
    key: 'bien-ban-12307',
    number: '02/BB-UBND',
    on: '2024-11-30',
    kind: 'biên bản',
    issuer: 'UBND xã Nhân La',
    title: 'Bàn giao từ UBND xã Nhân La sang UBND xã Diên Hồng: 3 việc, 1 vướng mắc',
    area: areaId('12307'),
    demo: true,
    note: invented,
  },
]

export async function loadDocuments(db: Db): Promise<void> {
  await loadAnnex(db)
  for (const each of documents) {
    const id = documentId(each.key)
    await sql`
      insert into document (id, area_id, programme_id, kind, number, issued_on, issuer, title, file_id, public, demo, note, search_key,
        recorded_at)
      values (${id}, ${each.area ?? district}, ${programmeId}, ${each.kind}, ${each.number}, ${each.on}, ${each.issuer},
        ${each.title}, ${each.key === '118/KH-UBND' ? annexId : null}, ${each.public ?? false}, ${each.demo ?? false}, ${each.note ?? ''},
        ${documentKey(each)}, ${each.on ?? '2024-03-08'})
      on conflict (id) do nothing`.execute(db)
    for (const relation of ['starts', 'governs', 'concludes'] as const)
      for (const subject of each[relation] ?? [])
        await sql`
          insert into document_link (document_id, subject, relation) values (${id}, ${subject}, ${relation}) on conflict do nothing`.execute(
          db,
        )
  }
}

const annexId = demoId('file:118/KH-UBND')
const annex = `Đơn vị từ 01/12/2024,Trước đó,Chỉ tiêu
Song Mai,,giữ vững
Chính Nghĩa,,giữ vững
Mai Động,,giữ vững
Diên Hồng,Vũ Xá và Nhân La,giữ vững
Lương Bằng,,chuyển hóa
Phú Thọ,Thọ Vinh và Phú Thịnh,chuyển hóa
Hùng An,,chuyển hóa
Ngọc Thanh,,chuyển hóa
Hiệp Cường,,chuyển hóa
`

async function loadAnnex(db: Db): Promise<void> {
  const content = Buffer.from(`\ufeff${annex}`)
  const sha256 = createHash('sha256').update(content).digest()
  await sql`
    insert into file (id, area_id, sha256, name, media_type, size, content)
    values (${annexId}, ${district}, ${sha256}, 'Phụ lục chỉ tiêu sau khi nhập xã.csv', 'text/csv', ${content.length}, ${content})
    on conflict (id) do nothing`.execute(db)
}
