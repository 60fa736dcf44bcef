// The pack of three thousand households over HTTP, as a phone gets it: every household named and addressed apart, half of
// them signed; how soon it opens there, and what the phone takes of each household's time while twenty sign in a row.

import { get } from 'node:http'
import { sql } from 'kysely'
import { openDatabase } from '../platform/database/connect.ts'
import { enrolDevice } from './field/device.ts'
import { signInARow } from './field/doors.ts'
import { openings, openOffline } from './field/phone.ts'
import { atMost, type Bench, percentile, rounded } from './figure.ts'
import { type Commune, prepareGround } from './signing/ground.ts'

const households = 3_000
const rounds = 5

/** Names and addresses that differ as real ones do; the ground's own are numbered and would shrink to nothing. */
async function fillHouseholds(databaseUrl: string, commune: Commune, driveId: string): Promise<void> {
  const { db, close } = await openDatabase(databaseUrl)
  try {
    await sql`
      update roster_entry set headcount = 1 + floor(random() * 7)::int, changed_xid = pg_current_xact_id(),
        name = (array['Nguyễn','Trần','Lê','Phạm','Hoàng','Vũ','Đặng','Bùi','Đỗ','Ngô','Dương','Đào'])[1 + floor(random() * 12)::int] || ' '
          || (array['Văn','Thị','Đức','Minh','Hữu','Thu','Ngọc','Quang'])[1 + floor(random() * 8)::int] || ' '
          || (array['Bình','Hòa','Lộc','Thúy','Hạnh','Tú','Duy','Hương','Khánh','Mai','Sơn','Yến','Quý'])[1 + floor(random() * 13)::int],
        address = 'Số ' || floor(random() * 400)::int || ', ngõ ' || floor(random() * 90)::int || ', đường '
          || (array['Nguyễn Trãi','Phạm Ngũ Lão','Bãi Sậy','Chu Mạnh Trinh','Lê Lai'])[1 + floor(random() * 5)::int] || ', tổ '
          || floor(random() * 12)::int
      where commune_id = ${commune.id}`.execute(db)
    await sql`
      insert into commitment_promise (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on, signed_at, code)
      select commune_id, gen_random_uuid(), ${driveId}, id, group_id, 1, place_id, 'ink', '2024-11-12', now(), substr(id::text, 1, 16)
      from roster_entry where commune_id = ${commune.id} order by id limit ${households / 2}`.execute(db)
  } finally {
    await close()
  }
}

/** The bytes as they come over the wire. */
function wireOf(address: string, cookie: string): Promise<{ bytes: number; milliseconds: number }> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(address, { headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve({ bytes, milliseconds: performance.now() - began })
        else reject(new Error(`${address} answered ${answer.statusCode}`))
      })
    }).once('error', reject)
  })
}

export const bench: Bench = {
  name: 'pack',
  run: async () => {
    const ground = await prepareGround(households)
    try {
      const commune = ground.communes[0]
      if (!commune) throw new Error('the ground has no commune')
      await fillHouseholds(ground.databaseUrl, commune, await ground.openDrive())
      const device = await enrolDevice(ground.url, ground.cookie)
      const address = `${ground.url}/api/field/pack?hamletId=${commune.id}&deviceId=${device.id}`
      const wires = []
      for (let round = 0; round < rounds; round += 1) wires.push(await wireOf(address, ground.cookie))
      const speeds = wires.map(({ milliseconds }) => milliseconds)
      console.log(`  built and sent in ${rounded(percentile(speeds, 0.5))} ms`)
      const phone = await openOffline(ground, commune.id)
      const opened = await openings(phone.page)
      const { touches, milliseconds } = await signInARow(phone.page).finally(phone.close)
      return [
        atMost('kb', rounded(Math.max(...wires.map(({ bytes }) => bytes)) / 1024), 'kB', 1_536),
        atMost('open_ms', Math.round(percentile(opened, 0.95)), 'ms', 1_000),
        atMost('touches', touches, 'besides the ink', 1),
        atMost('next_ms', Math.round(percentile(milliseconds, 0.95)), 'ms', 1_000),
      ]
    } finally {
      await ground.close()
    }
  },
}
