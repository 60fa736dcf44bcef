// Words of who a person is: fields, choices, doubts about numbers.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { defineWords } from '../../../../platform/web/words.ts'
import type { PaperDoubt, paperKinds, sexes } from '../../contract.ts'

export const identityWords = defineWords({
  name: { vi: 'Họ và tên', en: 'Full name' },
  nameWhy: {
    vi: 'Chưa biết tên thì ghi mã tạm, ví dụ "Chưa rõ tên 01".',
    en: 'Where it is not known, a name for the time being, such as "Unknown 01".',
  },
  otherNames: { vi: 'Tên gọi khác', en: 'Other names' },
  otherNamesWhy: { vi: 'Mỗi tên một dòng.', en: 'One on each line.' },
  birth: { vi: 'Ngày sinh hoặc năm sinh', en: 'Day or year of birth' },
  birthWhy: {
    vi: 'Ví dụ 05/09/1998, hoặc 1998 nếu chỉ biết năm.',
    en: 'For example 05/09/1998, or 1998 if only the year is known.',
  },
  birthWrong: {
    vi: 'Ghi ngày/tháng/năm hoặc chỉ năm, từ 1900.',
    en: 'Type day/month/year, or the year alone, from 1900.',
  },
  sex: { vi: 'Giới tính', en: 'Sex' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  noPapers: { vi: 'Không có giấy tờ cũng lập được hồ sơ.', en: 'A file can be begun without papers.' },
  kind: { vi: 'Loại', en: 'Kind' },
  number: { vi: 'Số', en: 'Number' },
  addPaper: { vi: 'Thêm giấy tờ', en: 'Add a paper' },
  takeAway: { vi: 'Bỏ', en: 'Take away' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  residenceWhy: { vi: 'Nơi đăng ký thường trú, tạm trú.', en: 'Where the person is registered.' },
  stay: { vi: 'Nơi ở hiện tại, nếu khác', en: 'Where the person stays, if elsewhere' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  circumstances: { vi: 'Hoàn cảnh luật phải xét', en: 'What the law looks at' },
  circumstancesWhy: {
    vi: 'Những điều này quyết định luật cho và không cho làm gì.',
    en: 'These decide what the law allows and forbids.',
  },
  what: { vi: 'Điều gì', en: 'What' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến ngày', en: 'Until' },
  addCircumstance: { vi: 'Thêm hoàn cảnh', en: 'Add one' },
  needed: { vi: 'Cần ghi ô này.', en: 'This is needed.' },
  toCheck: { vi: 'Xem lại số giấy tờ', en: 'Look at the number again' },
  stillGoes: { vi: 'Vẫn lập được hồ sơ.', en: 'The file can be begun all the same.' },
})

export const sexNames: Record<(typeof sexes)[number], Bilingual> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  other: { vi: 'Khác', en: 'Other' },
}

export const paperKindNames: Record<(typeof paperKinds)[number], Bilingual> = {
  cccd: { vi: 'Căn cước, số định danh (12 số)', en: 'Identity card, personal number (12 digits)' },
  cmnd: { vi: 'Chứng minh nhân dân cũ (9 số)', en: 'Old identity card (9 digits)' },
  passport: { vi: 'Hộ chiếu', en: 'Passport' },
  'birth-certificate': { vi: 'Giấy khai sinh', en: 'Birth certificate' },
  other: { vi: 'Giấy tờ khác', en: 'Another paper' },
}

export const doubtNames: Record<PaperDoubt, Bilingual> = {
  digits: {
    vi: 'Căn cước có 12 chữ số, chứng minh nhân dân cũ có 9.',
    en: 'An identity card has 12 digits, the old one 9.',
  },
  'century-or-sex': {
    vi: 'Chữ số thứ tư không khớp với thế kỷ sinh hoặc giới tính.',
    en: 'The fourth digit does not fit the century of birth or the sex.',
  },
  'birth-year': {
    vi: 'Hai chữ số năm sinh trong số không khớp với năm sinh đã ghi.',
    en: 'The year of birth in the number is not the year that was typed.',
  },
}
