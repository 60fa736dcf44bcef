// A file that somebody brought: what kind it is, whether it has its shape, whether it is for us and signed by whom it says.

import * as z from 'zod/mini'
import { type RefusalKind, refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { farRefusals as no } from '../../contract.ts'
import { type Carried, readCarried } from '../../rules/far/container.ts'
import { type Correspondent, keyThatSigned } from './correspondents.ts'
import { isSignedBy } from './crypto.ts'
import { type Installation, installationIn } from './installation.ts'

const faults: Record<'not-ours' | 'other-version' | 'broken', RefusalKind> = {
  'not-ours': no.far_not_ours,
  'other-version': no.far_other_version,
  broken: no.far_broken,
}

export function carriedIn(bytes: Uint8Array): Carried {
  const read = readCarried(bytes)
  if (!read.ok) throw refuse(faults[read.fault])
  return read.carried
}

export function headerIn<H extends z.ZodMiniType>(shape: H, { header }: Carried): z.output<H> {
  const parsed = z.safeParse(shape, header)
  if (!parsed.success) throw refuse(no.far_broken)
  return parsed.data
}

type Between = { from: { installation: string; key: string }; to: { installation: string } }

/** For us, from somebody who is trusted, and signed by them. */
export async function signedForUs(
  files: Db,
  { from, to }: Between,
  { signed, signature }: Carried,
  now: Date,
): Promise<{ us: Installation; correspondent: Correspondent }> {
  const us = await installationIn(files)
  if (!us) throw refuse(no.no_card)
  if (to.installation !== us.id) throw refuse(no.for_another_installation)
  const { correspondent, key } = await keyThatSigned(files, from, now)
  if (!isSignedBy(key.sign_public, signed, signature)) throw refuse(no.far_forged, { name: correspondent.name })
  return { us, correspondent }
}
