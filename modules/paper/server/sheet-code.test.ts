// What a QR may say: ours, forged, foreign.

import { create } from 'qrcode'
import { expect, test } from 'vitest'
import { qr } from '../rules/layout.ts'
import { meaningOfQr, meaningOfSealed, providePaperKey, qrTextOf } from './sheet-code.ts'

const ours = 'https://binhyen.hungyen.gov.vn'

test('a QR of ours names its sheet; one letter changed, another key or another code name nothing', () => {
  providePaperKey(() => 'a secret of this test run, long enough')
  const code = '0123456789ABCDEF'
  const text = qrTextOf(code, ours)
  expect(text).toMatch(/^HTTPS:\/\/BINHYEN\.HUNGYEN\.GOV\.VN\/V\/0123456789ABCDEF[0-9A-Z]{8}$/)
  const sealed = text.slice(-24)
  for (const given of [text, text.toLowerCase(), `BYP1.${sealed}`, qrTextOf(code, 'http://10.0.0.5:8080')])
    expect(meaningOfQr(given)).toEqual({ code })
  expect(meaningOfSealed(sealed)).toEqual({ code })
  for (const forged of [text.replace('0123', '1123'), `BYP2.${sealed}`, `BYP1.${sealed.slice(1)}`, 'BYP'])
    expect(meaningOfQr(forged)).toBe('forged')
  expect(meaningOfSealed(sealed.replace('0123', '1123'))).toBe('forged')
  for (const foreign of ['https://example.org/menu', `${ours}/v/${code}`, `${text}0`, text.slice(0, -1), `x ${text}`])
    expect(meaningOfQr(foreign)).toBe('foreign')
  expect(meaningOfSealed(code)).toBeUndefined()
  providePaperKey(() => 'the secret of another installation')
  expect(meaningOfQr(text)).toBe('forged')
})

test('an address of a usual length has squares of more than a millimetre on paper, and a quarter of them may be lost', () => {
  for (const host of ['http://localhost:8080', ours, 'https://binhyen.tinhhungyen.gov.vn:8443']) {
    const { size } = create(qrTextOf('0123456789ABCDEF', host), { errorCorrectionLevel: 'Q' }).modules
    expect(qr.width / size).toBeGreaterThan(1.05)
  }
})
