// What the environment may say, and the sentence for what it may not.
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingTable } from './setting-table.ts'
import { readSettings } from './settings.ts'
import { StartupRefusal } from './startup-refusal.ts'

function refusalOf(environment: Record<string, string>): StartupRefusal {
  try {
    readSettings(environment)
  } catch (fault) {
    if (fault instanceof StartupRefusal) return fault
    throw fault
  }
  throw new Error('was not refused')
}

describe('refused', () => {
  test.each([
    ['BINHYEN_PORT', '0'],
    ['BINHYEN_PORT', '65536'],
    ['BINHYEN_PORT', '80a'],
    ['BINHYEN_PORT', '8080.5'],
    ['BINHYEN_HOST', 'not a host'],
    ['BINHYEN_DATA', 'a\nb'],
    ['DATABASE_URL', 'mysql://u@h/d'],
    ['DATABASE_URL', 'postgres'],
    ['BINHYEN_URL', 'ftp://example.vn'],
    ['BINHYEN_URL', 'example.vn'],
    ['BINHYEN_SECRET', 'short'],
    ['BINHYEN_LOG_LEVEL', 'loud'],
    ['BINHYEN_TODAY', '15/03/2024'],
    ['BINHYEN_TODAY', '2024-02-30'],
    ['BINHYEN_OIDC_ISSUER', 'id.example.vn'],
    ['BINHYEN_OIDC_TWO_FACTORS', 'yes'],
    ['BINHYEN_FILES_TWO_FACTORS', 'true'],
    ['BINHYEN_FILES_TWO_FACTORS', 'optional'],
    ['BINHYEN_TRUSTED_PROXIES', '0'],
    ['BINHYEN_TRUSTED_PROXIES', 'proxy.example.vn'],
    ['BINHYEN_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['BINHYEN_REQUESTS_PER_PERSON', '-1'],
    ['BINHYEN_REQUESTS_PER_ADDRESS', '1.5'],
  ])('%s=%s names the variable in both languages', (name, value) => {
    const refusal = refusalOf({ [name]: value })
    expect(refusal.refusal).toBe('setting-ill-formed')
    expect(refusal.sentence.vi).toContain(name)
    expect(refusal.sentence.en).toContain(name)
  })

  test('the value is not repeated: it may be a password', () => {
    expect(refusalOf({ DATABASE_URL: 'mysql://root:bimat@h/d' }).message).not.toContain('bimat')
  })

  test('a misspelt name', () => {
    const refusal = refusalOf({ BINHYEN_PROT: '9000' })
    expect(refusal.refusal).toBe('setting-unknown')
    expect(refusal.sentence.vi).toContain('BINHYEN_PROT')
  })

  test('OIDC set in part names what is missing', () => {
    const refusal = refusalOf({ BINHYEN_OIDC_ISSUER: 'https://id.example.vn', BINHYEN_OIDC_CLIENT_ID: 'x' })
    expect(refusal.refusal).toBe('setting-missing')
    expect(refusal.sentence.en).toContain('BINHYEN_OIDC_CLIENT_SECRET')
    expect(refusal.sentence.en).not.toContain('BINHYEN_OIDC_ISSUER')
  })

  test('two factors of an organisation that is not set', () => {
    expect(refusalOf({ BINHYEN_OIDC_TWO_FACTORS: 'true' }).refusal).toBe('setting-missing')
    expect(readSettings({ BINHYEN_OIDC_TWO_FACTORS: 'false' }).oidc).toBeUndefined()
  })
})

test('an empty environment gives the defaults, closed to other machines', () => {
  expect(readSettings({ PATH: '/bin' })).toEqual({
    port: 8080,
    host: '127.0.0.1',
    data: path.resolve(import.meta.dirname, '../var'),
    databaseUrl: undefined,
    publicUrl: 'http://localhost:8080',
    secret: undefined,
    logLevel: 'info',
    today: undefined,
    oidc: undefined,
    filesTwoFactors: 'required',
    trustedProxies: undefined,
    limits: { perPerson: 5000, perAddress: 50 },
  })
})

test('an empty variable counts as not set', () => {
  expect(readSettings({ BINHYEN_PORT: '', DATABASE_URL: ' ' })).toEqual(readSettings({}))
})

test('everything set', () => {
  const settings = readSettings({
    BINHYEN_PORT: '9000',
    BINHYEN_HOST: '0.0.0.0',
    BINHYEN_DATA: '/srv/binhyen',
    DATABASE_URL: 'postgresql://an@db.example.vn/binhyen',
    BINHYEN_URL: 'https://binhyen.example.vn/',
    BINHYEN_SECRET: 'x'.repeat(32),
    BINHYEN_LOG_LEVEL: 'warn',
    BINHYEN_TODAY: '2024-11-15',
    BINHYEN_OIDC_ISSUER: 'https://id.example.vn',
    BINHYEN_OIDC_CLIENT_ID: 'binhyen',
    BINHYEN_OIDC_CLIENT_SECRET: 's',
    BINHYEN_OIDC_TWO_FACTORS: 'true',
    BINHYEN_FILES_TWO_FACTORS: 'offered',
    BINHYEN_TRUSTED_PROXIES: '2',
    BINHYEN_REQUESTS_PER_PERSON: '0',
    BINHYEN_REQUESTS_PER_ADDRESS: '100',
  })
  expect(settings.publicUrl).toBe('https://binhyen.example.vn')
  expect(settings.data).toBe('/srv/binhyen')
  expect(settings.today).toBe('2024-11-15')
  expect(settings.oidc).toEqual({
    issuer: 'https://id.example.vn',
    clientId: 'binhyen',
    clientSecret: 's',
    twoFactors: true,
  })
  expect(settings.filesTwoFactors).toBe('offered')
  expect(settings.trustedProxies).toEqual({ hops: 2 })
  expect(settings.limits).toEqual({ perPerson: 0, perAddress: 100 })
})

test('the public address follows the port', () => {
  expect(readSettings({ BINHYEN_PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
})

test('each setting has one row, with both meanings', () => {
  expect(new Set(settingTable.map((row) => row.name)).size).toBe(settingTable.length)
  for (const row of settingTable) expect([row.meaning.vi.length > 10, row.meaning.en.length > 10]).toEqual([true, true])
})
