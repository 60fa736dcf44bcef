// Who signs the heads of the chain: an Ed25519 key made once and kept 0600 in the data folder, or given by a setting.
// The last head is kept beside the key, so that cutting the end of the chain off in the database is noticed.

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import path from 'node:path'
import { makeFolder, readPrivate, writePrivate } from '../../../platform/private-files.ts'
import { StartupRefusal } from '../../../platform/startup-refusal.ts'
import type { Head } from '../verify-export.mjs'

export type Signer = {
  /** Base64 of SPKI. */
  publicKey: string
  /** Base64. */
  sign(statement: Buffer): string
  keptHead(): Head | undefined
  keepHead(head: Head): void
}

/** `auditKey` is the base64 of the key in PKCS#8 (DER); without it the key in the data folder is used, or made. */
export function openSigner(settings: { data: string; auditKey?: string }): Signer {
  const folder = path.join(settings.data, 'secrets')
  const headFile = path.join(folder, 'audit-head.json')
  const key = settings.auditKey ? readKey(settings.auditKey) : keyIn(folder)
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')
  return {
    publicKey,
    sign: (statement) => sign(null, statement, key).toString('base64'),
    keptHead: () => {
      const text = readPrivate(headFile)
      return text === undefined ? undefined : (JSON.parse(text) as Head)
    },
    keepHead: (head) => {
      makeFolder(folder, 0o700)
      writePrivate(headFile, JSON.stringify(head))
    },
  }
}

function keyIn(folder: string): KeyObject {
  const file = path.join(folder, 'audit-key')
  const kept = readPrivate(file)
  if (kept !== undefined) return readKey(kept)
  const { privateKey } = generateKeyPairSync('ed25519')
  makeFolder(folder, 0o700)
  writePrivate(file, privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'))
  return privateKey
}

function readKey(text: string): KeyObject {
  try {
    const key = createPrivateKey({ key: Buffer.from(text.trim(), 'base64'), format: 'der', type: 'pkcs8' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Told below, without repeating what was given.
  }
  throw new StartupRefusal('audit-key-wrong', {
    vi: 'Khóa ký nhật ký không đọc được: cần khóa Ed25519 dạng PKCS#8 DER, viết bằng base64.',
    en: 'The key that signs the audit cannot be read: an Ed25519 key in PKCS#8 DER, as base64, is needed.',
  })
}
