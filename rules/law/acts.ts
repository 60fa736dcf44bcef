// What the law wants done without saying by when: what, who, on which form, where it stands. "At once" is how they are read.

import type { Bilingual } from '../../platform/contract/words.ts'
import { cited } from './deadline.ts'
import { deciders } from './deciders.ts'

export type Act = {
  what: Bilingual
  by: Bilingual
  source: Bilingual
  forms?: string
  toCheck?: Bilingual
  /** Who did it under the law of 2021, and by which article. */
  before?: { by: Bilingual; source: Bilingual }
}

const head = deciders['police-head']
const police = { vi: 'Công an cấp xã', en: 'Commune police' }
const person = { vi: 'Người đó; cha, mẹ của người chưa thành niên', en: 'The person; the parents of a minor' }

const defined = {
  'ask-determination': {
    what: { vi: 'Lập hồ sơ đề nghị xác định tình trạng nghiện', en: 'Ask for a determination of addiction' },
    by: police,
    source: cited('Luật, Điều 31.1, 31.2'),
    before: { by: police, source: cited('Luật 73/2021/QH14, Điều 27.1, 27.2') },
  },
  escort: {
    what: {
      vi: 'Áp giải đến địa điểm xét nghiệm theo thủ tục hành chính',
      en: 'Escort to the test by administrative procedure',
    },
    by: { vi: 'Người có thẩm quyền xử phạt về hành vi sử dụng', en: 'Whoever may fine for use' },
    source: cited('Luật, Điều 23.2'),
  },
  'tell-result': {
    what: { vi: 'Trả ngay kết quả xác định cho người đó', en: 'Give the person the result at once' },
    by: deciders['health-facility'],
    source: cited('Luật, Điều 31.4'),
  },
  'tell-result-parents': {
    what: { vi: 'Trả ngay kết quả xác định cho cha, mẹ, người giám hộ', en: 'Give the parents the result at once' },
    by: deciders['health-facility'],
    source: cited('Luật, Điều 31.4'),
  },
  'support-determination': {
    what: { vi: 'Hỗ trợ trong thời gian xác định tình trạng nghiện', en: 'Support during the determination' },
    by: { vi: 'Công an cấp xã, cơ sở y tế', en: 'Commune police, the health facility' },
    source: cited('Luật, Điều 31.5'),
    toCheck: {
      vi: 'Luật, Điều 31.5: ai hỗ trợ, hỗ trợ gì cần đối chiếu với văn bản gốc.',
      en: 'Law, Art. 31.5: who gives which support has to be checked against the official text.',
    },
  },
  counsel: {
    what: { vi: 'Tư vấn, giáo dục người bị quản lý', en: 'Counsel the managed person' },
    by: { vi: 'Công an cấp xã cùng tổ quản lý', en: 'Commune police with the team' },
    source: cited('Nghị định, Điều 61'),
  },
  'take-off-list': {
    what: {
      vi: 'Đưa ra khỏi danh sách người nghiện: đã hoàn thành cai nghiện, điều trị',
      en: 'Take off the list of addicts: rehabilitation or treatment is completed',
    },
    by: head,
    source: cited('Luật, Điều 48.3'),
    before: { by: deciders.chair, source: cited('Luật 73/2021/QH14, Điều 43.3') },
  },
  suspend: {
    what: { vi: 'Quyết định tạm đình chỉ quản lý', en: 'Decide to suspend management' },
    by: head,
    source: cited('Luật, Điều 24.7; Nghị định, Điều 63.1'),
    forms: 'III-07',
  },
  resume: {
    what: { vi: 'Tiếp tục quản lý phần thời hạn còn lại', en: 'Go on with what is left of management' },
    by: head,
    source: cited('Luật, Điều 24.7'),
    before: { by: deciders.chair, source: cited('Luật 73/2021/QH14, Điều 23') },
  },
  stop: {
    what: { vi: 'Quyết định dừng quản lý', en: 'Decide to stop management' },
    by: head,
    source: cited('Luật, Điều 24.5, 24.7; Nghị định, Điều 63.2'),
    forms: 'III-08',
    before: { by: deciders.chair, source: cited('Luật 73/2021/QH14, Điều 23.5; Nghị định 105/2021/NĐ-CP, Điều 48.1') },
  },
  end: {
    what: {
      vi: 'Quyết định chấm dứt quản lý, đưa ra khỏi danh sách',
      en: 'Decide that management ends; take off the list',
    },
    by: head,
    source: cited('Luật, Điều 27.3a; Nghị định, Điều 63.3'),
    forms: 'III-09, III-10',
    before: { by: deciders.chair, source: cited('Luật 73/2021/QH14, Điều 26.3a; Nghị định 105/2021/NĐ-CP, Điều 48.2') },
  },
  'take-over': {
    what: { vi: 'Nơi chuyển đến ra quyết định tiếp tục', en: 'The new place decides to go on' },
    by: { vi: 'Trưởng Công an cấp xã nơi đến', en: 'Head of the commune police of the new place' },
    source: cited('Nghị định, Điều 60.1, 62.2, 92.1c'),
    forms: 'III-04, V-22',
  },
  'sign-B1': {
    what: { vi: 'Ký cam kết chấp hành pháp luật', en: 'Sign the commitment to obey the law' },
    by: person,
    source: cited('Luật, Điều 25.3'),
  },
  'sign-B2': {
    what: { vi: 'Ký cam kết cai nghiện tại gia đình, cộng đồng', en: 'Sign the commitment to rehabilitation at home' },
    by: person,
    source: cited('Luật, Điều 32.4; Nghị định, Điều 92.1a'),
    forms: 'V-25',
  },
  'sign-B3': {
    what: { vi: 'Ký cam kết thực hiện giám sát điện tử', en: 'Sign the commitment on electronic monitoring' },
    by: person,
    source: cited('Nghị định, Điều 17.2'),
    forms: 'I-04',
  },
  'sign-B4': {
    what: { vi: 'Ký cam kết không sử dụng ma túy', en: 'Sign the commitment not to use drugs' },
    by: person,
    source: cited('Nghị định, Điều 135.4'),
  },
  'give-notice': {
    what: { vi: 'Trao thông báo lập hồ sơ kèm bản sao bộ hồ sơ', en: 'Give the notice with a copy of the dossier' },
    by: police,
    source: cited('Luật, Điều 35.3c, 36.2c; Nghị định, Điều 102.1, 105.1'),
    forms: 'V-37',
    before: { by: police, source: cited('Luật 73/2021/QH14, Điều 34.2') },
  },
  'court-decides': {
    what: { vi: 'Tòa án xem xét, quyết định', en: 'The court decides' },
    by: deciders['regional-court'],
    source: cited('Luật, Điều 35.8, 36.8'),
    before: {
      by: { vi: 'Tòa án có thẩm quyền', en: 'The competent court' },
      source: cited('Luật 73/2021/QH14, Điều 33.4'),
    },
  },
  'close-dossier': {
    what: { vi: 'Thôi lập hồ sơ: đã hết thời hiệu', en: 'Close the dossier: the limitation is over' },
    by: head,
    source: cited('Luật, Điều 35.4, 36.3'),
    before: { by: deciders.chair, source: cited('Luật Xử lý vi phạm hành chính, Điều 6.2d') },
  },
  'find-decision': {
    what: {
      vi: 'Bổ sung quyết định làm căn cứ: có tên trong danh sách cũ chưa phải là có quyết định',
      en: 'Add the decision that it goes by: to stand in a list of before is no decision',
    },
    by: police,
    source: cited('Luật, Điều 24.2, 31.4'),
    before: { by: police, source: cited('Luật 73/2021/QH14, Điều 23, 27') },
  },
  'close-spared': {
    what: {
      vi: 'Thôi lập hồ sơ: thuộc trường hợp không áp dụng cai nghiện bắt buộc',
      en: 'Close the dossier: compulsory rehabilitation must not be applied to this person',
    },
    by: head,
    source: cited('Luật, Điều 35.2'),
    before: { by: deciders.chair, source: cited('Luật Xử lý vi phạm hành chính, Điều 96.2') },
  },
  spare: {
    what: {
      vi: 'Đề nghị hoãn, miễn hoặc tạm đình chỉ chấp hành: thuộc trường hợp không đưa đi cai nghiện bắt buộc',
      en: 'Ask for postponing, exempting or suspending: this person must not be sent to compulsory rehabilitation',
    },
    by: head,
    source: cited('Luật, Điều 35.2, 39.1, 39.2, 39.3'),
    forms: 'V-44, V-45, V-46',
    before: { by: deciders.chair, source: cited('Luật Xử lý vi phạm hành chính, Điều 96.2, 111, 112') },
  },
  'decide-after': {
    what: { vi: 'Quyết định quản lý sau cai', en: 'Decide on post-rehabilitation management' },
    by: deciders.chair,
    source: cited('Luật, Điều 42.6; Nghị định, Điều 134.1'),
    forms: 'V-53',
    before: { by: deciders.chair, source: cited('Luật 73/2021/QH14, Điều 40.5') },
  },
  'end-monitoring': {
    what: { vi: 'Quyết định chấm dứt giám sát điện tử', en: 'Decide that electronic monitoring ends' },
    by: head,
    source: cited('Nghị định, Điều 20.4'),
    forms: 'I-15, I-16',
  },
  'lift-monitoring': {
    what: { vi: 'Xem xét miễn giám sát điện tử phần còn lại', en: 'Consider lifting the rest of monitoring' },
    by: head,
    source: cited('Nghị định, Điều 20.3'),
    forms: 'I-13, I-14',
  },
  'report-spared': {
    what: {
      vi: 'Trình diện với Công an cấp xã nơi cư trú: được hoãn, miễn, tạm đình chỉ',
      en: 'Report to the commune police of the residence: postponed, exempted or suspended',
    },
    by: person,
    source: cited('Luật, Điều 39.6'),
  },
  'move-at-18': {
    what: { vi: 'Đủ 18 tuổi: chuyển sang cơ sở cai nghiện công lập', en: 'Turned 18: move to a public centre' },
    by: deciders['provincial-police'],
    source: cited('Luật, Điều 36.4'),
  },
} as const satisfies Record<string, Act>
export type ActId = keyof typeof defined
export const acts: Readonly<Record<ActId, Act>> = defined
