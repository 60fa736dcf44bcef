// The plan of 2024: version 1 as issued (facts), version 2 after the merger of communes (invented for the demonstration).

import { sql } from 'kysely'
import { unitName } from '../../platform/contract/unit-name.ts'
import type { Language } from '../../platform/contract/words.ts'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, communesMergedOn, demoId, documentId, plan2024Id, programmeId } from './ids.ts'
import { units } from './territory.ts'

type Target = {
  key: string
  kind: 'areas-drug-free' | 'area-keep' | 'area-convert' | 'bodies-standard' | 'commitments'
  areaId: string
  group?: string
  vi: string
  en: string
  baseline: number | null
  value: number
  unit: 'count' | 'share'
  from: number
  to?: number
}

const district = areaId('331')
const nameOf = (id: string, language: Language): string => {
  const unit = units.find((each) => each.id === id)
  return unit ? unitName(unit, language) : id
}
const keeping = (key: string, id: string, from: number, to?: number): Target => ({
  key,
  kind: 'area-keep',
  areaId: id,
  vi: `Giữ vững ${nameOf(id, 'vi')} không ma túy`,
  en: `Keep ${nameOf(id, 'en')} drug-free`,
  baseline: 1,
  value: 1,
  unit: 'count',
  from,
  to,
})
const converting = (key: string, id: string, from: number, to?: number): Target => ({
  key,
  kind: 'area-convert',
  areaId: id,
  vi: `Chuyển hóa ${nameOf(id, 'vi')} thành không ma túy`,
  en: `Convert ${nameOf(id, 'en')} to drug-free`,
  baseline: 0,
  value: 1,
  unit: 'count',
  from,
  to,
})
const whole = (value: number, of: number, from: number, to?: number): Target => ({
  key: 'whole',
  kind: 'areas-drug-free',
  areaId: district,
  vi: `${value} trong ${of} xã, thị trấn không ma túy`,
  en: `${value} of ${of} communes and towns drug-free`,
  baseline: 6,
  value,
  unit: 'count',
  from,
  to,
})
const signing = (group: string, vi: string, en: string): Target => ({
  key: `commitments:${group}`,
  kind: 'commitments',
  areaId: district,
  group,
  vi,
  en,
  baseline: null,
  value: 1,
  unit: 'share',
  from: 1,
})

const phuTho = areaId('12295', communesMergedOn)
const dienHong = areaId('12325', communesMergedOn)
/** Lines that the merger of 01/12/2024 touches; all others run through both versions. */
const ending: Record<string, number> = { '12307': 1, '12310': 1, '12325': 1, '12295': 1 }

export const targets: Target[] = [
  whole(11, 17, 1, 1),
  whole(9, 15, 2),
  ...['12301', '12304', '12313', '12307', '12325', '12310'].map((code) => keeping(code, areaId(code), 1, ending[code])),
  ...['12280', '12328', '12319', '12322', '12295'].map((code) => converting(code, areaId(code), 1, ending[code])),
  keeping('12325', dienHong, 2),
  converting('12295', phuTho, 2),
  {
    key: 'bodies',
    kind: 'bodies-standard',
    areaId: district,
    vi: '100% cơ quan, đơn vị, trường học đạt chuẩn không ma túy',
    en: '100% of agencies, units and schools meet the drug-free standard',
    baseline: null,
    value: 1,
    unit: 'share',
    from: 1,
  },
  signing(
    'leaders',
    '100% lãnh đạo xã, thị trấn ký cam kết (11 đơn vị ký với huyện)',
    '100% of commune and town leaders sign (11 units sign with the district)',
  ),
  signing('party-members', '100% đảng viên ký cam kết', '100% of Party members sign'),
  signing(
    'officials',
    '100% cán bộ, công chức, viên chức, người lao động ký cam kết',
    '100% of officials, public employees and workers sign',
  ),
  signing('household-heads', '100% chủ hộ gia đình ký cam kết', '100% of heads of household sign'),
  signing('cluster-owners', '100% chủ cụm công nghiệp ký cam kết', '100% of owners of industrial clusters sign'),
  signing('firms', '100% doanh nghiệp, công ty ký cam kết', '100% of firms and companies sign'),
  signing(
    'conditional-businesses',
    '100% cơ sở, hộ kinh doanh có điều kiện về an ninh trật tự ký cam kết',
    '100% of businesses under security conditions sign',
  ),
]

/** The id of a line of the plan over all its versions: by commune code, `whole`, `bodies` or `commitments:group`. */
export const targetLineId = (key: string): string => demoId(`target-line:${key}`)

export async function loadTargets(db: Db): Promise<void> {
  await sql`
    insert into plan (id, programme_id, phase_id, year, title)
    values (${plan2024Id}, ${programmeId}, ${demoId('phase:conversion')}, 2024, 'Kế hoạch năm 2024') on conflict do nothing`.execute(
    db,
  )
  const merger = 'Từ 01/12/2024 các xã Thọ Vinh và Phú Thịnh nhập thành Phú Thọ, Vũ Xá và Nhân La nhập thành Diên Hồng.'
  await sql`
    insert into plan_version (plan_id, number, decided_on, effective_on, document_id, reason, demo, recorded_at) values
      (${plan2024Id}, 1, '2024-03-07', '2024-03-07', ${documentId('60/KH-UBND')}, '', false, '2024-03-08'),
      (${plan2024Id}, 2, '2024-11-12', ${communesMergedOn}, ${documentId('118/KH-UBND')}, ${merger}, true, '2024-11-13')
    on conflict do nothing`.execute(db)
  for (const each of targets)
    await sql`
      insert into target (id, line_id, plan_id, from_version, to_version, kind, area_id, group_id, title_vi, title_en, baseline, value,
        unit, due_on)
      values (${demoId(`target:${each.key}:${each.from}`)}, ${targetLineId(each.key)}, ${plan2024Id}, ${each.from}, ${each.to ?? null},
        ${each.kind}, ${each.areaId}, ${each.group ?? null}, ${each.vi}, ${each.en}, ${each.baseline}, ${each.value}, ${each.unit},
        '2024-12-31') on conflict do nothing`.execute(db)
}
