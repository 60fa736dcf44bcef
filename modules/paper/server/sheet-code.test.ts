// What a QR may say: ours, forged, foreign.

import { expect, test } from 'vitest'
import { meaningOfQr, providePaperKey, qrTextOf } from './sheet-code.ts'

test('a QR of ours names its sheet; one letter changed, another key or another code name nothing', () => {
  providePaperKey(() => 'a secret of this test run, long enough')
  const code = '0123456789ABCDEF'
  const text = qrTextOf(code)
  expect(text).toMatch(/^BYP1\.[0-9A-Z]{24}$/)
  expect(meaningOfQr(text)).toEqual({ code })
  expect(meaningOfQr(text.replace('0123', '1123'))).toBe('forged')
  expect(meaningOfQr(text.slice(0, -1))).toBe('forged')
  expect(meaningOfQr(`BYP2.${text.slice(5)}`)).toBe('forged')
  expect(meaningOfQr('https://example.org/menu')).toBe('foreign')
  providePaperKey(() => 'the secret of another installation')
  expect(meaningOfQr(text)).toBe('forged')
})
