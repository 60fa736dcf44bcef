// The words of roles.

import { defineWords } from '../../../platform/contract/words.ts'

export const roleWords = defineWords({
  title: { vi: 'Vai trò và quyền', en: 'Roles and permissions' },
  permission: { vi: 'Quyền', en: 'Permission' },
  held: { vi: (n: number) => `${n} người giữ`, en: (n: number) => `held by ${n}` },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  add: { vi: 'Thêm vai trò', en: 'Add a role' },
  edit: { vi: 'Sửa', en: 'Change' },
  editTitle: { vi: (name: string) => `Sửa vai trò ${name}`, en: (name: string) => `Change the role ${name}` },
  id: { vi: 'Mã', en: 'Id' },
  idWhy: {
    vi: 'Chữ thường không dấu, số và gạch nối; không đổi về sau.',
    en: 'Small letters, digits, hyphens; never changes.',
  },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  purposeVi: { vi: 'Dùng cho ai, tiếng Việt', en: 'For whom, in Vietnamese' },
  purposeEn: { vi: 'Dùng cho ai, tiếng Anh', en: 'For whom, in English' },
  may: { vi: 'Được làm', en: 'May' },
  mayWhy: {
    vi: 'Thay đổi có hiệu lực ngay với mọi người đang giữ vai trò này.',
    en: 'A change holds at once for everybody who holds this role.',
  },
  save: { vi: 'Lưu vai trò', en: 'Save the role' },
  saved: { vi: 'Đã lưu vai trò.', en: 'Role saved.' },
})
