// Forms filled from a file, and the templates that take the place of ours.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, Instant, OptionalText, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { signingWayIds } from '../forms/signing.ts'
import { caseRefusals as no } from './refusals.ts'

const Words = z.object({ vi: z.string(), en: z.string() })
const here = { in: (input: { communeId: string }) => input.communeId }
const opened = { communeId: Id, fileId: Id, openingId: Id }

/** 2 MB: a form of an office with its emblem fits; a book does not. */
export const templateLimit = 2 * 1024 * 1024

export const formRefusals = defineRefusals('cases', {
  form_unknown: { status: 404, vi: 'Không có mẫu nào mang số {form}.', en: 'There is no form {form}.' },
  signature_not_theirs: {
    status: 422,
    vi: 'Không ký như vậy được: {why}.',
    en: 'It cannot be signed so: {why}.',
  },
  form_of_other_event: {
    status: 422,
    vi: 'Mẫu {form} không dùng cho sự việc này, hoặc sự việc đã rút lại.',
    en: 'The form {form} is not for this event, or the event was withdrawn.',
  },
  template_not_docx: {
    status: 415,
    vi: 'Tệp “{name}” không phải văn bản Word (.docx). Tệp .doc cũ: mở ra rồi lưu lại thành .docx.',
    en: 'The file “{name}” is not a Word document (.docx). Open an old .doc and save it as .docx.',
  },
  template_too_large: {
    status: 413,
    vi: 'Nội dung mẫu khi giải nén lớn quá {limit} MB.',
    en: 'Unpacked, the template is larger than {limit} MB.',
  },
  template_macros: {
    status: 422,
    vi: 'Mẫu có macro ({where}). Hãy lưu lại thành .docx không có macro.',
    en: 'The template holds macros ({where}). Save it as .docx without macros.',
  },
  template_external: {
    status: 422,
    vi: 'Mẫu có liên kết ra ngoài ({where}). Hãy bỏ liên kết rồi gửi lại.',
    en: 'The template links to something outside ({where}). Take the link away and send it again.',
  },
  template_active: {
    status: 422,
    vi: 'Mẫu có phần tự chạy hoặc tệp nhúng ({where}). Hãy bỏ phần đó rồi gửi lại.',
    en: 'The template holds something that runs, or an embedded file ({where}). Take it away and send it again.',
  },
  template_field_broken: {
    status: 422,
    vi: 'Trường viết dở: {where}. Mỗi trường là một tên giữa { và }, trong cùng một đoạn.',
    en: 'A field is broken: {where}. Each field is one name between { and }, within one paragraph.',
  },
  template_field_unknown: {
    status: 422,
    vi: 'Không có trường nào tên như vậy: {where}. Xem danh sách tên trường trên trang này.',
    en: 'There is no field of this name: {where}. See the list of fields on this page.',
  },
  template_list_broken: {
    status: 422,
    vi: 'Danh sách viết dở: {where}. Một danh sách mở bằng {#tên} và đóng bằng {/tên}, bên trong là các cột của nó.',
    en: 'A list is broken: {where}. A list opens with {#name} and closes with {/name}; inside are its columns.',
  },
  template_no_fields: {
    status: 422,
    vi: 'Mẫu không có trường nào để điền.',
    en: 'The template has no field to fill.',
  },
  template_dates: {
    status: 422,
    vi: 'Ngày hết dùng phải từ ngày bắt đầu dùng trở đi.',
    en: 'The last day cannot come before the first.',
  },
  template_withdrawn: { vi: 'Mẫu này đã thôi dùng rồi.', en: 'This template is no longer used already.' },
})

export const FieldState = z.object({
  field: z.string(),
  /** `hidden`: not for this reader; it stays a dotted line. */
  state: z.enum(['known', 'missing', 'hidden']),
  typed: z.boolean(),
})

export const ShowForm = defineQuery({
  name: 'cases.form',
  title: { vi: 'Xem một mẫu sẽ điền được gì từ hồ sơ', en: 'See what a form takes from a file' },
  permission: 'cases.read',
  place: here,
  input: z.object({ ...opened, form: Text(20), eventId: z.optional(Id) }),
  sensitive: true,
  output: z.object({
    /** Never what stands in them: only whether it is there. */
    fields: z.array(FieldState),
    lists: z.array(z.object({ list: z.string(), rows: z.int() })),
    /** Of the uploaded template; null where it is ours. */
    version: z.nullable(z.int()),
    day: PlainDate,
    bearsNumber: z.boolean(),
    /** Of papers that an office signs: by which rights that may be, each with its reason, and whom the posts of today propose. */
    signing: z.nullable(
      z.object({
        ways: z.array(z.object({ way: z.enum(signingWayIds), may: z.boolean(), because: Words })),
        proposed: z.object({ way: z.enum(signingWayIds), name: z.nullable(z.string()), because: Words }),
      }),
    ),
  }),
  refusals: [
    formRefusals.form_unknown,
    formRefusals.form_of_other_event,
    no.not_open,
    no.opens_for_others,
    no.key_missing,
    no.erased,
  ],
})

/** A copy leaves the file: a command, so that it is on the record before it is handed out; its answer is not kept. */
export const FillForm = defineCommand({
  name: 'cases.fill-form',
  sealsInput: true,
  title: { vi: 'Lập mẫu từ hồ sơ (.docx)', en: 'Fill a form from a file (.docx)' },
  permission: 'cases.read',
  place: here,
  input: z.object({
    ...opened,
    form: Text(20),
    eventId: z.optional(Id),
    /** What no file holds, by field: goes onto the paper, and is not kept. */
    typed: z._default(z.record(z.string().check(z.maxLength(40)), OptionalText(500)), {}),
    /** By which right it is signed; `post` is the signer's own, where it is signed by order or by authority. */
    signing: z.optional(z.object({ as: z.enum(signingWayIds), post: OptionalText(120) })),
  }),
  output: z.object({ code: z.string(), name: z.string(), docx: z.string() }),
  forgetAnswer: true,
  refusals: [
    formRefusals.form_unknown,
    formRefusals.form_of_other_event,
    formRefusals.signature_not_theirs,
    no.not_open,
    no.opens_for_others,
    no.key_missing,
    no.erased,
  ],
})

export const ListFormCopies = defineQuery({
  name: 'cases.form-copies',
  title: { vi: 'Các bản đã lập từ hồ sơ', en: 'Copies that left a file' },
  permission: 'cases.read',
  place: here,
  input: z.object(opened),
  sensitive: true,
  output: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        form: z.string(),
        eventId: z.nullable(Id),
        version: z.nullable(z.int()),
        by: z.nullable(z.string()),
        at: Instant,
      }),
    ),
  }),
  refusals: [no.not_open, no.opens_for_others],
})

const TemplateShown = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  from: PlainDate,
  until: z.nullable(PlainDate),
  by: z.nullable(z.string()),
  at: Instant,
  withdrawnAt: z.nullable(Instant),
})
export type TemplateShown = z.output<typeof TemplateShown>

export const ListForms = defineQuery({
  name: 'cases.forms',
  title: { vi: 'Biểu mẫu của hồ sơ và mẫu đang dùng', en: 'Forms of the files and the templates in use' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        form: z.string(),
        /** The template in use today; null where it is ours. */
        inUse: z.nullable(Id),
        templates: z.array(TemplateShown),
      }),
    ),
  }),
})

export const UploadTemplate = defineCommand({
  name: 'cases.upload-template',
  sealsInput: true,
  title: { vi: 'Gửi mẫu chính thức thay mẫu của phần mềm', en: 'Upload an official template in place of ours' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ id: Id, form: Text(20), name: Text(200), from: PlainDate, until: z.optional(PlainDate) }),
  output: z.object({ version: z.int(), fields: z.array(z.string()) }),
  bytes: templateLimit,
  refusals: Object.entries(formRefusals)
    .filter(([name]) => name.startsWith('template_') || name === 'form_unknown')
    .map(([, refusal]) => refusal),
})

export const WithdrawTemplate = defineCommand({
  name: 'cases.withdraw-template',
  sealsInput: true,
  title: { vi: 'Thôi dùng một mẫu đã gửi', en: 'Use an uploaded template no more' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ id: Id }),
  output: z.object({ form: z.string() }),
  refusals: [formRefusals.template_withdrawn],
})

export const ReadTemplate = defineQuery({
  name: 'cases.template',
  title: {
    vi: 'Tải một mẫu, hoặc bản điền thử bằng dữ liệu hư cấu',
    en: 'Fetch a template, or one filled with invented data',
  },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({
    form: Text(20),
    /** Without it: ours. */
    id: z.optional(Id),
    as: z.enum(['template', 'sample']),
  }),
  output: z.object({ name: z.string(), docx: z.string() }),
  refusals: [formRefusals.form_unknown],
})
