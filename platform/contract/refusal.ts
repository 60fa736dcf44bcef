// A refusal is a named "no" with its reason: code, HTTP status, and a sentence in each language.

import type { Bilingual, Language } from './words.ts'

export type RefusalKind = Bilingual & { code: string; status: number }
/** What fills the places of a sentence; what reads differently in each language comes in both. */
export type RefusalValues = Record<string, string | number | Bilingual | undefined>
export type FieldError = { path: string; message: string }

/**
 * Declares the refusals of one module. Sentences may hold `{name}` places that the values fill.
 * Default status 409: the request was understood, and the state of things forbids it.
 */
export function defineRefusals<const K extends string>(
  module: string,
  kinds: Record<K, Bilingual & { status?: number }>,
): Record<K, RefusalKind> {
  const named = {} as Record<K, RefusalKind>
  for (const key of Object.keys(kinds) as K[]) {
    const kind = kinds[key]
    named[key] = { code: `${module}.${key}`, status: kind.status ?? 409, vi: kind.vi, en: kind.en }
  }
  return named
}

/** Thrown by the door's steps and by handlers; translated into an RFC 9457 problem at the edge. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly values: RefusalValues
  readonly field: string | undefined
  readonly fields: FieldError[] | undefined
  /** Facts for the caller's program, for example the state that somebody else saved meanwhile. */
  readonly extra: Record<string, unknown> | undefined

  constructor(
    kind: RefusalKind,
    options: { values?: RefusalValues; field?: string; fields?: FieldError[]; extra?: Record<string, unknown> } = {},
  ) {
    super(kind.code)
    this.name = 'Refusal'
    this.kind = kind
    this.values = options.values ?? {}
    this.field = options.field
    this.fields = options.fields
    this.extra = options.extra
  }
}

/** Makes the refusal to throw: `throw refuse(refusals.closed, { name })`; `field` points at what was typed. */
export function refuse(kind: RefusalKind, values: RefusalValues = {}, field?: string): Refusal {
  return new Refusal(kind, { values, field })
}

/** ISO dates inside a sentence read as dd/mm/yyyy. */
const shown = (value: string | number | undefined): string =>
  String(value ?? '').replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')

/** The refusal's sentence in the reader's language, with its values in place. */
export function sentenceOf(kind: RefusalKind, values: RefusalValues, language: Language): string {
  return kind[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return shown(typeof value === 'object' ? value[language] : value)
  })
}

/** Refusals that every operation can meet. */
export const platformRefusals = defineRefusals('platform', {
  not_signed_in: { status: 401, vi: 'Bạn cần đăng nhập để làm việc này.', en: 'Sign in to do this.' },
  not_allowed: {
    status: 403,
    vi: 'Bạn chưa có quyền làm việc này. Người quản lý quyền ở địa bàn của bạn cấp được.',
    en: 'You do not hold the right to do this. Who manages rights in your area can give it.',
  },
  two_factors_needed: {
    status: 403,
    vi: 'Hồ sơ người chỉ mở cho phiên đăng nhập đã xác thực hai lớp. Vào Tài khoản của tôi để bật ứng dụng xác thực, hoặc thêm khóa truy cập rồi đăng nhập bằng khóa đó.',
    en: 'Files of persons open only to a session with two factors. On the page My account, switch on the authenticator app, or add a passkey and sign in with it.',
  },
  not_found: {
    status: 404,
    vi: 'Không tìm thấy, hoặc nằm ngoài địa bàn của bạn.',
    en: 'Not found, or outside your areas.',
  },
  invalid_input: {
    status: 422,
    vi: 'Có chỗ chưa đúng: xem những ô có báo lỗi.',
    en: 'Some fields need mending: see those that are marked.',
  },
  not_json: { status: 400, vi: 'Nội dung gửi lên không đọc được.', en: 'The request body cannot be read.' },
  too_large: {
    status: 413,
    vi: 'Nội dung gửi lên lớn quá {limit} MB.',
    en: 'The request body is larger than {limit} MB.',
  },
  command_id_missing: {
    status: 400,
    vi: 'Thiếu mã lần gửi (Idempotency-Key) dạng UUID.',
    en: 'The Idempotency-Key header must hold a UUID.',
  },
  command_id_reused: {
    vi: 'Mã lần gửi này đã dùng cho một việc khác.',
    en: 'This command id was already used for something else.',
  },
  id_taken: {
    vi: 'Mã định danh này đã dùng cho một bản ghi khác. Hãy tải lại trang rồi lưu lại.',
    en: 'This id already belongs to another record. Load the page again, then save.',
  },
  changed_meanwhile: {
    vi: 'Người khác vừa lưu nội dung này. Bản của bạn vẫn còn, hãy so lại rồi lưu.',
    en: 'Somebody else has just saved this. Your text is kept: compare, then save again.',
  },
  too_many: {
    status: 429,
    vi: 'Gửi quá nhanh. Thử lại sau {wait}.',
    en: 'Too many requests. Try again in {wait}.',
  },
  cross_site: {
    status: 403,
    vi: 'Yêu cầu đến từ trang khác nên bị từ chối.',
    en: 'The request came from another site and was refused.',
  },
  broken: {
    status: 500,
    vi: 'Máy chủ gặp lỗi. Việc của bạn chưa được lưu; mã sự cố {incident}.',
    en: 'The server failed. Nothing was saved; incident {incident}.',
  },
  database_away: {
    status: 503,
    vi: 'Cơ sở dữ liệu chưa trả lời. Thử lại sau ít phút.',
    en: 'The database does not answer. Try again in a few minutes.',
  },
})
