// The drive of 2024 with its rosters and promises. The groups and the five promises are the plan's, and so are the 11 communes
// whose heads signed with the district on 15/3/2024; that hamlets sign too, every list and every name is invented, and marked so.

import { sql } from 'kysely'
import { signMany } from '../../modules/commitments/server/public.ts'
import { searchForDuplicates, storeList } from '../../modules/rosters/server/public.ts'
import type { Db } from '../../platform/server/slice.ts'
import { bodyId } from './bodies.ts'
import { hamletId } from './hamlets.ts'
import { areaId, demoId, personId, programmeId } from './ids.ts'
import { meetingId, pledgingCommunes } from './meetings.ts'
import { units } from './territory.ts'

const driveId = demoId('drive:2024')
const source = 'Danh sách minh họa'

type Group = { id: string; counterpart: string; opening: string; countersign?: true }
const groups: Group[] = [
  { id: 'leaders', counterpart: 'district', opening: 'Với vai trò người đứng đầu, tôi cam kết:' },
  { id: 'officials', counterpart: 'body', opening: 'Tôi cam kết:' },
  { id: 'party-members', counterpart: 'body', opening: 'Tôi cam kết:' },
  { id: 'household-heads', counterpart: 'hamlet', opening: 'Tôi và gia đình cam kết:' },
  { id: 'firms', counterpart: 'commune', opening: 'Đơn vị chúng tôi cam kết:' },
  { id: 'conditional-businesses', counterpart: 'police', opening: 'Cơ sở chúng tôi cam kết:' },
  { id: 'cluster-owners', counterpart: 'commune', opening: 'Chúng tôi cam kết:' },
  {
    id: 'hamlets',
    counterpart: 'commune',
    opening: 'Thay mặt nhân dân trong thôn, tổ dân phố, chúng tôi cam kết:',
    countersign: true,
  },
]
const promises = ['không bao che', 'không tổ chức', 'không sử dụng', 'không mua bán', 'không tàng trữ']

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Đào']
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Hữu', 'Thu', 'Ngọc', 'Quang']
const given = ['Bình', 'Hòa', 'Lộc', 'Thúy', 'Hạnh', 'Tú', 'Duy', 'Hương', 'Khánh', 'Mai', 'Sơn', 'Yến', 'Quý']
const pick = (from: readonly string[], at: number): string => from[at % from.length] as string
const name = (at: number): string => `${pick(families, at)} ${pick(middles, at * 3 + 1)} ${pick(given, at * 5 + 2)}`

type DemoList = {
  commune: string
  hamlet?: string
  body?: string
  group: string
  title: string
  count: number
  signed: number
  /** The beginning of the drive but for the heads, who were listed for the conference. */
  asOf?: string
  entry?: (at: number) => string
  /** When the nth signed, and how; on paper, over the months, when nothing is said. */
  signing?: (at: number) => { way: 'paper' | 'phone-code' | 'meeting'; signedAt: string; meetingId?: string }
  /** The day on which the counterpart signed too, and who signed for it. */
  countersigned?: [on: string, by: string]
}

/** Known to the demonstration by post: the name of the one head who holds it there is the same here. */
const headOf = (code: string, at: number): string =>
  `${code === '12322' ? 'Trịnh Văn Túc' : name(at * 7 + 3)} (minh họa)`
const conference = '2024-03-15'
const heads: DemoList[] = pledgingCommunes.map((commune, at) => ({
  commune,
  group: 'leaders',
  title: `Người đứng đầu ${units.find(({ id }) => id === areaId(commune))?.name ?? commune} (minh họa)`,
  count: 1,
  signed: 1,
  asOf: conference,
  entry: () => headOf(commune, at),
  signing: () => ({ way: 'meeting', signedAt: `${conference}T10:30:00+07:00`, meetingId: meetingId(conference) }),
}))
const hamletLists: DemoList[] = [
  {
    commune: '12322',
    group: 'hamlets',
    title: 'Các thôn của xã Ngọc Thanh (minh họa)',
    count: 2,
    signed: 2,
    entry: (at) => `Thôn ${['Đông', 'Đoài'][at]}`,
    countersigned: ['2024-08-20', 'ngocthanh'],
  },
  {
    commune: '12280',
    group: 'hamlets',
    title: 'Các tổ dân phố của thị trấn Lương Bằng (minh họa)',
    count: 4,
    signed: 3,
    entry: (at) => `Tổ dân phố minh họa số ${at + 1}`,
  },
]

const lists: DemoList[] = [
  {
    commune: '12322',
    hamlet: 'Đông',
    group: 'household-heads',
    title: 'Chủ hộ thôn Đông (minh họa)',
    count: 40,
    signed: 34,
  },
  {
    commune: '12322',
    hamlet: 'Đoài',
    group: 'household-heads',
    title: 'Chủ hộ thôn Đoài (minh họa)',
    count: 24,
    signed: 17,
  },
  {
    commune: '12322',
    hamlet: 'Đông',
    group: 'party-members',
    title: 'Chi bộ thôn Đông (minh họa)',
    count: 18,
    signed: 18,
  },
  { commune: '12280', group: 'household-heads', title: 'Chủ hộ tổ dân phố 2 (minh họa)', count: 48, signed: 26 },
  {
    commune: '12280',
    body: 'Trường THCS Lương Bằng',
    group: 'officials',
    title: 'Cán bộ, giáo viên Trường THCS Lương Bằng (minh họa)',
    count: 24,
    signed: 24,
    // All in one morning hour: the product asks how.
    signing: (at) => ({ way: 'phone-code', signedAt: `2024-05-20T08:${String(5 + at * 2).padStart(2, '0')}:00+07:00` }),
  },
  {
    commune: '12280',
    group: 'conditional-businesses',
    title: 'Cơ sở kinh doanh có điều kiện (minh họa)',
    count: 6,
    signed: 2,
    entry: (at) => `Cơ sở minh họa số ${at + 1}`,
  },
  { commune: '12307', group: 'household-heads', title: 'Chủ hộ thôn 3 (minh họa)', count: 40, signed: 0 },
]

/** Some stand twice, each typed otherwise, so that likely duplicates can be seen: by list and number on it. */
const twice: Record<string, Record<number, { name: string; address?: string }>> = {
  '12322:household-heads:Đông': {
    7: { name: 'Nguyễn Thị Hòa', address: 'Số 12, ngõ 5' },
    12: { name: 'Ng. Đức Hạnh', address: 'Số 8, xóm 4' },
    37: { name: 'NGUYỄN THỊ HOÀ', address: 'Số nhà 12 ngõ 5' },
  },
  '12322:household-heads:Đoài': {
    4: { name: 'Trần Văn Lộc', address: 'Số 3 ngõ 2' },
    9: { name: 'Nguyễn Đức Hạnh', address: 'SN 8 xóm 4' },
    19: { name: 'Tran Van Loc', address: 'nhà số 3, ngõ 2' },
  },
  '12322:party-members:Đông': { 5: { name: 'Vũ Quý Sơn' }, 14: { name: 'Sơn Vũ Quí' } },
  '12280:household-heads': {
    10: { name: 'Đặng Thị Mỹ Duyên', address: 'Số 40 phố Đông Khu' },
    41: { name: 'Đặng Mĩ Duyên', address: '40 phố Đông Khu' },
  },
}

export async function loadCommitments(db: Db): Promise<void> {
  const known = await sql`select 1 from commitment_drive where id = ${driveId}`.execute(db)
  if (known.rows.length > 0) return
  await loadDrive(db)
  for (const list of [...heads, ...lists, ...hamletLists]) await loadList(db, list)
  for (const figure of declared) await loadDeclared(db, figure)
  for (const commune of Object.keys(twice).map((list) => list.slice(0, 5)))
    await searchForDuplicates(db, areaId(commune), '2024-11-15')
}

/** Figures declared with a paper: one beside a list that says otherwise, one where there is no list. */
const declared = [
  { commune: '12322', group: 'household-heads', value: 68 },
  { commune: '12280', group: 'pupils', value: 412 },
]

async function loadDeclared(db: Db, { commune, group, value }: (typeof declared)[number]): Promise<void> {
  const communeId = areaId(commune)
  await sql`
    insert into roster_declared (commune_id, id, place_id, group_id, as_of, value, source, demo)
    values (${communeId}, ${demoId(`declared:${commune}:${group}`)}, ${communeId}, ${group}, '2024-04-01', ${value},
      'Báo cáo minh họa', true)`.execute(db)
}

async function loadDrive(db: Db): Promise<void> {
  await sql`
    insert into commitment_drive (id, programme_id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on, demo)
    values (${driveId}, ${programmeId}, ${areaId('331')}, 'Ký cam kết năm 2024', 'Commitments of 2024', 'yearly', 2024,
      ${conference}, '2024-12-15', '2024-03-11', true)`.execute(db)
  for (const { id, counterpart, opening, countersign = false } of groups) {
    await sql`
      insert into commitment_drive_group (drive_id, group_id, counterpart, ways, countersign)
      values (${driveId}, ${id}, ${counterpart}, '{ink,paper,phone-ink,phone-code,meeting}', ${countersign})`.execute(
      db,
    )
    await sql`
      insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises, closing)
      values (${driveId}, ${id}, 1, ${conference}, 'Cam kết không ma túy', ${opening}, ${promises}, 'trái phép chất ma túy.')`.execute(
      db,
    )
  }
}

const onPaper = (at: number) => ({
  way: 'paper' as const,
  signedAt: `2024-0${5 + (at % 5)}-${String(10 + (at % 15))}T09:00:00+07:00`,
})

async function loadList(
  db: Db,
  {
    commune,
    hamlet,
    body,
    group,
    title,
    count,
    signed,
    asOf = '2024-04-01',
    entry,
    signing = onPaper,
    countersigned,
  }: DemoList,
): Promise<void> {
  const communeId = areaId(commune)
  const inHamlet = hamlet ? hamletId(commune, hamlet) : null
  const list = `${commune}:${group}${hamlet ? `:${hamlet}` : ''}`
  const entries = Array.from({ length: count }, (_, at) => ({
    id: demoId(`entry:${list}:${at}`),
    number: at + 1,
    name: entry?.(at) ?? name(at + count),
    address: '',
    ...twice[list]?.[at + 1],
    ...(group === 'household-heads' ? { headcount: 2 + (at % 4) } : {}),
  }))
  await storeList(db, {
    id: demoId(`list:${list}`),
    communeId,
    hamletId: inHamlet,
    bodyId: body ? bodyId(commune, body) : null,
    groupId: group,
    title,
    asOf,
    source,
    demo: true,
    personId: null,
    entries,
  })
  if (signed === 0) return
  const signatures = entries.slice(0, signed).map(({ id }, at) => ({
    id: demoId(`promise:${id}`),
    entryId: id,
    textNumber: 1,
    ...signing(at),
    witness: '',
  }))
  await signMany(db, '2024-11-15', [{ driveId, communeId, hamletId: inHamlet, personId: null, signatures }])
  if (!countersigned) return
  const [on, by] = countersigned
  await sql`
    update commitment_promise set countersigned_on = ${on}, countersigned_by = ${personId(by)}
    where commune_id = ${communeId} and id = any(${signatures.map(({ id }) => id)}::uuid[])`.execute(db)
}
