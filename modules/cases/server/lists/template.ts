// The table to fill in: columns by the names under which they are found again, and examples that are plainly invented.

import type { Language } from '../../../../platform/contract/words.ts'
import { type ListField, listFields } from '../../contract.ts'
import { listFieldNames } from '../../lists/field-names.ts'
import { statusWords } from '../../lists/says.ts'

type Example = Partial<Record<ListField, string>>

/** Invented, and said to be: nobody is called so, and the numbers were never given out. */
const examples: readonly Example[] = [
  {
    name: 'Nguyễn Văn Ví Dụ (minh họa)',
    otherNames: 'Dụ Minh Họa',
    birth: '02/05/1990',
    sex: 'Nam',
    identity: '033090000001',
    identityOld: '145000001',
    residence: 'Thôn Mẫu, xã Minh Họa',
    stay: 'Thôn Mẫu, xã Minh Họa',
    status: statusWords.managed,
    decisionNumber: '12/QĐ-CAX',
    decisionOn: '06/07/2026',
    decisionBy: 'Trưởng Công an cấp xã',
    begunOn: '06/07/2026',
    endsOn: '06/07/2027',
  },
  {
    name: 'Trần Thị Thí Dụ (minh họa)',
    birth: '1985',
    sex: 'Nữ',
    identityOld: '145000002',
    residence: 'Thôn Mẫu, xã Minh Họa',
    status: statusWords.home,
    decisionNumber: '31/QĐ-CAX',
    decisionOn: '21/07/2026',
    decisionBy: 'Trưởng Công an cấp xã',
    determinationNumber: '05/XĐN',
    determinationOn: '20/07/2026',
    determinationBy: 'Cơ sở y tế có thẩm quyền',
    registeredOn: '20/07/2026',
    begunOn: '22/07/2026',
  },
  {
    name: 'Lê Mẫu Thử (minh họa)',
    birth: '1979',
    sex: 'Nam',
    status: statusWords.managed,
    note: 'Chưa tìm thấy quyết định',
  },
]

export const templateHeader = (language: Language): string[] =>
  listFields.map((field) => listFieldNames[field][language])

/** The rows below the header. */
export const templateRows = (): string[][] => examples.map((row) => listFields.map((field) => row[field] ?? ''))
