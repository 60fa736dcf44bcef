// The register of documents: number, date, issuer, kind, file, what a document starts and what it replaces.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { FlagParameter, Id, OptionalText, Page, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { File } from './files.ts'

/** Kinds of official paper (Decree 30/2020 and the Party's own), in the words of the register. */
export const documentKinds = [
  'chỉ thị',
  'nghị quyết',
  'quyết định',
  'kế hoạch',
  'đề án',
  'thông báo',
  'tờ trình',
  'báo cáo',
  'biên bản',
  'công văn',
  'khác',
] as const
export const DocumentKind = z.enum(documentKinds)
export type DocumentKind = (typeof documentKinds)[number]

export const relations = ['starts', 'governs', 'evidence', 'concludes'] as const
export type Relation = (typeof relations)[number]
/** What a document can start or govern, as `plan:…`, `target:…`. */
export const subjectKinds = ['programme', 'plan', 'target', 'task', 'meeting', 'recognition', 'body'] as const
export type SubjectKind = (typeof subjectKinds)[number]
export const Subject = z
  .string()
  .check(
    z.maxLength(60),
    z.regex(/^(programme|plan|target|task|meeting|recognition|body):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  )

export const documentRefusals = defineRefusals('documents', {
  already_registered: {
    vi: 'Văn bản số {number} ngày {issuedOn} của {issuer} đã có trong sổ.',
    en: 'Number {number} of {issuedOn} by {issuer} is in the register already.',
  },
  issued_in_future: {
    status: 422,
    vi: 'Ngày ban hành {issuedOn} sau ngày làm việc {today}.',
    en: 'The day of issue, {issuedOn}, lies after the working day {today}.',
  },
  replaces_itself: {
    status: 422,
    vi: 'Văn bản không thể thay thế chính nó hoặc văn bản đã thay thế nó.',
    en: 'A document cannot replace itself, nor one that replaced it.',
  },
  replaces_unknown: {
    status: 422,
    vi: 'Không tìm thấy văn bản được thay thế.',
    en: 'The document that it replaces was not found.',
  },
  file_unknown: {
    status: 422,
    vi: 'Không tìm thấy tệp này. Hãy gửi lại tệp.',
    en: 'The file was not found. Send it again.',
  },
  subject_unknown: {
    status: 422,
    vi: 'Không tìm thấy nội dung mà văn bản gắn với, hoặc nằm ngoài địa bàn của bạn.',
    en: 'What the document is linked to was not found, or lies outside your areas.',
  },
  programme_elsewhere: {
    status: 422,
    vi: 'Chương trình này không thuộc địa bàn của văn bản.',
    en: 'The programme does not belong to the area of the document.',
  },
})

const AreaName = z.object({ id: Id, code: z.string(), name: z.string(), type: z.string() })
const Named = z.object({
  id: Id,
  kind: z.string(),
  number: z.string(),
  issuedOn: z.nullable(PlainDate),
  title: z.string(),
})

export const DocumentRow = z.object({
  id: Id,
  kind: z.string(),
  number: z.string(),
  issuedOn: z.nullable(PlainDate),
  issuer: z.string(),
  title: z.string(),
  area: AreaName,
  file: z.nullable(File),
  public: z.boolean(),
  demo: z.boolean(),
  /** How many things it starts or governs. */
  links: z.int(),
  replacedBy: z.nullable(Named),
})

export const ListDocuments = defineQuery({
  name: 'documents.list',
  title: { vi: 'Sổ văn bản', en: 'The register of documents' },
  permission: 'documents.read',
  place: 'scope',
  input: z.object({
    /** Words of the number, the title, the issuer, with or without diacritics. */
    q: z.optional(z.string().check(z.maxLength(200))),
    kind: z.optional(DocumentKind),
    programme: z.optional(z.string().check(z.maxLength(80))),
    /** A unit and everything below it. */
    area: z.optional(Id),
    /** A unit and everything below it, with what was issued over the programmes that it works in. */
    concerning: z.optional(Id),
    /** Documents linked to this, as `task:…`. */
    subject: z.optional(Subject),
    withFile: z.optional(FlagParameter),
    on: z.optional(PlainDate),
    ...Page,
  }),
  output: z.object({
    on: PlainDate,
    rows: z.array(DocumentRow),
    total: z.int(),
    next: z.nullable(z.string()),
    kinds: z.array(z.object({ kind: z.string(), count: z.int() })),
    may: z.object({ register: z.boolean() }),
  }),
})

export const OneDocument = defineQuery({
  name: 'documents.one',
  title: { vi: 'Một văn bản', en: 'A document' },
  permission: 'documents.read',
  place: 'scope',
  input: z.object({ id: Id, on: z.optional(PlainDate) }),
  output: z.object({
    ...DocumentRow.shape,
    note: z.string(),
    programme: z.nullable(z.object({ id: Id, slug: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
    replaces: z.nullable(Named),
    /** What it starts or governs, within the reach of the one who asks. */
    linked: z.array(
      z.object({
        subject: Subject,
        kind: z.enum(subjectKinds),
        relation: z.enum(relations),
        label: z.object({ vi: z.string(), en: z.string() }),
        /** Where it is shown in the staff application; null: nowhere of its own. */
        to: z.nullable(z.string()),
        on: z.nullable(PlainDate),
      }),
    ),
    recordedOn: PlainDate,
    version: Version,
    may: z.object({ edit: z.boolean() }),
  }),
})

const Content = {
  kind: DocumentKind,
  /** Empty where the source states none. */
  number: OptionalText(60),
  issuedOn: z.nullable(PlainDate),
  issuer: Text(200),
  title: Text(500),
  programmeId: z.optional(z.nullable(Id)),
  fileId: z.optional(z.nullable(Id)),
  replacesId: z.optional(z.nullable(Id)),
  public: z.boolean(),
  note: OptionalText(2000),
  links: z.array(z.object({ subject: Subject, relation: z.enum(relations) })).check(z.maxLength(200)),
}
const refusals = [
  documentRefusals.already_registered,
  documentRefusals.issued_in_future,
  documentRefusals.replaces_itself,
  documentRefusals.replaces_unknown,
  documentRefusals.file_unknown,
  documentRefusals.subject_unknown,
  documentRefusals.programme_elsewhere,
]

export const RegisterDocument = defineCommand({
  name: 'documents.register',
  title: { vi: 'Vào sổ văn bản', en: 'Register a document' },
  permission: 'documents.manage',
  place: { in: (input) => input.areaId },
  input: z.object({ id: Id, areaId: Id, ...Content }),
  output: z.object({ id: Id, version: Version }),
  refusals,
})

export const EditDocument = defineCommand({
  name: 'documents.edit',
  title: { vi: 'Sửa văn bản trong sổ', en: 'Change a document of the register' },
  permission: 'documents.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, ...Content }),
  output: z.object({ id: Id, version: Version }),
  refusals,
})

/** What the form offers: where documents may be registered, programmes, and things to link. */
export const DocumentChoices = defineQuery({
  name: 'documents.choices',
  title: { vi: 'Các lựa chọn khi vào sổ', en: 'What can be chosen when registering' },
  permission: 'documents.manage',
  place: 'scope',
  input: z.object({ programme: z.optional(z.string().check(z.maxLength(80))), on: z.optional(PlainDate) }),
  output: z.object({
    /** The working day: the latest day of issue that is accepted. */
    today: PlainDate,
    areas: z.array(AreaName),
    programmes: z.array(z.object({ id: Id, slug: z.string(), name: z.object({ vi: z.string(), en: z.string() }) })),
    subjects: z.array(
      z.object({ subject: Subject, kind: z.enum(subjectKinds), label: z.object({ vi: z.string(), en: z.string() }) }),
    ),
    documents: z.array(Named),
  }),
})
