// What a form may ask of a file: a closed list of fields, by the Vietnamese names that stand between braces in a template.
// `{họ tên}`, `{Ho ten}` and `{ho_ten}` are the same field; anything else is refused when a template is uploaded.

import { nameKey } from '../../../platform/contract/name-key.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'
import type { Identity } from '../contract/identity.ts'
import type { EventGroup } from '../events/kind.ts'

/** Which part of a file holds it; whoever does not see that part gets a dotted line. `law`: what follows from decisions. */
export type PartOf = keyof Identity | EventGroup | 'law'
export type Field = {
  /** The name in a template, and on the screen. */
  tag: string
  en: string
  of?: PartOf
  /** No file holds it, or not yet: it may be typed when the form is filled, and is not kept. */
  typed?: true
  /** How it stands on paper while nobody knows it. */
  blank?: 'short' | 'day' | 'date'
}

const field = (tag: string, en: string, rest: Omit<Field, 'tag' | 'en'> = {}): Field => ({ tag, en, ...rest })
const typed = (tag: string, en: string, blank?: Field['blank']): Field =>
  field(tag, en, { typed: true, ...(blank && { blank }) })
const numbered = (of: PartOf): Pick<Field, 'of' | 'blank'> => ({ of, blank: 'short' })
const dayIn = (of: PartOf): Pick<Field, 'of' | 'blank'> => ({ of, blank: 'day' })

export const formFields = {
  parentOffice: typed('cơ quan chủ quản', 'superior office'),
  office: typed('cơ quan', 'issuing office'),
  commune: field('xã', 'commune'),
  province: field('tỉnh', 'province'),
  place: field('địa danh', 'place'),
  number: typed('số', 'number', 'short'),
  code: field('ký hiệu', 'code after the number'),
  signedOn: typed('ngày ký', 'date of signing', 'date'),
  decider: field('thẩm quyền', 'who decides'),
  signerPost: field('chức vụ người ký', 'post of the signer'),
  signer: typed('người ký', 'signer'),

  name: field('họ tên', 'name', { of: 'name' }),
  nameInCapitals: field('họ tên in hoa', 'name in capitals', { of: 'name' }),
  otherNames: field('tên gọi khác', 'other names', { of: 'otherNames' }),
  birth: field('ngày sinh', 'birth', dayIn('birth')),
  age: field('tuổi', 'age', numbered('birth')),
  sex: field('giới tính', 'sex', numbered('sex')),
  paperNumber: field('số giấy tờ', 'number of the identity paper', { of: 'papers' }),
  residence: field('nơi cư trú', 'residence', { of: 'residence' }),
  stay: field('nơi ở hiện tại', 'where the person stays', { of: 'stay' }),
  phone: field('điện thoại', 'telephone', { of: 'phone' }),
  birthplace: typed('nơi sinh', 'place of birth'),
  homeland: typed('quê quán', 'native place'),
  paperIssuedOn: typed('ngày cấp', 'identity paper issued on', 'day'),
  paperIssuedBy: typed('nơi cấp', 'identity paper issued by'),
  ethnicity: typed('dân tộc', 'ethnicity', 'short'),
  religion: typed('tôn giáo', 'religion', 'short'),
  education: typed('trình độ học vấn', 'education', 'short'),
  job: typed('nghề nghiệp', 'occupation'),
  workplace: typed('nơi làm việc', 'place of work or study'),
  guardian: typed('người đại diện', 'parent, guardian or representative'),
  guardianTie: typed('quan hệ', 'relation to the person', 'short'),

  fileNumber: field('số hồ sơ', 'number of the file'),
  fileBegun: field('ngày lập hồ sơ', 'file begun on'),
  preparedBy: field('người lập', 'prepared by'),
  eventAt: field('thời điểm', 'time of the event', { blank: 'date' }),
  content: typed('nội dung', 'content'),
  reason: field('lý do', 'reason', { of: 'law' }),
  from: field('từ ngày', 'from', dayIn('law')),
  until: field('đến ngày', 'until', dayIn('law')),
  term: field('thời hạn', 'term', numbered('law')),

  testedOn: field('ngày xét nghiệm', 'day of the test', dayIn('finding')),
  testResult: field('kết quả xét nghiệm', 'result of the test', { of: 'finding' }),
  testGround: field('căn cứ xét nghiệm', 'ground of the test', { of: 'finding' }),
  sample: field('mẫu xét nghiệm', 'sample', { of: 'finding' }),
  substances: field('chất ma túy', 'substances', { of: 'finding' }),
  determinedOn: field('ngày xác định', 'day of the determination', dayIn('determination')),
  determination: field('kết quả xác định', 'result of the determination', { of: 'determination' }),
  treatmentForm: field('hình thức cai nghiện', 'form of treatment', { of: 'treatment' }),
  treatmentPlace: field('nơi cai nghiện', 'place of treatment', { of: 'treatment' }),
  treatmentFrom: field('ngày bắt đầu cai nghiện', 'treatment begun on', dayIn('treatment')),
  treatmentUntil: field('ngày hoàn thành cai nghiện', 'treatment completed on', dayIn('treatment')),
  destination: field('nơi chuyển đến', 'moves to', { of: 'move' }),
  helper: field('người giúp đỡ', 'helper', { of: 'support' }),

  managementNumber: field('số quyết định quản lý', 'number of the management decision', numbered('decision')),
  managementOn: field('ngày quyết định quản lý', 'day of the management decision', dayIn('decision')),
  treatmentNumber: field('số quyết định cai nghiện', 'number of the decision on rehabilitation', numbered('decision')),
  treatmentOn: field('ngày quyết định cai nghiện', 'day of the decision on rehabilitation', dayIn('decision')),
  monitoringNumber: field(
    'số quyết định giám sát điện tử',
    'number of the decision on monitoring',
    numbered('decision'),
  ),
  monitoringOn: field('ngày quyết định giám sát điện tử', 'day of the decision on monitoring', dayIn('decision')),
  courtNumber: field('số quyết định của Tòa án', 'number of the court’s decision', numbered('decision')),
  courtOn: field('ngày quyết định của Tòa án', 'day of the court’s decision', dayIn('decision')),
  afterNumber: field(
    'số quyết định quản lý sau cai',
    'number of the post-rehabilitation decision',
    numbered('decision'),
  ),
  afterOn: field('ngày quyết định quản lý sau cai', 'day of the post-rehabilitation decision', dayIn('decision')),

  total: field('tổng số', 'how many in the register', { blank: 'short' }),
  totalHome: field('số tại gia đình, cộng đồng', 'how many at home', { blank: 'short' }),
  totalPublic: field('số tại cơ sở công lập', 'how many in public centres', { blank: 'short' }),
  totalSchool: field('số tại trường giáo dưỡng', 'how many in reform schools', { blank: 'short' }),
  totalPrivate: field('số tại cơ sở tư nhân', 'how many in private centres', { blank: 'short' }),
  totalOngoing: field('số đang cai nghiện', 'how many in rehabilitation', { blank: 'short' }),
  totalDone: field('số hoàn thành', 'how many completed it', { blank: 'short' }),
} as const satisfies Record<string, Field>
export type FieldId = keyof typeof formFields
export const fieldIds = Object.keys(formFields) as FieldId[]
export const fieldOf = (id: FieldId): Field => formFields[id]

/** What stands in rows: `{#tài liệu} … {/tài liệu}` is repeated for each of them. */
export const formLists = {
  basis: { tag: 'căn cứ pháp lý', en: 'legal basis', rows: { basis: 'căn cứ' } },
  team: { tag: 'tổ quản lý', en: 'management team', of: 'support', rows: { name: 'tên thành viên', role: 'vai trò' } },
  papers: {
    tag: 'tài liệu',
    en: 'papers with their folios',
    of: 'law',
    rows: { order: 'số thứ tự', title: 'tên tài liệu', folio: 'bút lục', day: 'ngày tài liệu' },
  },
  dossier: {
    tag: 'bộ hồ sơ',
    en: 'papers of the dossier for the court',
    of: 'law',
    rows: { order: 'số thứ tự', title: 'tên tài liệu', folio: 'bút lục', day: 'ngày tài liệu' },
  },
  register: {
    tag: 'danh sách',
    en: 'rows of a register',
    rows: {
      order: 'số thứ tự',
      name: 'họ tên',
      birth: 'ngày sinh',
      sex: 'giới tính',
      paperNumber: 'số giấy tờ',
      residence: 'nơi cư trú',
      fileNumber: 'số hồ sơ',
      day: 'ngày',
      paper: 'văn bản',
      number: 'số văn bản',
      party: 'nơi gửi, nhận',
      folio: 'bút lục',
      treatmentForm: 'hình thức cai nghiện',
      treatmentPlace: 'nơi cai nghiện',
      begun: 'ngày bắt đầu',
      ended: 'ngày kết thúc',
      presence: 'có mặt',
      note: 'ghi chú',
    },
  },
} as const satisfies Record<string, { tag: string; en: string; of?: PartOf; rows: Record<string, string> }>
export type ListId = keyof typeof formLists
export type RowColumn = keyof (typeof formLists)['register']['rows']
export const listIds = Object.keys(formLists) as ListId[]

/** "Họ tên", "ho_ten" and "hoten" name the same field. */
export const tagKey = (tag: string): string => nameKey(tag).replace(/[\s_.-]/g, '')

const fieldByKey = new Map(fieldIds.map((id) => [tagKey(formFields[id].tag), id]))
const listByKey = new Map(listIds.map((id) => [tagKey(formLists[id].tag), id]))
export const fieldNamed = (tag: string): FieldId | undefined => fieldByKey.get(tagKey(tag))
export const listNamed = (tag: string): ListId | undefined => listByKey.get(tagKey(tag))
/** The columns of a list, by the keys of their names. */
export const rowTagsOf = (list: ListId): Map<string, string> =>
  new Map(Object.entries<string>(formLists[list].rows).map(([id, tag]) => [tagKey(tag), id]))

export const fieldTitle = (id: FieldId): Bilingual => ({ vi: formFields[id].tag, en: formFields[id].en })

export const blanks = {
  long: '……………………………',
  short: '…………',
  day: '…/…/……',
  date: 'ngày …… tháng …… năm ……',
} as const
/** The dotted line of what is not known, as on paper. */
export const blankOf = (id: FieldId): string => blanks[fieldOf(id).blank ?? 'long']
