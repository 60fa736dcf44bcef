// Which account runs the server, and which folders it may pass through.
import { expect, test } from 'vitest'
import type { Account } from './account.ts'
import { chooseAccount, readAccounts } from './account.ts'
import { mayEnter } from './place.ts'

const passwd =
  'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534::/:/bin/false\nbinhyen:x:995:994::/:/bin/false\n\n'
const accounts = readAccounts(passwd)

test('accounts are read from passwd, empty lines are none', () => {
  expect(accounts.map(({ name, uid, gid }) => [name, uid, gid])).toEqual([
    ['root', 0, 0],
    ['nobody', 65_534, 65_534],
    ['binhyen', 995, 994],
  ])
})

test('the owner of the data goes before our own account, and a vanished owner is not replaced in silence', () => {
  expect(chooseAccount(accounts, 65_534)?.name).toBe('nobody')
  expect(chooseAccount(accounts, 4_711)).toBe(undefined)
  expect(chooseAccount(accounts, undefined)?.name).toBe('binhyen')
  expect(chooseAccount(readAccounts('root:x:0:0::/root:/bin/sh'), undefined)).toBe(undefined)
})

const account: Account = { name: 'binhyen', uid: 995, gid: 994 }

test.each([
  ['root home', { uid: 0, gid: 0, mode: 0o700 }, false],
  ['open to all', { uid: 0, gid: 0, mode: 0o755 }, true],
  ['to pass, not to list', { uid: 0, gid: 0, mode: 0o711 }, true],
  ['its group may', { uid: 0, gid: 994, mode: 0o710 }, true],
  ['all others may, its group may not', { uid: 0, gid: 994, mode: 0o701 }, false],
  ['its own', { uid: 995, gid: 0, mode: 0o700 }, true],
  ['its own, closed to itself', { uid: 995, gid: 0, mode: 0o077 }, false],
])('%s', (_, rights, may) => {
  expect(mayEnter(rights, account)).toBe(may)
})

test('root passes everywhere', () => {
  expect(mayEnter({ uid: 995, gid: 0, mode: 0o000 }, { name: 'root', uid: 0, gid: 0 })).toBe(true)
})
