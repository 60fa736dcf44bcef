// What the columns of a list of persons are called, in the template and in the lists that communes keep.

import type { HeaderWords } from '../../../../platform/server/spreadsheet/headers.ts'
import type { ListField } from '../../contract.ts'

/** Words of headers without marks; the first that fits wins, whole headers before parts of them. */
export const listHeaderWords: HeaderWords<ListField> = {
  name: ['ho va ten', 'ho ten', 'ho ten nguoi', 'ten', 'full name', 'name'],
  otherNames: ['ten goi khac', 'bi danh', 'biet danh', 'other names', 'also called'],
  birth: ['ngay sinh hoac nam sinh', 'ngay thang nam sinh', 'ngay sinh', 'nam sinh', 'date of birth', 'birth'],
  sex: ['gioi tinh', 'sex', 'gender'],
  identity: ['so can cuoc 12 so', 'so cccd', 'cccd', 'so can cuoc', 'can cuoc', 'so dinh danh', 'identity card'],
  identityOld: ['so cmnd cu 9 so', 'so cmnd', 'cmnd', 'cmtnd', 'cmt', 'chung minh nhan dan', 'old identity card'],
  residence: ['noi thuong tru', 'thuong tru', 'ho khau thuong tru', 'hktt', 'dia chi thuong tru', 'residence'],
  stay: ['noi o hien tai', 'noi o hien nay', 'cho o hien nay', 'cho o', 'noi o', 'dia chi', 'place of stay'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'phone'],
  status: ['tinh trang hien tai', 'tinh trang', 'dien quan ly', 'trang thai', 'phan loai', 'status'],
  decisionNumber: ['so quyet dinh', 'quyet dinh so', 'so qd', 'decision number'],
  decisionOn: ['ngay quyet dinh', 'ngay qd', 'ngay ra quyet dinh', 'decision day'],
  decisionBy: ['co quan ra quyet dinh', 'nguoi ra quyet dinh', 'co quan qd', 'noi ra quyet dinh', 'decided by'],
  determinationNumber: [
    'so phieu ket qua xac dinh tinh trang nghien',
    'so phieu xac dinh nghien',
    'determination number',
  ],
  determinationOn: ['ngay xac dinh tinh trang nghien', 'ngay xac dinh nghien', 'ngay xac dinh', 'determination day'],
  determinationBy: ['co quan xac dinh tinh trang nghien', 'co quan xac dinh', 'noi xac dinh', 'determined by'],
  registeredOn: ['ngay dang ky cai nghien dieu tri', 'ngay dang ky', 'registration day'],
  begunOn: ['ngay bat dau', 'tu ngay', 'bat dau', 'begins'],
  endsOn: ['ngay ket thuc', 'den ngay', 'ket thuc', 'ends'],
  note: ['ghi chu', 'note'],
}
