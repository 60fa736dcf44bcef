// A file that is on its way to another installation, made through the doors of a served site; the other side is only a card.

import { v7 as uuidv7 } from 'uuid'
import { momentOf } from '../../modules/cases/server/public.ts'
import { newPairs, signedFile } from '../../modules/handover/server/far/crypto.ts'
import type { Page } from '../../platform/testing/browser.ts'
import type { Site } from './site.ts'

export async function departureOn(site: Site, communeId: string, fileId: string): Promise<string> {
  const admin = await site.enter('quantri')
  await post(site, admin, 'handover/name-installation', { name: 'Công an Hiệp Cường', servesId: communeId })
  const pairs = newPairs()
  const card = signedFile(pairs, 'card', {
    ...{ installation: uuidv7(), name: 'Công an tỉnh Mẫu', madeAt: new Date().toISOString() },
    box: pairs.boxPublic.toString('base64'),
    sign: pairs.signPublic.toString('base64'),
    serves: [{ code: '99001', name: 'Mẫu Sơn', type: 'xã' }],
  })
  const { id } = await post(site, admin, 'handover/register-card', card)
  const known = await admin.request.get(`${site.url}/api/handover/correspondents`)
  const { rows } = (await known.json()) as { rows: { id: string; keys: { id: string }[] }[] }
  const key = rows.find((row) => row.id === id)?.keys[0]?.id
  await post(site, admin, 'handover/confirm-card', { id, key, with: 'Trực ban, 0220 1234' })
  await admin.context().close()
  const police = await site.enter('conganxa')
  const open = { communeId, fileId, openingId: uuidv7() }
  await post(site, police, 'cases/open', {
    ...{ communeId, fileId, id: open.openingId, purpose: 'move', ground: 'Chuyển nơi cư trú' },
  })
  const sent = await post(site, police, 'handover/far-send', {
    ...{ ...open, id: uuidv7(), correspondentId: id, code: '99001', movedAt: momentOf(new Date()) },
  })
  await police.context().close()
  return String(sent.id)
}

async function post(site: Site, page: Page, path: string, data: unknown): Promise<Record<string, unknown>> {
  const type = Buffer.isBuffer(data) ? 'application/octet-stream' : 'application/json'
  const answer = await page.request.post(`${site.url}/api/${path}`, {
    data: data as Buffer,
    headers: { origin: site.url, 'idempotency-key': uuidv7(), 'content-type': type },
  })
  if (answer.status() !== 200) throw new Error(await answer.text())
  return (await answer.json()) as Record<string, unknown>
}
