// Points left open about the compulsory dossier, the court, and those who must not be sent.

import { cited } from '../deadline.ts'
import { point } from './point.ts'

export const openAboutDossiers = {
  limitUntil: point({
    question: {
      vi: 'Trong thời hiệu 3 tháng phải xong việc gì?',
      en: 'What has to be done within the limitation of three months?',
    },
    answers: {
      decision: { vi: 'Tòa án ra quyết định', en: 'The court decides' },
      sending: { vi: 'Chuyển hồ sơ đến Tòa án', en: 'The dossier is sent to the court' },
    },
    byDefault: 'decision',
    changes: { vi: 'Khi nào không được quyết định nữa.', en: 'When nothing may be decided any more.' },
    source: cited('Luật, Điều 35.4, 36.3'),
  }),
  readingTime: point({
    question: {
      vi: 'Đã đọc xong hồ sơ thì có được chuyển ngay cho Tòa án không?',
      en: 'Once the dossier has been read, may it be sent at once?',
    },
    answers: {
      whole: { vi: 'Không, phải hết 3 ngày làm việc', en: 'No, the three working days have to pass' },
      'until-read': { vi: 'Được, khi người đó đã đọc', en: 'Yes, once the person has read it' },
    },
    byDefault: 'whole',
    changes: { vi: 'Ngày sớm nhất được chuyển hồ sơ.', en: 'The first day on which it may be sent.' },
    source: cited('Luật, Điều 35.3c, 35.3d; Nghị định, Điều 102'),
  }),
  compulsoryFrom: point({
    question: {
      vi: 'Thời hạn cai nghiện bắt buộc tính từ ngày nào?',
      en: 'From which day runs the term of compulsory rehabilitation?',
    },
    answers: {
      admission: { vi: 'Ngày cơ sở tiếp nhận', en: 'The day the centre takes the person in' },
      decision: { vi: 'Ngày Tòa án quyết định', en: 'The day of the court’s decision' },
    },
    byDefault: 'admission',
    changes: { vi: 'Ngày hết thời hạn cai nghiện bắt buộc.', en: 'The end of compulsory rehabilitation.' },
    source: cited('Luật, Điều 29, 35, 36, 37.2'),
  }),
  afterExemption: point({
    question: {
      vi: 'Được miễn chấp hành phần thời gian còn lại: có coi là đã chấp hành xong không?',
      en: 'Exempted from the rest of the term: does it count as served?',
    },
    answers: {
      'not-served': {
        vi: 'Không: không cấp giấy xác nhận hoàn thành, không quản lý sau cai',
        en: 'No: no certificate of completion, no post-rehabilitation',
      },
      'as-served': {
        vi: 'Có: cấp giấy xác nhận và quản lý sau cai từ ngày được miễn',
        en: 'Yes: a certificate, and post-rehabilitation from the exemption on',
      },
    },
    byDefault: 'not-served',
    changes: {
      vi: 'Việc tiếp theo khi được miễn sau khi đã vào cơ sở.',
      en: 'What follows an exemption of somebody who was taken in.',
    },
    source: {
      vi: 'Luật, Điều 39.3 không nói; Điều 42.1, 42.2 và Nghị định, Điều 97.2, 123.2 chỉ nói về người đã hoàn thành, đã chấp hành xong',
      en: 'Art. 39.3 of the Law is silent; Art. 42.1, 42.2 and Art. 97.2, 123.2 of the Decree speak of those who completed or served it',
    },
  }),
  protectedMinors: point({
    question: {
      vi: 'Người chưa thành niên mang thai, nuôi con nhỏ, không có năng lực: có được loại trừ như người thành niên không?',
      en: 'Minors who are pregnant, care for a small child or lack capacity: are they spared as adults are?',
    },
    answers: {
      'as-adults': { vi: 'Có, như Điều 35.2', en: 'Yes, as in Art. 35.2' },
      'by-letter': { vi: 'Chỉ được miễn chấp hành theo Điều 39', en: 'Only exempted by Art. 39' },
    },
    byDefault: 'as-adults',
    changes: { vi: 'Có được lập hồ sơ hay không.', en: 'Whether a dossier may be opened.' },
    source: {
      vi: 'Luật, Điều 35.2 chỉ ghi trong điều về người thành niên; Điều 36 không nhắc lại',
      en: 'Art. 35.2 of the Law stands among the rules on adults; Art. 36 does not repeat it',
    },
  }),
  minorsOrdinance: point({
    question: {
      vi: 'Pháp lệnh nào quy định thủ tục tại Tòa án với người chưa thành niên?',
      en: 'Which ordinance rules the court’s procedure for minors?',
    },
    answers: {
      '01-2022': { vi: 'Pháp lệnh 01/2022/UBTVQH15', en: 'Ordinance 01/2022/UBTVQH15' },
      successor: { vi: 'Văn bản thay thế', en: 'A later one' },
    },
    byDefault: '01-2022',
    changes: {
      vi: 'Văn bản được dẫn khi nói về thủ tục của người chưa thành niên.',
      en: 'What is cited for the procedure of minors.',
    },
    source: cited('Luật, Điều 36.8'),
  }),
}
