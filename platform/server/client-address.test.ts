// Nobody writes an address of their own choice; a trusted proxy is believed, as far as it can know.
import { describe, expect, test } from 'vitest'
import { clientAddress, readTrustedProxies } from './client-address.ts'

const made = '203.0.113.77'
const proxies = (text: string) => readTrustedProxies(text) ?? expect.fail(`not read: ${text}`)

describe('what a caller writes is not believed', () => {
  test.each([made, `${made}, 10.0.0.1`, 'x', '', '::1'])('without trusted proxies: %s', (forwarded) => {
    expect(clientAddress('198.51.100.9', forwarded, undefined)).toBe('198.51.100.9')
  })
  test('by somebody who is no trusted proxy', () => {
    expect(clientAddress('198.51.100.9', made, proxies('10.0.0.0/8, 127.0.0.1'))).toBe('198.51.100.9')
  })
  test('through a trusted proxy: only what the proxy itself added counts', () => {
    expect(clientAddress('10.0.0.1', `${made}, 198.51.100.9`, proxies('10.0.0.0/8'))).toBe('198.51.100.9')
    expect(clientAddress('10.0.0.1', `${made}, 198.51.100.9`, proxies('1'))).toBe('198.51.100.9')
  })
  test('past the proxies, when their number is known: the socket', () => {
    expect(clientAddress('198.51.100.9', made, proxies('2'))).toBe('198.51.100.9')
  })
  test('what is no address ends the search', () => {
    expect(clientAddress('10.0.0.1', `${made}, <script>, 10.0.0.2`, proxies('10.0.0.0/8'))).toBe('10.0.0.2')
    expect(clientAddress('10.0.0.1', 'unknown', proxies('1'))).toBe('10.0.0.1')
  })
})

describe('trusted proxies are believed', () => {
  test.each([
    ['127.0.0.1', '198.51.100.9', '127.0.0.1'],
    ['::ffff:127.0.0.1', '198.51.100.9', '127.0.0.1'],
    ['10.0.0.1', '198.51.100.9, 10.0.0.2, 10.9.9.9', '10.0.0.0/8'],
    ['10.0.0.1', '198.51.100.9:52311', '1'],
    ['10.0.0.1', `${made}, 198.51.100.9, 172.16.0.1`, '2'],
    ['fd00::1', '198.51.100.9', 'fd00::/8'],
  ])('%s says %s, trusted: %s', (peer, forwarded, trusted) => {
    expect(clientAddress(peer, forwarded, proxies(trusted))).toBe('198.51.100.9')
  })
  test('an IPv6 caller, in brackets with a port', () => {
    expect(clientAddress('10.0.0.1', '[2001:db8::7]:443', proxies('1'))).toBe('2001:db8::7')
  })
  test('a proxy that says nothing is the caller', () => {
    expect(clientAddress('10.0.0.1', null, proxies('10.0.0.1'))).toBe('10.0.0.1')
  })
})

test.each(['0', '10', '-1', 'localhost', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '1,2', '10.0.0.1,,', '::/129'])(
  '%s is no such setting',
  (text) => {
    expect(readTrustedProxies(text)).toBeUndefined()
  },
)
