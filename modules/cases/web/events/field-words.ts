// What the details of events are called, once for all kinds; where a kind means something of its own by a name, that goes first.

import type { Bilingual } from '../../../../platform/contract/words.ts'

const names: Record<string, Bilingual> = {
  addressee: { vi: 'Gửi cho ai', en: 'To whom' },
  at: { vi: 'Thời điểm đúng', en: 'The right moment' },
  by: { vi: 'Ai thực hiện', en: 'By whom' },
  cited: { vi: 'Văn bản nêu trong danh sách', en: 'Paper that the list names' },
  certificate: { vi: 'Giấy xác nhận', en: 'Certificate' },
  change: { vi: 'Thay đổi', en: 'Change' },
  completesOn: { vi: 'Ngày hoàn thành', en: 'Completes on' },
  copy: { vi: 'Kèm bản sao hồ sơ', en: 'With a copy of the dossier' },
  details: { vi: 'Nội dung đúng', en: 'The right details' },
  folio: { vi: 'Bút lục số', en: 'Folio' },
  form: { vi: 'Hình thức', en: 'Form' },
  from: { vi: 'Nơi gửi', en: 'From' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  hadBy: { vi: 'Ai yêu cầu xét nghiệm', en: 'Who had it done' },
  lastFolio: { vi: 'Đến bút lục số', en: 'To folio' },
  missing: { vi: 'Cần bổ sung', en: 'To be added' },
  members: { vi: 'Thành viên', en: 'Members' },
  months: { vi: 'Số tháng ghi trong quyết định', en: 'Months that the decision says' },
  name: { vi: 'Họ tên', en: 'Name' },
  note: { vi: 'Ghi chú', en: 'Note' },
  number: { vi: 'Số', en: 'Number' },
  of: { vi: 'Sự việc nào', en: 'Which event' },
  on: { vi: 'Ngày ký', en: 'Signed on' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  paper: { vi: 'Văn bản', en: 'Paper' },
  parentsAgree: { vi: 'Có ý kiến của cha mẹ, người giám hộ', en: 'With the opinion of parents or guardian' },
  parentsConfirm: { vi: 'Cha mẹ, người giám hộ xác nhận', en: 'Confirmed by parents or guardian' },
  parentsPresent: { vi: 'Cha mẹ, người giám hộ có mặt', en: 'Parents or guardian were there' },
  path: { vi: 'Theo trình tự', en: 'By which path' },
  person: { vi: 'Tài khoản trong phần mềm', en: 'Account in the software' },
  place: { vi: 'Cơ sở, nơi thực hiện', en: 'Place' },
  present: { vi: 'Có mặt tại nơi cư trú', en: 'Present at the residence' },
  reason: { vi: 'Lý do', en: 'Reason' },
  remote: { vi: 'Miền núi, hải đảo, vùng sâu, vùng xa', en: 'Mountains, island, far away' },
  result: { vi: 'Kết quả', en: 'Result' },
  role: { vi: 'Vai trò', en: 'Role' },
  sameSexOfficer: { vi: 'Cán bộ giám sát cùng giới', en: 'Officer of the same sex' },
  sample: { vi: 'Mẫu', en: 'Sample' },
  says: { vi: 'Danh sách ghi', en: 'The list says' },
  source: { vi: 'Nguồn', en: 'Source' },
  stable: { vi: 'Có nơi cư trú ổn định', en: 'Has a stable residence' },
  step: { vi: 'Bước', en: 'Step' },
  substances: { vi: 'Chất', en: 'Substances' },
  testedOn: { vi: 'Ngày xét nghiệm', en: 'Tested on' },
  to: { vi: 'Nơi nhận', en: 'To' },
  toldAt: { vi: 'Thông báo cho người đó lúc', en: 'The person was told at' },
  until: { vi: 'Kết thúc lúc', en: 'Until' },
  what: { vi: 'Việc gì', en: 'What' },
  which: { vi: 'Bản cam kết', en: 'Commitment' },
  why: { vi: 'Lý do', en: 'Why' },
  'cited.by': { vi: 'Người có thẩm quyền', en: 'Decided by' },
  'paper.by': { vi: 'Người có thẩm quyền', en: 'Decided by' },
  'certificate.by': { vi: 'Người có thẩm quyền', en: 'Issued by' },
  'paper-filed.paper': { vi: 'Loại tài liệu', en: 'Kind of paper' },
  'breach-recorded.of': { vi: 'Vi phạm gì', en: 'Breach of' },
  'dossier-notice.to': { vi: 'Trao cho', en: 'Given to' },
  'determination-told.to': { vi: 'Trả cho', en: 'Given to' },
  'dossier-read.by': { vi: 'Ai đọc', en: 'Read by' },
  'moved.what': { vi: 'Nơi nào thay đổi', en: 'What changed' },
  'moved.to': { vi: 'Đến', en: 'To' },
  'officer-named.person': { vi: 'Cán bộ phụ trách', en: 'Officer in charge' },
  'monitoring-decided.until': { vi: 'Đến ngày', en: 'Until' },
  'supported.what': { vi: 'Hỗ trợ gì', en: 'What support' },
}

/** `path` is the kind and the names down to the field: `managed.paper.by`. */
export function fieldName(path: readonly string[]): Bilingual | undefined {
  for (let from = 0; from < path.length; from += 1) {
    const found = names[path.slice(from).join('.')]
    if (found) return found
  }
  return undefined
}
