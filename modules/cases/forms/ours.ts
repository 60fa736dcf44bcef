// Papers for which the decree has no form: two commitments that the law asks for, and the cover and contents of a file on paper.

import { type Form, fullPerson } from './form.ts'

const whoPromises = fullPerson.map((line) => line.replace('Họ và tên: {họ tên in hoa}', 'Tên tôi là: {họ tên}'))

export const ownForms = {
  B1: {
    title: { vi: 'Cam kết chấp hành pháp luật', en: 'Commitment to obey the law' },
    kinds: ['commitment-signed', 'managed', 'managed-again'],
    head: 'person',
    name: 'GIẤY CAM KẾT',
    about: 'Chấp hành pháp luật trong thời hạn quản lý',
    to: 'Công an {xã}',
    lines: [
      ...whoPromises,
      'Là người được quản lý theo Quyết định số {số quyết định quản lý} ngày {ngày quyết định quản lý}.',
      'Tôi cam kết chấp hành pháp luật, không sử dụng trái phép chất ma túy; chấp hành yêu cầu xét nghiệm và các quy định trong thời hạn quản lý. Nếu vi phạm, tôi chịu trách nhiệm theo quy định của pháp luật.',
    ],
    signs: ['XÁC NHẬN CỦA GIA ĐÌNH\n(nếu là người chưa thành niên)', 'NGƯỜI CAM KẾT'],
  },
  B4: {
    title: { vi: 'Cam kết không sử dụng ma túy', en: 'Commitment not to use drugs' },
    kinds: ['commitment-signed', 'after-decided'],
    head: 'person',
    name: 'GIẤY CAM KẾT',
    about: 'Không sử dụng trái phép chất ma túy trong thời hạn quản lý sau cai nghiện',
    to: 'Công an {xã}',
    lines: [
      ...whoPromises,
      'Là người được quản lý sau cai nghiện theo Quyết định số {số quyết định quản lý sau cai} ngày {ngày quyết định quản lý sau cai}.',
      'Tôi cam kết không sử dụng trái phép chất ma túy; thực hiện các quy định về quản lý sau cai nghiện tại nơi cư trú. Nếu vi phạm, tôi chịu trách nhiệm theo quy định của pháp luật.',
    ],
    signs: ['XÁC NHẬN CỦA GIA ĐÌNH\n(nếu là người chưa thành niên)', 'NGƯỜI CAM KẾT'],
  },
  cover: {
    title: { vi: 'Bìa hồ sơ', en: 'Cover of the file' },
    kinds: [],
    head: 'police',
    name: 'HỒ SƠ',
    about: 'Số {số hồ sơ}',
    lines: [
      ...fullPerson.slice(0, 7),
      'Ngày lập hồ sơ: {ngày lập hồ sơ}',
      'Ngày kết thúc: …/…/……',
      'Hồ sơ gồm: …… tờ, đánh số bút lục từ 01 đến ……',
      'Người lập hồ sơ: ……………………',
      '|Hồ sơ có dữ liệu cá nhân nhạy cảm: chỉ người có thẩm quyền được mở',
    ],
    signs: [],
  },
  contents: {
    title: { vi: 'Mục lục bút lục', en: 'Contents with folio numbers' },
    kinds: [],
    head: 'police',
    name: 'MỤC LỤC TÀI LIỆU',
    about: 'Trong hồ sơ số {số hồ sơ} của {họ tên}',
    lines: ['#papers', 'Mục lục này gồm …… trang, …… tài liệu.'],
    signs: ['', 'NGƯỜI LẬP MỤC LỤC\n{người lập}'],
  },
  'court-contents': {
    title: { vi: 'Mục lục bộ hồ sơ đề nghị cai nghiện bắt buộc', en: 'Contents of the dossier for the court' },
    kinds: ['dossier-opened', 'dossier-sent'],
    head: 'police',
    name: 'MỤC LỤC TÀI LIỆU',
    about: 'Trong bộ hồ sơ đề nghị áp dụng biện pháp đưa đi cai nghiện bắt buộc đối với {họ tên}',
    lines: ['#dossier', 'Mục lục này gồm …… trang, …… tài liệu, đánh số bút lục từ 01 đến ……'],
    signs: ['', 'NGƯỜI LẬP MỤC LỤC\n{người lập}'],
  },
} as const satisfies Record<string, Form>
