// Decides every setting of the product: the environment is read here and nowhere else.
// Each setting is one row of `settingTable`; the reference page and the test of it are made from those rows.
import path from 'node:path'
import { z } from 'zod'
import type { Bilingual } from './contract/words.ts'
import { readTrustedProxies, type TrustedProxies } from './server/client-address.ts'
import { StartupRefusal } from './startup-refusal.ts'

const checkout = path.resolve(import.meta.dirname, '..')

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const filesTwoFactors = ['required', 'offered'] as const

export interface OidcSettings {
  issuer: string
  clientId: string
  clientSecret: string
  /** The organisation demands two factors of everybody: a sign-in there counts as two. */
  twoFactors: boolean
}

export interface Settings {
  port: number
  host: string
  /** Absolute folder that holds everything the product keeps: the database, files, secrets. */
  data: string
  /** Given: somebody else's PostgreSQL is used, and the embedded one stays off. */
  databaseUrl: string | undefined
  /** The address people type, without a slash at its end. */
  publicUrl: string
  /** Given: used as the product's secret; else one is made once and kept in the data folder. */
  secret: string | undefined
  /** Given: signs the heads of the audit; else a key is made once and kept in the data folder. */
  auditKey: string | undefined
  /** Given: the master keys of the files of persons, the one in use first; else from the command, or made once and kept in the data folder. */
  filesKey: string | undefined
  /** Given: a command that prints those keys. */
  filesKeyCommand: string | undefined
  logLevel: (typeof logLevels)[number]
  /** For tests and demonstrations: the day that stands for today, YYYY-MM-DD. */
  today: string | undefined
  oidc: OidcSettings | undefined
  /** Whether rights to files of persons are withheld from a session with one factor. */
  filesTwoFactors: (typeof filesTwoFactors)[number]
  /** Whose X-Forwarded-For is believed; nobody's unless set. */
  trustedProxies: TrustedProxies | undefined
  /** Requests per second: of each signed-in person, of each address that is not signed in; 0 is no limit. */
  limits: { perPerson: number; perAddress: number }
}

export interface SettingRow {
  name: string
  /** What holds when the variable is not set; empty: nothing. */
  default: string
  meaning: Bilingual
}

export const settingTable = [
  {
    name: 'BINHYEN_PORT',
    default: '8080',
    meaning: { vi: 'cổng mà máy chủ lắng nghe, từ 1 đến 65535', en: 'the port the server listens on, from 1 to 65535' },
  },
  {
    name: 'BINHYEN_HOST',
    default: '127.0.0.1',
    meaning: {
      vi: 'địa chỉ mạng mà máy chủ lắng nghe; mặc định chỉ máy này vào được, đặt 0.0.0.0 để máy khác cũng vào được',
      en: 'the network address the server listens on; by default only this machine gets in, 0.0.0.0 lets other machines in',
    },
  },
  {
    name: 'BINHYEN_DATA',
    default: 'var',
    meaning: {
      vi: 'thư mục giữ toàn bộ dữ liệu: cơ sở dữ liệu, tệp, khóa bí mật; đường dẫn tương đối tính từ thư mục mã nguồn',
      en: 'the folder that keeps all data: database, files, secrets; a relative path counts from the checkout',
    },
  },
  {
    name: 'DATABASE_URL',
    default: '',
    meaning: {
      vi: 'địa chỉ PostgreSQL 15 trở lên do quý vị tự vận hành; bỏ trống thì dùng PostgreSQL đi kèm',
      en: 'the address of a PostgreSQL 15 or newer that you run yourself; left empty, the one that comes with the product is used',
    },
  },
  {
    name: 'BINHYEN_URL',
    default: 'http://localhost:BINHYEN_PORT',
    meaning: {
      vi: 'địa chỉ mà người dùng gõ vào trình duyệt, bắt đầu bằng http:// hoặc https://',
      en: 'the address people type into the browser, starting with http:// or https://',
    },
  },
  {
    name: 'BINHYEN_SECRET',
    default: '',
    meaning: {
      vi: 'khóa bí mật để ký phiên đăng nhập, ít nhất 32 ký tự; bỏ trống thì tạo một lần và giữ trong thư mục dữ liệu',
      en: 'the secret that signs sessions, at least 32 characters; left empty, it is made once and kept in the data folder',
    },
  },
  {
    name: 'BINHYEN_AUDIT_KEY',
    default: '',
    meaning: {
      vi: 'khóa Ed25519 để ký nhật ký truy vết, dạng PKCS#8 DER viết bằng base64; bỏ trống thì tạo một lần và giữ trong thư mục dữ liệu',
      en: 'the Ed25519 key that signs the audit, PKCS#8 DER as base64; left empty, it is made once and kept in the data folder',
    },
  },
  {
    name: 'BINHYEN_FILES_KEY',
    default: '',
    meaning: {
      vi: 'khóa chủ của hồ sơ người, 32 byte viết bằng base64, nhiều khóa cách nhau bằng dấu phẩy và khóa đang dùng đứng đầu; bỏ trống thì tạo một lần và giữ trong thư mục dữ liệu',
      en: 'the master key of the files of persons, 32 bytes as base64, several with commas and the one in use first; left empty, it is made once and kept in the data folder',
    },
  },
  {
    name: 'BINHYEN_FILES_KEY_COMMAND',
    default: '',
    meaning: {
      vi: 'lệnh in ra khóa đó (của dịch vụ quản lý khóa), chạy một lần khi khởi động, không qua shell',
      en: 'a command that prints that key (of a key service), run once at the start, without a shell',
    },
  },
  {
    name: 'BINHYEN_LOG_LEVEL',
    default: 'info',
    meaning: {
      vi: `mức ghi nhật ký: ${logLevels.join(', ')}`,
      en: `how much is logged: ${logLevels.join(', ')}`,
    },
  },
  {
    name: 'BINHYEN_TODAY',
    default: '',
    meaning: {
      vi: 'chỉ để thử nghiệm: ngày được coi là hôm nay, dạng NĂM-THÁNG-NGÀY',
      en: 'for testing only: the day that stands for today, as YYYY-MM-DD',
    },
  },
  {
    name: 'BINHYEN_OIDC_ISSUER',
    default: '',
    meaning: {
      vi: 'địa chỉ nơi cấp danh tính (OIDC) của đơn vị; đặt cả ba biến OIDC hoặc không đặt biến nào',
      en: "the address of the organisation's sign-in (OIDC); set all three OIDC variables or none",
    },
  },
  {
    name: 'BINHYEN_OIDC_CLIENT_ID',
    default: '',
    meaning: { vi: 'mã ứng dụng đã đăng ký với nơi cấp danh tính', en: 'the client id registered with that sign-in' },
  },
  {
    name: 'BINHYEN_OIDC_CLIENT_SECRET',
    default: '',
    meaning: { vi: 'mật khẩu ứng dụng của nơi cấp danh tính', en: 'the client secret of that sign-in' },
  },
  {
    name: 'BINHYEN_OIDC_TWO_FACTORS',
    default: 'false',
    meaning: {
      vi: 'true khi nơi cấp danh tính bắt buộc mọi người xác thực hai lớp, đăng nhập từ đó được coi là đủ hai lớp; nếu không thì false',
      en: 'true where that sign-in demands two factors of everybody, so that coming from there counts as two; else false',
    },
  },
  {
    name: 'BINHYEN_FILES_TWO_FACTORS',
    default: 'required',
    meaning: {
      vi: 'required: quyền về hồ sơ người chỉ có trong phiên đăng nhập đã xác thực hai lớp; offered: xác thực hai lớp là tùy chọn, một lớp cũng mở được hồ sơ',
      en: 'required: rights to files of persons are held only in sessions with two factors; offered: two factors are optional, and one opens files too',
    },
  },
  {
    name: 'BINHYEN_TRUSTED_PROXIES',
    default: '',
    meaning: {
      vi: 'máy chủ trung gian được tin khi khai địa chỉ người gọi (X-Forwarded-For): số lớp trung gian từ 1 đến 9, hoặc danh sách địa chỉ IP hay dải CIDR cách nhau bằng dấu phẩy; bỏ trống thì không tin máy nào',
      en: "the proxies believed about the caller's address (X-Forwarded-For): how many stand one behind the other, from 1 to 9, or a list of IP addresses or CIDR ranges with commas; left empty, none is believed",
    },
  },
  {
    name: 'BINHYEN_REQUESTS_PER_PERSON',
    default: '5000',
    meaning: {
      vi: 'số yêu cầu mỗi giây của một người đã đăng nhập, dồn được gấp bốn; 0 là không giới hạn',
      en: 'requests per second of one signed-in person, four times that in a burst; 0 is no limit',
    },
  },
  {
    name: 'BINHYEN_REQUESTS_PER_ADDRESS',
    default: '50',
    meaning: {
      vi: 'số yêu cầu mỗi giây của một địa chỉ chưa đăng nhập, dồn được gấp bốn; 0 là không giới hạn',
      en: 'requests per second of one address that is not signed in, four times that in a burst; 0 is no limit',
    },
  },
] as const satisfies SettingRow[]

export type SettingName = (typeof settingTable)[number]['name']

const webAddress = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''))
const perSecond = z
  .string()
  .regex(/^[0-9]{1,7}$/)
  .transform(Number)
const oneLine = z.string().regex(/^[^\p{Cc}]+$/u)

// One reading per variable; an empty variable counts as not set, as shells and compose files write it.
const readings = {
  BINHYEN_PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(65_535)),
  BINHYEN_HOST: z.union([z.ipv4(), z.ipv6(), z.hostname()]),
  BINHYEN_DATA: oneLine,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  BINHYEN_URL: webAddress,
  BINHYEN_SECRET: z.string().min(32).pipe(oneLine),
  BINHYEN_AUDIT_KEY: z.base64(),
  BINHYEN_FILES_KEY: oneLine,
  BINHYEN_FILES_KEY_COMMAND: oneLine,
  BINHYEN_LOG_LEVEL: z.enum(logLevels),
  BINHYEN_TODAY: z.iso.date(),
  BINHYEN_OIDC_ISSUER: webAddress,
  BINHYEN_OIDC_CLIENT_ID: oneLine,
  BINHYEN_OIDC_CLIENT_SECRET: oneLine,
  BINHYEN_OIDC_TWO_FACTORS: z.enum(['true', 'false']),
  BINHYEN_FILES_TWO_FACTORS: z.enum(filesTwoFactors),
  BINHYEN_TRUSTED_PROXIES: z.string().transform((text, context) => {
    const read = readTrustedProxies(text)
    if (!read) context.addIssue('no such proxies')
    return read
  }),
  BINHYEN_REQUESTS_PER_PERSON: perSecond,
  BINHYEN_REQUESTS_PER_ADDRESS: perSecond,
} satisfies Record<SettingName, z.ZodType>

export type Environment = Record<string, string | undefined>

export function readSettings(environment: Environment): Settings {
  refuseUnknownNames(environment)
  const port = read(environment, 'BINHYEN_PORT') ?? 8080
  return {
    port,
    host: read(environment, 'BINHYEN_HOST') ?? '127.0.0.1',
    data: path.resolve(checkout, read(environment, 'BINHYEN_DATA') ?? 'var'),
    databaseUrl: read(environment, 'DATABASE_URL'),
    publicUrl: read(environment, 'BINHYEN_URL') ?? `http://localhost:${port}`,
    secret: read(environment, 'BINHYEN_SECRET'),
    auditKey: read(environment, 'BINHYEN_AUDIT_KEY'),
    filesKey: read(environment, 'BINHYEN_FILES_KEY'),
    filesKeyCommand: read(environment, 'BINHYEN_FILES_KEY_COMMAND'),
    logLevel: read(environment, 'BINHYEN_LOG_LEVEL') ?? 'info',
    today: read(environment, 'BINHYEN_TODAY'),
    oidc: readOidc(environment),
    filesTwoFactors: read(environment, 'BINHYEN_FILES_TWO_FACTORS') ?? 'required',
    trustedProxies: read(environment, 'BINHYEN_TRUSTED_PROXIES'),
    limits: {
      perPerson: read(environment, 'BINHYEN_REQUESTS_PER_PERSON') ?? 5000,
      perAddress: read(environment, 'BINHYEN_REQUESTS_PER_ADDRESS') ?? 50,
    },
  }
}

function read<Name extends SettingName>(
  environment: Environment,
  name: Name,
): z.output<(typeof readings)[Name]> | undefined {
  const text = environment[name]?.trim()
  if (!text) return undefined
  const outcome = readings[name].safeParse(text)
  if (outcome.success) return outcome.data as z.output<(typeof readings)[Name]>
  const meaning = meaningOf(name)
  throw new StartupRefusal('setting-ill-formed', {
    vi: `Biến môi trường ${name} không đúng. Cần: ${meaning.vi}.`,
    en: `The environment variable ${name} is not right. Wanted: ${meaning.en}.`,
  })
}

function readOidc(environment: Environment): OidcSettings | undefined {
  const issuer = read(environment, 'BINHYEN_OIDC_ISSUER')
  const clientId = read(environment, 'BINHYEN_OIDC_CLIENT_ID')
  const clientSecret = read(environment, 'BINHYEN_OIDC_CLIENT_SECRET')
  const twoFactors = read(environment, 'BINHYEN_OIDC_TWO_FACTORS') === 'true'
  if (!issuer && !clientId && !clientSecret && !twoFactors) return undefined
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret, twoFactors }
  const missing = Object.entries({
    BINHYEN_OIDC_ISSUER: issuer,
    BINHYEN_OIDC_CLIENT_ID: clientId,
    BINHYEN_OIDC_CLIENT_SECRET: clientSecret,
  })
    .filter(([, value]) => !value)
    .map(([name]) => name)
    .join(', ')
  throw new StartupRefusal('setting-missing', {
    vi: `Thiếu biến môi trường ${missing}: đặt cả ba biến OIDC hoặc không đặt biến nào.`,
    en: `The environment variable ${missing} is missing: set all three OIDC variables or none.`,
  })
}

// A misspelt setting that silently does nothing is worse than a start that stops.
function refuseUnknownNames(environment: Environment): void {
  const known = new Set<string>(settingTable.map((row) => row.name))
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('BINHYEN_') && !/^BINHYEN_(TEST|DEV)_/.test(name) && !known.has(name),
  )
  if (!unknown) return
  throw new StartupRefusal('setting-unknown', {
    vi: `Không có biến môi trường nào tên ${unknown}; danh sách ở docs/operations.md.`,
    en: `There is no setting called ${unknown}; docs/operations.md lists them.`,
  })
}

function meaningOf(name: SettingName): Bilingual {
  const row = settingTable.find((candidate) => candidate.name === name)
  if (!row) throw new Error(`settingTable has no row for ${name}`)
  return row.meaning
}
