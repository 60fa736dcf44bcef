// Closed lists of the law: on what ground a test, a determination or a dossier rests. What is not here is no ground.

import { defineNames, keysOf } from '../../platform/contract/words.ts'

/** Decree 163/2026/ND-CP, Art. 56.1 a–i, and word for word Decree 105/2021/ND-CP, Art. 38.1; a test by plan is Art. 61.1b. */
export const testGrounds = defineNames({
  'verified-tip': { vi: 'Tin báo, tố giác đã được xác minh', en: 'A tip that was verified' },
  'case-papers': { vi: 'Tài liệu trong vụ vi phạm pháp luật', en: 'Papers of a case' },
  'loss-of-control': {
    vi: 'Mất năng lực nhận thức, kiểm soát hành vi nghi do ma túy',
    en: 'Loss of control that may come from drugs',
  },
  traces: { vi: 'Dấu vết trên người, phương tiện, nơi ở', en: 'Traces on the person, vehicle or dwelling' },
  driver: { vi: 'Người điều khiển phương tiện có biểu hiện', en: 'Signs in a driver' },
  'at-use-site': {
    vi: 'Có mặt nơi sử dụng ma túy không có lý do chính đáng',
    en: 'At a place of use without good reason',
  },
  'self-report': { vi: 'Tự khai báo', en: 'Told by the person' },
  'caught-in-act': { vi: 'Bị phát hiện quả tang', en: 'Caught in the act' },
  'other-by-law': { vi: 'Căn cứ khác theo quy định của pháp luật', en: 'Another ground of the law' },
  plan: {
    vi: 'Theo kế hoạch, trong thời gian quản lý, cai nghiện, sau cai',
    en: 'By plan, while managed, in treatment or after',
  },
})
export type TestGround = keyof typeof testGrounds
export const testGroundIds = keysOf(testGrounds)

/** Who may have a test done: Law 120/2025/QH15, Art. 23.2. */
export const testOrderers = defineNames({
  'fining-authority': {
    vi: 'Người có thẩm quyền xử phạt về hành vi sử dụng',
    en: 'Whoever may fine for use',
  },
  'rehabilitation-head': { vi: 'Người đứng đầu cơ sở cai nghiện', en: 'The head of a rehabilitation centre' },
  'treatment-head': { vi: 'Người đứng đầu cơ sở điều trị thay thế', en: 'The head of a treatment facility' },
})
export const testOrdererIds = keysOf(testOrderers)

/** Law 120/2025/QH15, Art. 31.1 a–đ. */
export const determinationGrounds = defineNames({
  voluntary: { vi: 'Tự nguyện xác định', en: 'Asked for by the person' },
  registering: {
    vi: 'Đăng ký cai nghiện, chưa có giấy hoặc giấy đã quá 6 tháng',
    en: 'Registers without a paper, or with one older than 6 months',
  },
  managed: { vi: 'Sử dụng trong thời hạn quản lý', en: 'Used while under management' },
  after: { vi: 'Sử dụng trong thời hạn quản lý sau cai', en: 'Used while in post-rehabilitation' },
  'no-residence': { vi: 'Không có nơi cư trú ổn định', en: 'No stable residence' },
})
export const determinationGroundIds = keysOf(determinationGrounds)

/** Law 120/2025/QH15, Art. 35.1 and, for minors, Art. 36.1, with Art. 47.2–47.4. */
export const dossierGrounds = defineNames({
  'not-registered': { vi: 'Không đăng ký cai nghiện, điều trị', en: 'Did not register' },
  'not-begun': { vi: 'Không thực hiện cai nghiện, điều trị đã đăng ký', en: 'Registered but did not begin' },
  quit: { vi: 'Tự ý chấm dứt cai nghiện, điều trị', en: 'Gave up rehabilitation or treatment' },
  'used-in-rehabilitation': {
    vi: 'Sử dụng trong thời gian cai nghiện tự nguyện',
    en: 'Used in voluntary rehabilitation',
  },
  'treatment-ended-for-breach': {
    vi: 'Bị chấm dứt điều trị thay thế do vi phạm',
    en: 'Substitution treatment ended for a breach',
  },
  'addicted-after': { vi: 'Nghiện trong thời gian quản lý sau cai', en: 'Addicted while in post-rehabilitation' },
  'refused-monitoring': { vi: 'Không chấp hành giám sát điện tử', en: 'Refused electronic monitoring' },
  'broke-law-again': {
    vi: 'Tiếp tục vi phạm pháp luật sau khi bị kiểm điểm',
    en: 'Broke the law again after being called to account',
  },
  'third-breach': { vi: 'Vi phạm pháp luật lần thứ ba', en: 'A third breach' },
  'managed-addicted': { vi: 'Nghiện trong thời hạn quản lý', en: 'Addicted while under management' },
})
export type DossierGround = keyof typeof dossierGrounds
export const dossierGroundIds = keysOf(dossierGrounds)

/** Law 120/2025/QH15, Art. 24.5. */
export const stopReasons = defineNames({
  addicted: { vi: 'Được xác định là người nghiện', en: 'Found addicted' },
  institution: { vi: 'Vào cơ sở giáo dục bắt buộc, trường giáo dưỡng', en: 'Sent to an institution or reform school' },
  prison: { vi: 'Chấp hành án phạt tù', en: 'Serves a prison sentence' },
  died: { vi: 'Đã chết', en: 'Died' },
  missing: { vi: 'Bị Tòa án tuyên bố mất tích', en: 'Declared missing by a court' },
  outlasted: { vi: 'Bị giam giữ lâu hơn thời hạn còn lại', en: 'In custody for longer than what was left' },
})
export type StopReason = keyof typeof stopReasons
export const stopReasonIds = keysOf(stopReasons)
