// The product's own secret, which signs sessions and seals: made once, kept where only its owner may read it.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import * as z from 'zod/mini'
import { makeFolder, readPrivate, writePrivate } from './private-files.ts'
import type { Settings } from './settings.ts'
import { StartupRefusal } from './startup-refusal.ts'

const kept = z.object({ secret: z.string().check(z.minLength(32)) })

export function productSecret(settings: Pick<Settings, 'secret' | 'data'>): string {
  if (settings.secret) return settings.secret
  const file = path.join(settings.data, 'secrets.json')
  const text = readPrivate(file)
  if (text !== undefined) return readKept(file, text)
  makeFolder(settings.data, 0o711)
  const secret = randomBytes(48).toString('base64url')
  writePrivate(file, JSON.stringify({ secret }))
  return secret
}

function readKept(file: string, text: string): string {
  try {
    return kept.parse(JSON.parse(text)).secret
  } catch (fault) {
    throw new StartupRefusal(
      'secrets-unreadable',
      {
        vi: `Tệp ${file} bị hỏng: hãy khôi phục từ bản sao lưu; xóa tệp này thì mọi người phải đăng nhập lại.`,
        en: `The file ${file} is damaged: restore it from a backup; if it is removed, everybody has to sign in again.`,
      },
      { cause: fault },
    )
  }
}
