// What is in a pack for another installation: a whole file with all that lies beside it and the form; and the sealing of it
// for the other side.

import * as z from 'zod/mini'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type MovingFile, movingFileFrom } from '../../../cases/server/public.ts'
import { farRefusals as no } from '../../contract.ts'
import type { PackHeader } from '../../rules/far/headers.ts'
import type { PackForm } from '../packs.ts'
import { digestOf, openFor, type Pairs, sealFor, signedFile } from './crypto.ts'

export type FarContent = { form: PackForm; whole: MovingFile }

const Form = z.object({
  form: z.nullable(z.string().check(z.maxLength(20))),
  residence: z.string(),
  stay: z.string(),
  sentBy: z.optional(z.string().check(z.maxLength(200))),
})
const Content = z.object({ form: Form, whole: z.unknown() })

export const mostPackBytes = 16 * 1024 * 1024
/** Files of about one size look alike on their way: how long it is would tell how much happened. */
const block = 16 * 1024

/** What it is and between whom, so that a pack taken from one envelope does not open in another. */
const boundOf = (header: Pick<PackHeader, 'pack' | 'from' | 'to'>): string =>
  `pack ${header.pack} from ${header.from.key} to ${header.to.key}`

export function packFile(
  us: Pairs,
  them: Buffer,
  header: Omit<PackHeader, 'ephemeral' | 'bytes' | 'sha256'>,
  content: FarContent,
): Buffer {
  const text = Buffer.from(JSON.stringify(content))
  const plain = Buffer.concat([text, Buffer.alloc(block - (text.length % block), ' ')])
  const { ephemeral, sealed } = sealFor(them, plain, boundOf(header))
  if (sealed.length > mostPackBytes - block) throw refuse(no.pack_too_large)
  const sha256 = digestOf(sealed).toString('hex')
  return signedFile(us, 'pack', { ...header, ephemeral, bytes: sealed.length, sha256 } satisfies PackHeader, sealed)
}

/** A file that was cut off or changed after the lines that are signed. */
export function refuseBroken({ bytes, sha256 }: PackHeader, body: Uint8Array): void {
  if (body.length !== bytes || digestOf(body).toString('hex') !== sha256) throw refuse(no.far_broken)
}

export function contentOf(us: Pairs, header: PackHeader, body: Uint8Array): FarContent {
  const sealed = { ephemeral: header.ephemeral, sealed: Buffer.from(body) }
  const plain = openFor(us, sealed, boundOf(header))
  if (!plain) throw refuse(no.far_broken)
  const parsed = z.safeParse(Content, jsonIn(plain.toString()))
  const whole = parsed.success ? movingFileFrom(parsed.data.whole) : undefined
  if (!parsed.success || !whole) throw refuse(no.pack_other_content)
  return { form: parsed.data.form, whole }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Words of a return, for those who sent the pack and nobody else. */
const noteBound = (pack: string): string => `note of the return of ${pack}`
export function sealedNote(them: Buffer, pack: string, words: string): { ephemeral: string; sealed: string } {
  const { ephemeral, sealed } = sealFor(them, Buffer.from(words), noteBound(pack))
  return { ephemeral, sealed: sealed.toString('base64') }
}
export const openNote = (us: Pairs, pack: string, note: { ephemeral: string; sealed: string }): string | undefined =>
  openFor(us, { ephemeral: note.ephemeral, sealed: Buffer.from(note.sealed, 'base64') }, noteBound(pack))?.toString()
