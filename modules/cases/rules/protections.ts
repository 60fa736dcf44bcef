// What must not happen for this person now, and the article that says so.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { cited } from '../../../rules/law/deadline.ts'
import { dayOf } from '../../../rules/law/moment.ts'
import type { PeriodId } from '../../../rules/law/periods.ts'
import type { EventKind } from '../events.ts'
import { type Course, periodAt } from './course.ts'
import type { DutyId } from './duty-specs.ts'
import { ageGroupOn, ageOn, holdsOn, type SparedBecause, sparedOn } from './facts.ts'
import type { Protection } from './life.ts'

const said = (id: string, vi: string, en: string, source: string, ...blocks: EventKind[]): Protection => ({
  id,
  what: { vi, en },
  source: cited(source),
  blocks,
})

const compulsory: readonly EventKind[] = [
  'dossier-opened',
  'dossier-sent',
  'court-decided',
  'custody-decided',
  'carried-out',
]
/** What is not to be done while somebody is spared; it is not forgotten, and nobody is late with it. */
const onTheWay: readonly DutyId[] = ['open-dossier', 'give-notice', 'send', 'carry-out']

const spared: Record<SparedBecause, Protection> = {
  noCapacity: said(
    'no-capacity',
    'Không có năng lực trách nhiệm hành chính: không đưa đi cai nghiện bắt buộc.',
    'No administrative capacity: compulsory rehabilitation must not be applied.',
    'Luật, Điều 35.2a',
    ...compulsory,
  ),
  pregnant: said(
    'pregnant',
    'Đang mang thai: không đưa đi cai nghiện bắt buộc; đã có quyết định thì được miễn.',
    'Pregnant: compulsory rehabilitation must not be applied; a decision taken is exempted from.',
    'Luật, Điều 35.2b, 39.2c, 39.3',
    ...compulsory,
  ),
  caresForChildUnder36Months: said(
    'small-child',
    'Phụ nữ hoặc người duy nhất đang nuôi con dưới 36 tháng tuổi: không đưa đi cai nghiện bắt buộc.',
    'A woman with, or the only carer of, a child under 36 months: compulsory rehabilitation must not be applied.',
    'Luật, Điều 35.2c',
    ...compulsory,
  ),
}

const ofMinors: readonly Protection[] = [
  said(
    'minor-path',
    'Chưa đủ 18 tuổi: không lập hồ sơ theo thủ tục người thành niên; việc đưa đi cai nghiện không phải là biện pháp xử lý hành chính.',
    'Under 18: no dossier by the rules for adults; being sent is no administrative measure.',
    'Luật, Điều 36, 36.8; Pháp lệnh 01/2022/UBTVQH15',
  ),
  said(
    'minor-sample',
    'Lấy mẫu xét nghiệm phải có cha, mẹ hoặc người giám hộ chứng kiến, trừ mẫu nước tiểu.',
    'Parents or a guardian are present when a sample is taken, unless it is urine.',
    'Nghị định, Điều 56.6',
  ),
  said(
    'minor-team',
    'Việc quản lý phải có giáo viên hoặc đội, đoàn thanh niên cùng tham gia.',
    'A teacher or the youth union takes part in management.',
    'Nghị định, Điều 61.2',
  ),
  said(
    'minor-monitoring',
    'Chỉ giám sát điện tử khi cha mẹ đề nghị, hoặc khi quản lý sau cai mà không có nơi cư trú ổn định.',
    'Electronic monitoring only if parents ask for it, or in post-rehabilitation without a stable residence.',
    'Nghị định, Điều 15.2',
  ),
  said(
    'minor-opinion',
    'Hồ sơ phải có bản tường trình và ý kiến bằng văn bản của cha, mẹ, người giám hộ.',
    'A dossier holds a statement and the written opinion of the parents or guardian.',
    'Luật, Điều 36.2b; Nghị định, Điều 104.1d, 104.1đ',
  ),
  said(
    'minor-school',
    'Được học văn hóa tại cơ sở; chưa phổ cập thì bắt buộc học.',
    'Schooling in the centre, compulsory where basic schooling is not finished.',
    'Nghị định, Điều 127',
  ),
]
/** Where a later ordinance took the place of that of 2022: which one is for the administrator to know. */
const ofMinorsSince = ofMinors.map((protection) =>
  protection.id === 'minor-path'
    ? {
        ...protection,
        source: {
          vi: 'Luật, Điều 36, 36.8; văn bản thay thế Pháp lệnh 01/2022/UBTVQH15',
          en: 'Law, Art. 36, 36.8; what took the place of Ordinance 01/2022/UBTVQH15',
        },
      }
    : protection,
)
const work = {
  young: said(
    'minor-work',
    'Lao động trị liệu không quá 4 giờ một ngày, 20 giờ một tuần.',
    'Work in the centre at most 4 hours a day, 20 a week.',
    'Nghị định, Điều 128.1a',
  ),
  older: said(
    'minor-work',
    'Lao động trị liệu không quá 6 giờ một ngày, 30 giờ một tuần.',
    'Work in the centre at most 6 hours a day, 30 a week.',
    'Nghị định, Điều 128.1b',
  ),
}

const underTwelve = said(
  'under-twelve',
  'Chưa đủ 12 tuổi: không áp dụng quản lý, cai nghiện theo luật này; giao cho bảo vệ trẻ em.',
  'Under 12: neither management nor rehabilitation of this law applies; it is a matter of child protection.',
  'Luật, Điều 28.1, 31.6, 36.1',
  'managed',
  'managed-again',
  'home-decided',
  'private-decided',
  'public-decided',
  'reform-school-decided',
  'substitution-decided',
  'monitoring-decided',
  'after-decided',
  ...compulsory,
)

const noPapers = said(
  'no-papers',
  'Không có giấy tờ tùy thân: hồ sơ vẫn được lập bằng mã tạm, không vì thế mà từ chối đăng ký.',
  'No papers: the file is kept under a temporary code; nobody is turned away for it.',
  'Luật, Điều 3.4, 31, 34.1; Nghị định, Điều 58.3',
)

const everybody: readonly Protection[] = [
  said(
    'dignity',
    'Không kỳ thị, không công khai danh tính; chỉ cung cấp thông tin cho người, cơ quan có thẩm quyền.',
    'No stigma, no name made public; only those with the power to know are told.',
    'Luật, Điều 5.11; Nghị định, Điều 3.4, 3.5b',
  ),
  said(
    'same-sex-officer',
    'Lấy mẫu nước tiểu ở buồng riêng, do cán bộ cùng giới giám sát; không thu tiền.',
    'Urine is taken in a separate room, watched by an officer of the same sex, free of charge.',
    'Nghị định, Điều 56.5; Luật, Điều 23.3, 31.9',
  ),
]

/** Where the law of 2021 said the same; what it did not know, or where no text of it is at hand, is not here. */
const sourcesOf2021: Readonly<Record<string, string>> = {
  'no-capacity': 'Luật Xử lý vi phạm hành chính, Điều 96.2a',
  pregnant: 'Luật Xử lý vi phạm hành chính, Điều 96.2b, 111.2',
  'small-child': 'Luật Xử lý vi phạm hành chính, Điều 96.2c',
  'minor-path': 'Luật 73/2021/QH14, Điều 33, 33.4; Pháp lệnh 01/2022/UBTVQH15',
  'minor-sample': 'Nghị định 105/2021/NĐ-CP, Điều 46.4',
  'minor-team': 'Nghị định 105/2021/NĐ-CP, Điều 44.3',
  'minor-opinion': 'Luật 73/2021/QH14, Điều 34.1c, 34.2',
  'minor-school': 'Luật 73/2021/QH14, Điều 33.2b; Nghị định 105/2021/NĐ-CP, Điều 44.3',
  'under-twelve': 'Luật 73/2021/QH14, Điều 27.5c, 33.1',
  'no-papers': 'Luật 73/2021/QH14, Điều 27.5; Nghị định 105/2021/NĐ-CP, Điều 41',
  dignity: 'Luật 73/2021/QH14, Điều 5.11, 27.5a',
  'same-sex-officer': 'Nghị định 105/2021/NĐ-CP, Điều 46.3; Luật 73/2021/QH14, Điều 22.3, 27.8',
}
/** Consent became presence in 2026. */
const wordsOf2021: Readonly<Record<string, Bilingual>> = {
  'minor-sample': {
    vi: 'Lấy mẫu xét nghiệm phải được cha, mẹ, người giám hộ hoặc người đại diện đồng ý, trừ mẫu nước tiểu.',
    en: 'Parents, a guardian or who stands for them consent to a sample, unless it is urine.',
  },
}

function then(protection: Protection): Protection[] {
  const source = sourcesOf2021[protection.id]
  if (source === undefined) return []
  return [{ ...protection, what: wordsOf2021[protection.id] ?? protection.what, source: cited(source) }]
}

export const isHeldBack = ({ facts, now, law }: Course, id: DutyId): boolean =>
  onTheWay.includes(id) && sparedOn(facts, dayOf(now), law) !== undefined

/** By the law of the day on which the life is read. */
export function protectionsOf(course: Course): Protection[] {
  const found = protectionsNow(course)
  return periodAt(course.now) === 'from-2026-07' ? found : found.flatMap(then)
}

function protectionsNow({ facts, law, now, standing }: Course): Protection[] {
  const day = dayOf(now)
  const group = ageGroupOn(facts, day)
  const found: Protection[] = []
  if (group === 'child') found.push(underTwelve)
  if (group === 'minor')
    found.push(
      ...(law.minorsOrdinance === 'successor' ? ofMinorsSince : ofMinors),
      (ageOn(facts, day) ?? 12) < 15 ? work.young : work.older,
    )
  const reason = sparedOn(facts, day, law)
  if (reason) found.push(spared[reason])
  if (holdsOn(facts.noPapers, day)) found.push(noPapers)
  if (standing && standing.kind !== 'ended') found.push(...everybody)
  return found
}

export const sparedBy = (reason: SparedBecause, period: PeriodId | undefined): Bilingual =>
  period === 'from-2026-07' ? spared[reason].source : cited(sourcesOf2021[spared[reason].id] as string)
