// Decides every setting of the product: the environment is read here and nowhere else.
import path from 'node:path'
import { z } from 'zod'
import type { Bilingual } from './contract/words.ts'
import { readTrustedProxies, type TrustedProxies } from './server/client-address.ts'
import { filesTwoFactors, logLevels, type SettingName, settingTable } from './setting-table.ts'
import { StartupRefusal } from './startup-refusal.ts'

const checkout = path.resolve(import.meta.dirname, '..')

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
