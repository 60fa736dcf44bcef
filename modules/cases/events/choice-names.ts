// What may be chosen in the details of events, in words; lists of the law bring their own.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { deciders } from '../../../rules/law/deciders.ts'
import {
  determinationGrounds,
  dossierGrounds,
  stopReasons,
  testGrounds,
  testOrderers,
} from '../../../rules/law/grounds.ts'
import { statusNames } from '../rules/life.ts'
import { paperKinds } from './papers.ts'

type Names = Record<string, Bilingual>
const personOrParents: Names = {
  person: { vi: 'Người đó', en: 'The person' },
  parents: { vi: 'Cha mẹ, người giám hộ', en: 'Parents or guardian' },
  both: { vi: 'Cả hai', en: 'Both' },
}
const other: Bilingual = { vi: 'Khác', en: 'Other' }

/** By the name of the field, or by kind and field where two kinds use one name for different lists. */
const choices: Record<string, Names> = {
  by: deciders,
  'dossier-read.by': {
    person: { vi: 'Người đó', en: 'The person' },
    representative: { vi: 'Người đại diện', en: 'A representative' },
    both: { vi: 'Cả hai', en: 'Both' },
  },
  'tested.ground': testGrounds,
  'tested.hadBy': testOrderers,
  'notice-sent.addressee': {
    residence: { vi: 'Công an nơi cư trú', en: 'The police of the residence' },
    detection: { vi: 'Công an nơi phát hiện', en: 'The police of the place of detection' },
    registration: { vi: 'Công an nơi đăng ký thường trú', en: 'The police of the permanent registration' },
  },
  'verification-opened.ground': testGrounds,
  'determination-asked.ground': determinationGrounds,
  'determination-result.ground': determinationGrounds,
  'dossier-opened.ground': dossierGrounds,
  'verification-closed.outcome': {
    founded: { vi: 'Có căn cứ', en: 'Founded' },
    unfounded: { vi: 'Không có căn cứ', en: 'Unfounded' },
  },
  'court-decided.outcome': {
    applied: { vi: 'Áp dụng biện pháp', en: 'Applied' },
    refused: { vi: 'Không áp dụng', en: 'Refused' },
  },
  'tested.result': {
    positive: { vi: 'Dương tính', en: 'Positive' },
    negative: { vi: 'Âm tính', en: 'Negative' },
    refused: { vi: 'Không chấp hành xét nghiệm', en: 'Refused the test' },
  },
  'determination-result.result': {
    addicted: { vi: 'Nghiện', en: 'Addicted' },
    'not-addicted': { vi: 'Không nghiện', en: 'Not addicted' },
  },
  sample: {
    urine: { vi: 'Nước tiểu', en: 'Urine' },
    blood: { vi: 'Máu', en: 'Blood' },
    other,
  },
  form: statusNames,
  says: statusNames,
  missing: {
    decision: { vi: 'Quyết định', en: 'The decision' },
    'earlier-steps': { vi: 'Các bước trước của quyết định', en: 'What comes before the decision' },
  },
  'treatment-ended.why': {
    breach: { vi: 'Vi phạm quy định điều trị', en: 'A breach of its rules' },
    health: { vi: 'Lý do sức khỏe', en: 'Health' },
    other,
  },
  'breach-recorded.of': {
    monitoring: { vi: 'Giám sát điện tử', en: 'Electronic monitoring' },
    'commune-education': { vi: 'Giáo dục tại xã, phường', en: 'Education in the commune' },
    other,
  },
  which: {
    B1: { vi: 'Chấp hành pháp luật (người bị quản lý)', en: 'To obey the law (managed person)' },
    B2: { vi: 'Cai nghiện tại gia đình, cộng đồng (V-25)', en: 'Rehabilitation at home (V-25)' },
    B3: { vi: 'Chấp hành giám sát điện tử (I-04)', en: 'Electronic monitoring (I-04)' },
    B4: { vi: 'Không sử dụng ma túy (quản lý sau cai)', en: 'Not to use (post-rehabilitation)' },
  },
  path: {
    adult: { vi: 'Người từ đủ 18 tuổi (Điều 35)', en: 'Adults (Art. 35)' },
    minor: { vi: 'Người từ đủ 12 đến dưới 18 tuổi (Điều 36)', en: 'Minors from 12 (Art. 36)' },
  },
  'paper-filed.paper': paperKinds,
  'dossier-notice.to': personOrParents,
  'determination-told.to': personOrParents,
  'dossier-closed.reason': {
    'ground-gone': { vi: 'Không còn căn cứ', en: 'The ground is gone' },
    limitation: { vi: 'Hết thời hiệu', en: 'Limitation' },
    protected: { vi: 'Thuộc trường hợp không áp dụng', en: 'Protected by law' },
    other,
  },
  step: {
    'sent-to-province': { vi: 'Gửi Công an cấp tỉnh', en: 'Sent to the provincial police' },
    'centre-named': { vi: 'Phân cơ sở cai nghiện', en: 'The centre is named' },
    delivered: { vi: 'Đưa người đến cơ sở', en: 'The person was taken there' },
  },
  'management-stopped.reason': stopReasons,
  change: {
    postponed: { vi: 'Hoãn', en: 'Postponed' },
    exempted: { vi: 'Miễn', en: 'Exempted' },
    suspended: { vi: 'Tạm đình chỉ', en: 'Suspended' },
    'goes-on': { vi: 'Tiếp tục chấp hành', en: 'Goes on' },
  },
  'execution-changed.reason': {
    'gravely-ill': { vi: 'Ốm nặng', en: 'Gravely ill' },
    'family-hardship': { vi: 'Gia đình đặc biệt khó khăn', en: 'Great hardship of the family' },
    incurable: { vi: 'Bệnh hiểm nghèo', en: 'Incurable illness' },
    'no-longer-addicted': { vi: 'Không còn nghiện', en: 'No longer addicted' },
    pregnant: { vi: 'Mang thai, nuôi con nhỏ', en: 'Pregnant, or with a small child' },
    other,
  },
  'off-list.reason': {
    served: { vi: 'Hết thời hạn', en: 'Term served' },
    prison: stopReasons.prison,
    institution: stopReasons.institution,
    addicted: stopReasons.addicted,
    moved: { vi: 'Chuyển nơi cư trú', en: 'Moved away' },
    died: stopReasons.died,
    missing: stopReasons.missing,
    completed: { vi: 'Hoàn thành cai nghiện, điều trị', en: 'Completed rehabilitation or treatment' },
  },
  'supported.what': {
    counselling: { vi: 'Tư vấn', en: 'Counselling' },
    schooling: { vi: 'Học văn hóa', en: 'Schooling' },
    training: { vi: 'Học nghề', en: 'Vocational training' },
    job: { vi: 'Việc làm', en: 'A job' },
    loan: { vi: 'Vay vốn', en: 'A loan' },
    money: { vi: 'Hỗ trợ tiền', en: 'Money' },
    health: { vi: 'Y tế', en: 'Health' },
    other,
  },
  'moved.what': {
    residence: { vi: 'Nơi cư trú: đổi nơi chịu trách nhiệm', en: 'Residence: who is responsible changes' },
    stay: { vi: 'Nơi ở: nơi chịu trách nhiệm giữ nguyên', en: 'Stay: who is responsible does not change' },
  },
}

/** `path` is the kind and the names down to the field. */
export function choiceName(path: readonly string[], value: string): Bilingual | undefined {
  for (let from = 0; from < path.length; from += 1) {
    const found = choices[path.slice(from).join('.')]?.[value]
    if (found) return found
  }
  return undefined
}
