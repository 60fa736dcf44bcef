// The registers that a commune keeps of many persons: two that the decree has a form for, and those that offices keep besides.

import { keysOf } from '../../platform/contract/words.ts'
import type { Form } from './forms/form.ts'
import type { Register, RegisterColumn } from './registers/register.ts'

const order = { title: 'STT', width: 0.05, tag: 'order' } as const
const name = { title: 'Họ và tên', width: 0.16, tag: 'name' } as const
const birth = { title: 'Ngày sinh', width: 0.09, tag: 'birth' } as const
const sex = { title: 'Giới tính', width: 0.06, tag: 'sex' } as const
const paperNumber = { title: 'Số CCCD/CC hoặc giấy tờ khác', width: 0.12, tag: 'paperNumber' } as const
const residence = { title: 'Nơi cư trú', width: 0.16, tag: 'residence' } as const
const fileNumber = { title: 'Số hồ sơ', width: 0.1, tag: 'fileNumber' } as const
const note = { title: 'Ghi chú', width: 0.08, tag: 'note' } as const

const days = 'Tính từ ngày {từ ngày} đến ngày {đến ngày}'
const page = (form: Pick<Form, 'name' | 'head'> & Partial<Form>, columns: readonly RegisterColumn[]): Form => ({
  title: { vi: '', en: '' },
  kinds: [],
  about: days,
  lines: ['#register', 'Danh sách này có {tổng số} dòng.'],
  signs: ['NGƯỜI LẬP\n{người lập}', 'issuer'],
  columns,
  ...form,
})
const ownToCheck = {
  vi: 'Nghị định không có mẫu cho sổ này: cột theo cách làm thường gặp, đối chiếu với sổ của đơn vị.',
  en: 'The decree has no form for this register: its columns follow common practice; compare them with your own.',
}

const usersColumns = [
  order,
  name,
  birth,
  sex,
  paperNumber,
  { ...residence, width: 0.15 },
  { title: 'Quyết định quản lý', width: 0.1, tag: 'number' },
  { title: 'Từ ngày', width: 0.08, tag: 'begun' },
  { title: 'Kết thúc', width: 0.08, tag: 'ended' },
  { title: 'Có mặt, vắng mặt', width: 0.06, tag: 'presence' },
  { ...note, width: 0.05 },
] as const satisfies readonly RegisterColumn[]
const voluntaryColumns = [
  order,
  name,
  birth,
  sex,
  paperNumber,
  { title: 'Ngày đăng ký', width: 0.09, tag: 'day' },
  { title: 'Hình thức', width: 0.15, tag: 'treatmentForm' },
  { title: 'Bắt đầu', width: 0.09, tag: 'begun' },
  { title: 'Hoàn thành', width: 0.09, tag: 'ended' },
  { ...note, width: 0.1 },
] as const satisfies readonly RegisterColumn[]
const rehabilitationColumns = [
  order,
  { ...name, width: 0.17 },
  birth,
  sex,
  paperNumber,
  { title: 'Hình thức', width: 0.15, tag: 'treatmentForm' },
  { title: 'Nơi cai nghiện, điều trị', width: 0.16, tag: 'treatmentPlace' },
  { title: 'Bắt đầu', width: 0.1, tag: 'begun' },
  { title: 'Kết thúc', width: 0.1, tag: 'ended' },
] as const satisfies readonly RegisterColumn[]
const afterColumns = [
  order,
  name,
  birth,
  sex,
  paperNumber,
  { ...residence, width: 0.18 },
  { title: 'Quyết định', width: 0.12, tag: 'number' },
  { title: 'Từ ngày', width: 0.11, tag: 'begun' },
  { title: 'Kết thúc', width: 0.11, tag: 'ended' },
] as const satisfies readonly RegisterColumn[]
const papersColumns = [
  order,
  { title: 'Ngày', width: 0.1, tag: 'day' },
  { title: 'Văn bản', width: 0.24, tag: 'paper' },
  { title: 'Số, ký hiệu', width: 0.11, tag: 'number' },
  { title: 'Nơi gửi, nhận', width: 0.16, tag: 'party' },
  fileNumber,
  { ...name, width: 0.16 },
  { title: 'Bút lục', width: 0.08, tag: 'folio' },
] as const satisfies readonly RegisterColumn[]

export const registers = {
  'III-10': {
    title: { vi: 'Danh sách người sử dụng trái phép chất ma túy', en: 'List of illegal users' },
    why: {
      vi: 'Ai bị quản lý trong những ngày đã chọn.',
      en: 'Who was under management on the days chosen.',
    },
    sees: 'law',
    begins: ['managed', 'managed-again', 'management-taken-over'],
    ends: ['management-stopped', 'management-ended', 'off-list', 'died', 'declared-missing'],
    beside: ['residence-checked'],
    columns: usersColumns,
    form: page({ name: 'DANH SÁCH NGƯỜI SỬ DỤNG TRÁI PHÉP CHẤT MA TÚY', head: 'police' }, usersColumns),
    toCheck: {
      vi: 'Bản phụ lục đọc được không còn các cột của bảng: cột dựng lại theo chú thích của mẫu, cần đối chiếu.',
      en: 'The copy of the annex that was read has lost the columns of the table: they are rebuilt after its notes, to be checked.',
    },
  },
  'V-21': {
    title: { vi: 'Sổ đăng ký cai nghiện tự nguyện', en: 'Register of voluntary rehabilitation' },
    why: {
      vi: 'Ai đăng ký trong những ngày đã chọn; sổ năm tính từ 15/12 đến 14/12.',
      en: 'Who registered on the days chosen; the book of a year runs from 15 December to 14 December.',
    },
    sees: 'treatment',
    begins: ['registered'],
    beside: ['treatment-begun', 'treatment-completed', 'treatment-quit', 'treatment-ended'],
    columns: voluntaryColumns,
    form: page(
      {
        name: 'SỔ ĐĂNG KÝ CAI NGHIỆN MA TÚY TỰ NGUYỆN',
        head: 'chair',
        // The annex names the People's Committee as the office that keeps it.
        authority: 'collective',
        lines: [
          '#register',
          '1. Tổng số người đăng ký cai nghiện tự nguyện: {tổng số}, trong đó:',
          '1.1. Tại gia đình, cộng đồng: {số tại gia đình, cộng đồng}',
          '1.2. Tại cơ sở cai nghiện ma túy công lập: {số tại cơ sở công lập}',
          '1.3. Tại trường giáo dưỡng: {số tại trường giáo dưỡng}',
          '1.4. Tại cơ sở cai nghiện ma túy tư nhân: {số tại cơ sở tư nhân}',
          '2. Tổng số người đang trong thời gian cai nghiện tự nguyện: {số đang cai nghiện}',
          '3. Tổng số người hoàn thành cai nghiện tự nguyện: {số hoàn thành}',
        ],
      },
      voluntaryColumns,
    ),
    toCheck: {
      vi: 'Bản phụ lục đọc được ghi tên Ủy ban nhân dân ở đầu sổ và không còn các cột của bảng: cần đối chiếu.',
      en: 'The copy of the annex that was read names the People’s Committee at its head and has lost the columns: to be checked.',
    },
  },
  rehabilitation: {
    title: {
      vi: 'Sổ theo dõi người cai nghiện, điều trị theo hình thức',
      en: 'Register of rehabilitation and treatment by form',
    },
    why: {
      vi: 'Ai đang cai nghiện, điều trị trong những ngày đã chọn, ở đâu, theo hình thức nào.',
      en: 'Who was in rehabilitation or treatment on the days chosen, where and in which form.',
    },
    sees: 'treatment',
    begins: ['treatment-begun'],
    ends: ['treatment-completed', 'treatment-quit', 'treatment-ended', 'died'],
    beside: ['registered', 'court-decided'],
    columns: rehabilitationColumns,
    form: page({ name: 'SỔ THEO DÕI NGƯỜI CAI NGHIỆN, ĐIỀU TRỊ', head: 'police' }, rehabilitationColumns),
    toCheck: ownToCheck,
  },
  after: {
    title: { vi: 'Sổ theo dõi quản lý sau cai', en: 'Register of post-rehabilitation' },
    why: {
      vi: 'Ai được quản lý sau cai trong những ngày đã chọn.',
      en: 'Who was under post-rehabilitation on the days chosen.',
    },
    sees: 'law',
    begins: ['after-decided'],
    ends: ['after-certified', 'off-list', 'died', 'declared-missing'],
    beside: [],
    columns: afterColumns,
    form: page({ name: 'SỔ THEO DÕI NGƯỜI ĐƯỢC QUẢN LÝ SAU CAI NGHIỆN', head: 'police' }, afterColumns),
    toCheck: ownToCheck,
  },
  sent: {
    title: { vi: 'Sổ văn bản gửi đi', en: 'Book of papers sent' },
    why: { vi: 'Văn bản gửi đi từ các hồ sơ.', en: 'Papers that were sent from files.' },
    sees: 'law',
    begins: ['notice-sent', 'decision-sent', 'dossier-notice', 'dossier-sent', 'court-answered', 'file-handed-over'],
    beside: [],
    columns: papersColumns,
    form: page({ name: 'SỔ VĂN BẢN GỬI ĐI', head: 'police' }, papersColumns),
    toCheck: ownToCheck,
  },
  received: {
    title: { vi: 'Sổ văn bản nhận về', en: 'Book of papers received' },
    why: { vi: 'Văn bản nhận về trong các hồ sơ.', en: 'Papers that came into files.' },
    sees: 'law',
    begins: ['notice-received', 'determination-result', 'court-asked', 'court-decided', 'release-notice'],
    beside: [],
    columns: papersColumns,
    form: page({ name: 'SỔ VĂN BẢN NHẬN VỀ', head: 'police' }, papersColumns),
    toCheck: ownToCheck,
  },
} as const satisfies Record<string, Register>
export type RegisterId = keyof typeof registers
export const registerIds = keysOf(registers)
export const isRegister = (id: string): id is RegisterId => Object.hasOwn(registers, id)
/** With the title that lists of forms show. */
export const registerOf = (id: RegisterId): Register => ({
  ...registers[id],
  form: { ...registers[id].form, title: registers[id].title },
})
