// The words of forms and of the file on paper, in the file.

import { defineWords } from '../../../../../platform/web/words.ts'

export const paperWords = defineWords({
  make: { vi: (form: string) => `Lập mẫu ${form}`, en: (form: string) => `Make form ${form}` },
  makeNamed: { vi: (title: string) => `Lập ${title}`, en: (title: string) => `Make: ${title}` },
  makeIt: { vi: 'Lập mẫu', en: 'Make' },
  ours: {
    vi: 'Mẫu dựng lại, cần đối chiếu với mẫu chính thức',
    en: 'Rebuilt by the software; to be checked against the official form',
  },
  oursWithoutForm: { vi: 'Nghị định không có mẫu này', en: 'The decree has no form for this' },
  uploaded: {
    vi: (version: number) => `Mẫu chính thức do người quản trị đưa lên, bản ${version}`,
    en: (version: number) => `Official template uploaded by the administrator, version ${version}`,
  },
  older: {
    vi: (day: string) => `Theo luật có hiệu lực ngày ${day}; số mẫu mới không in lên bản này`,
    en: (day: string) => `Under the law of ${day}; the new form number is not printed`,
  },
  known: {
    vi: (n: number) => `${n} mục điền từ hồ sơ`,
    en: (n: number) => (n === 1 ? '1 field from the file' : `${n} fields from the file`),
  },
  rows: {
    vi: (what: string, n: number) => `${what}: ${n} dòng`,
    en: (what: string, n: number) => (n === 1 ? `${what}: 1 row` : `${what}: ${n} rows`),
  },
  missing: { vi: 'Còn thiếu', en: 'Missing' },
  missingWhy: {
    vi: 'Gõ vào nếu biết; để trống thì bản in có dòng chấm để ghi tay. Điều gõ ở đây chỉ lên bản in, không lưu vào hồ sơ.',
    en: 'Type what you know; what is left empty is a dotted line to fill in by hand. It goes onto the paper only, not into the file.',
  },
  notInFile: { vi: 'Hồ sơ chưa ghi', en: 'Not in the file yet' },
  hiddenFields: { vi: 'Không thuộc phần bạn được xem', en: 'Not in the part that you see' },
  ofDocument: { vi: 'Văn bản', en: 'The document' },
  ofPerson: { vi: 'Người này', en: 'The person' },
  signedHow: { vi: 'Ký với tư cách', en: 'By which right it is signed' },
  ownPost: { vi: 'Chức vụ của người ký', en: 'Post of the signer' },
  notSo: { vi: (why: string) => `Không chọn được: ${why}.`, en: (why: string) => `Not to be chosen: ${why}.` },
  send: { vi: 'Tải bản Word', en: 'Download for Word' },
  leaves: {
    vi: 'Bản tải về mang tên bạn, giờ và mã bản ở chân mỗi trang; lần tải được ghi vào nhật ký.',
    en: 'The copy bears your name, the time and a code at the foot of each page; that it left is on the record.',
  },
  made: { vi: (code: string) => `Đã lập, mã bản ${code}`, en: (code: string) => `Made; code of the copy: ${code}` },
  madeBefore: {
    vi: 'Bản này đã lập ở lần gửi trước nhưng chưa đến máy bạn: bấm lập lại.',
    en: 'The copy was made by the first try and did not reach you: make it again.',
  },
  onPaper: { vi: 'Hồ sơ giấy', en: 'The file on paper' },
  contents: { vi: 'Mục lục bút lục', en: 'Contents by folio' },
  cover: { vi: 'Lập bìa hồ sơ', en: 'Make the cover' },
  makeContents: { vi: 'Lập mục lục', en: 'Make the contents' },
  order: { vi: 'Bút lục', en: 'Folio' },
  title: { vi: 'Tài liệu', en: 'Paper' },
  day: { vi: 'Ngày', en: 'Day' },
  gone: { vi: 'đã rút lại', en: 'withdrawn' },
  noPapers: { vi: 'Chưa có tài liệu nào', en: 'No paper yet' },
  noPapersWhy: { vi: 'Mỗi sự việc ghi vào hồ sơ là một bút lục.', en: 'Each entry of the file is one folio.' },
  court: { vi: 'Bộ hồ sơ đề nghị cai nghiện bắt buộc', en: 'Dossier for the court' },
  courtThere: { vi: 'Giấy tờ luật đòi', en: 'Papers that the law wants' },
  there: { vi: 'đã có', en: 'there' },
  lacking: { vi: 'còn thiếu', en: 'missing' },
  filed: { vi: 'Đã đưa vào bộ hồ sơ', en: 'Filed in the dossier' },
  twice: {
    vi: (folios: string) => `Bút lục trùng: ${folios}`,
    en: (folios: string) => `Two papers bear folio ${folios}`,
  },
  none: {
    vi: (folios: string) => `Bút lục bỏ trống: ${folios}`,
    en: (folios: string) => `No paper bears folio ${folios}`,
  },
  commitments: { vi: 'Cam kết theo luật', en: 'Commitments of the law' },
  commitmentsWhy: {
    vi: 'Chỉ nằm trong hồ sơ này, tách khỏi các đợt ký cam kết.',
    en: 'They stay in this file, apart from the drives.',
  },
  signed: { vi: (day: string) => `đã ký ${day}`, en: (day: string) => `signed ${day}` },
  unsigned: { vi: 'chưa ký', en: 'not signed' },
  copies: { vi: 'Bản đã lập', en: 'Copies made' },
  olderCopies: { vi: (n: number) => `${n} bản trước đó`, en: (n: number) => `${n} before these` },
  copyBy: { vi: (who: string, at: string) => `${who}, ${at}`, en: (who: string, at: string) => `${who}, ${at}` },
  somebody: { vi: 'không rõ ai', en: 'somebody unknown' },
})
