// Points left open about registering, the forms of rehabilitation, substitution treatment, and how their terms are counted.

import { cited } from '../deadline.ts'
import { point } from './point.ts'

const added = { vi: 'Không tính, thời hạn lùi lại', en: 'Left out; the term ends later' }
const runsOn = { vi: 'Thời hạn vẫn chạy', en: 'The term runs on' }

export const openAboutRehabilitation = {
  managedThenAddicted: point({
    question: {
      vi: 'Người đang bị quản lý mà xác định nghiện: được đăng ký tự nguyện trước không?',
      en: 'A managed user found addicted: may they register first?',
    },
    answers: {
      registers: { vi: 'Đăng ký trong 24 giờ', en: 'Registers within 24 hours' },
      dossier: { vi: 'Lập hồ sơ bắt buộc ngay', en: 'The compulsory dossier at once' },
    },
    byDefault: 'registers',
    changes: { vi: 'Bước sau kết quả xác định.', en: 'The step after the determination.' },
    source: {
      vi: 'Luật, Điều 31.6 không nhắc điểm c khoản 1; Nghị định, Điều 89.1 áp dụng cho mọi người được xác định nghiện.',
      en: 'Art. 31.6 of the Law leaves out point c; Art. 89.1 of the Decree covers everybody found addicted.',
    },
  }),
  relapseAfter: point({
    question: {
      vi: 'Tái nghiện trong thời gian quản lý sau cai: bước tiếp theo là gì?',
      en: 'Addicted again in post-rehabilitation: what comes next?',
    },
    answers: {
      dossier: { vi: 'Lập hồ sơ bắt buộc', en: 'The compulsory dossier' },
      registers: { vi: 'Được đăng ký tự nguyện trong 24 giờ', en: 'Registers within 24 hours' },
    },
    byDefault: 'dossier',
    changes: { vi: 'Bước sau kết quả xác định.', en: 'The step after the determination.' },
    source: cited('Luật, Điều 31.6, 35.1d; Nghị định, Điều 89.1'),
  }),
  homeDecider: point({
    question: {
      vi: 'Ai ký quyết định cai nghiện tự nguyện của Công an cấp xã?',
      en: 'Who signs the decision of the commune police on voluntary rehabilitation?',
    },
    answers: {
      head: { vi: 'Trưởng Công an cấp xã', en: 'The head of the commune police' },
      'head-or-deputy': { vi: 'Trưởng hoặc Phó Trưởng Công an cấp xã', en: 'The head or a deputy' },
    },
    byDefault: 'head',
    changes: { vi: 'Quyết định của ai được ghi nhận.', en: 'Whose decision is accepted.' },
    source: {
      vi: 'Luật, Điều 32.5; Nghị định, Điều 91.1 chỉ ghi “Công an cấp xã”',
      en: 'Law, Art. 32.5; Art. 91.1 of the Decree only says “the commune police”',
    },
  }),
  publicDecider: point({
    question: {
      vi: 'Ai quyết định cai nghiện tự nguyện tại cơ sở công lập, trường giáo dưỡng?',
      en: 'Who decides on voluntary rehabilitation in a public centre or reform school?',
    },
    answers: {
      province: { vi: 'Giám đốc Công an cấp tỉnh', en: 'The director of the provincial police' },
      commune: { vi: 'Trưởng Công an cấp xã', en: 'The head of the commune police' },
    },
    byDefault: 'province',
    changes: { vi: 'Quyết định của ai được ghi nhận.', en: 'Whose decision is accepted.' },
    source: cited('Luật, Điều 34.3; Nghị định, Điều 91.1, 95'),
  }),
  secondTime: point({
    question: {
      vi: 'Thế nào là cai nghiện “từ lần thứ hai”?',
      en: 'What is rehabilitation “from the second time on”?',
    },
    answers: {
      begun: { vi: 'Đã từng bắt đầu cai nghiện', en: 'An earlier one was begun' },
      completed: { vi: 'Đã từng hoàn thành cai nghiện', en: 'An earlier one was completed' },
    },
    byDefault: 'begun',
    changes: { vi: 'Thời hạn 24 hay 36 tháng.', en: 'Whether the term is 24 or 36 months.' },
    source: cited('Luật, Điều 29.1'),
  }),
  absenceInRehabilitation: point({
    question: {
      vi: 'Vắng mặt hoặc bỏ trốn khi cai nghiện tự nguyện có được tính vào thời hạn không?',
      en: 'Does absence or flight count in voluntary rehabilitation?',
    },
    answers: { added, 'not-added': runsOn },
    byDefault: 'added',
    changes: { vi: 'Ngày hết thời hạn cai nghiện tự nguyện.', en: 'The end of voluntary rehabilitation.' },
    source: {
      vi: 'Nghị định, Điều 107.4, 109.3 chỉ nói về cai nghiện bắt buộc',
      en: 'Art. 107.4 and 109.3 of the Decree speak of compulsory rehabilitation only',
    },
  }),
  custodyInRehabilitation: point({
    question: {
      vi: 'Bị tạm giữ, tạm giam khi đang cai nghiện, quản lý sau cai có được tính vào thời hạn không?',
      en: 'Does custody before a sentence count in rehabilitation and post-rehabilitation?',
    },
    answers: { added, 'not-added': runsOn },
    byDefault: 'added',
    changes: { vi: 'Ngày hết thời hạn.', en: 'The end of the term.' },
    source: {
      vi: 'Luật, Điều 47.1 chỉ nói về người bị kết án phạt tù',
      en: 'Art. 47.1 of the Law speaks of a prison sentence only',
    },
  }),
  substitutionTerm: point({
    question: {
      vi: 'Điều trị nghiện bằng thuốc thay thế có thời hạn 24/36 tháng không?',
      en: 'Has substitution treatment a term of 24 or 36 months?',
    },
    answers: {
      none: { vi: 'Không, đến khi hoàn thành hoặc chấm dứt', en: 'No, it lasts until completed or ended' },
      'as-rehabilitation': { vi: 'Như cai nghiện', en: 'As rehabilitation' },
    },
    byDefault: 'none',
    changes: { vi: 'Có hay không đồng hồ thời hạn điều trị.', en: 'Whether a clock of the treatment runs.' },
    source: cited('Luật, Điều 29.1, 43; Nghị định 141/2024/NĐ-CP; Nghị định, Điều 4.10, 89.2'),
  }),
  afterSubstitution: point({
    question: {
      vi: 'Hoàn thành điều trị thay thế: hạn đề nghị quản lý sau cai tính từ đâu?',
      en: 'Substitution treatment completed: from when runs the time to propose post-rehabilitation?',
    },
    answers: {
      completion: { vi: 'Từ khi hoàn thành', en: 'From the completion' },
      notice: { vi: 'Chỉ khi có thông báo của cơ sở', en: 'Only from a notice of the facility' },
    },
    byDefault: 'completion',
    changes: { vi: 'Hạn đề nghị quản lý sau cai.', en: 'The time limit of the proposal.' },
    source: {
      vi: 'Nghị định, Điều 134.1 không kể trường hợp điều trị thay thế; Luật, Điều 42.1 có kể',
      en: 'Art. 134.1 of the Decree leaves out substitution treatment; Art. 42.1 of the Law names it',
    },
  }),
  decidedNotBegun: point({
    question: {
      vi: 'Quyết định cai nghiện trước 01/7/2026 nhưng chưa bắt đầu: theo luật nào?',
      en: 'Decided before 1 July 2026 but not begun: which law?',
    },
    answers: {
      old: { vi: 'Luật cũ', en: 'The old one' },
      new: { vi: 'Luật mới', en: 'The new one' },
    },
    byDefault: 'old',
    changes: { vi: 'Thời hạn cai nghiện.', en: 'The term of rehabilitation.' },
    source: cited('Luật, Điều 56.1, 56.2'),
  }),
}
