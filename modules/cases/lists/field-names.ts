// What the columns of a list of persons are called, on the screen, in the template and beside what is wrong with a row.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { ListField } from '../contract.ts'

export const listFieldNames: Record<ListField, Bilingual> = {
  name: { vi: 'Họ và tên', en: 'Name' },
  otherNames: { vi: 'Tên gọi khác', en: 'Other names' },
  birth: { vi: 'Ngày sinh hoặc năm sinh', en: 'Birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  identity: { vi: 'Số căn cước (12 số)', en: 'Identity card (12 digits)' },
  identityOld: { vi: 'Số CMND cũ (9 số)', en: 'Old identity card (9 digits)' },
  residence: { vi: 'Nơi thường trú', en: 'Residence' },
  stay: { vi: 'Nơi ở hiện tại', en: 'Place of stay' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  status: { vi: 'Tình trạng hiện tại', en: 'Status' },
  decisionNumber: { vi: 'Số quyết định', en: 'Decision number' },
  decisionOn: { vi: 'Ngày quyết định', en: 'Decision day' },
  decisionBy: { vi: 'Cơ quan ra quyết định', en: 'Decided by' },
  determinationNumber: { vi: 'Số phiếu xác định nghiện', en: 'Determination number' },
  determinationOn: { vi: 'Ngày xác định nghiện', en: 'Determination day' },
  determinationBy: { vi: 'Cơ quan xác định', en: 'Determined by' },
  registeredOn: { vi: 'Ngày đăng ký', en: 'Registration day' },
  begunOn: { vi: 'Ngày bắt đầu', en: 'Begins' },
  endsOn: { vi: 'Ngày kết thúc', en: 'Ends' },
  note: { vi: 'Ghi chú', en: 'Note' },
}
