// Eight households of Lương Bằng that are left to sign on paper: their sheets are printed by the real printer, and stacks of
// files are read by the real reader.

import { buffer } from 'node:stream/consumers'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { slice as commitments } from '../../modules/commitments/server/slice.ts'
import {
  ConfirmPages,
  ListQueue,
  PrintSheets,
  ShowReading,
  StartReading,
  UploadSheets,
} from '../../modules/paper/contract.ts'
import { runWaitingReadings } from '../../modules/paper/server/read/work.ts'
import { paperRoutes } from '../../modules/paper/server/routes.ts'
import { slice } from '../../modules/paper/server/slice.ts'
import { openDrive, type SigningPlace } from './signing.ts'
import { type World, world } from './world.ts'

export type PaperStack = Awaited<ReturnType<typeof paperStack>>

export async function paperStack(publicUrl = 'https://binhyen.example.vn') {
  const here: World = await world([commitments, slice])
  const place: SigningPlace = await openDrive(here)
  const { communeId } = place
  await sql`update roster_entry set ended_on = '2024-10-01', ended_reason = 'moved'
    where commune_id = ${communeId} and id <> all(${place.entries}::uuid[])`.execute(here.database.db)
  const officer = here.communeOfficer
  const fetched = (address: string, from = publicUrl) =>
    new Hono()
      .route('/', paperRoutes(here.parts, { publicUrl: from }))
      .request(address, { headers: { 'x-test-person': officer.id } })
  return {
    here,
    place,
    /** The sheets of a drive as one PDF; those of the eight where no other is named. */
    async printed(driveId = place.driveId, from = publicUrl): Promise<Buffer> {
      const { id } = await officer.send(PrintSheets, { id: uuidv7(), driveId, communeId, hamletId: null, bodyId: null })
      return buffer((await fetched(`/api/paper/prints/${communeId}/${id}`, from)).body as never)
    },
    async read(...files: readonly Uint8Array[]) {
      const readingId = uuidv7()
      for (const [position, bytes] of files.entries())
        await officer.send(
          UploadSheets,
          { readingId, driveId: place.driveId, communeId, name: `tệp-${position + 1}`, position },
          { bytes },
        )
      await officer.send(StartReading, { communeId, readingId })
      await runWaitingReadings(here.parts)
      return officer.ask(ShowReading, { communeId, readingId })
    },
    queue: () => officer.ask(ListQueue, { driveId: place.driveId, communeId }),
    confirm: (pageIds: string[]) => officer.send(ConfirmPages, { communeId, pageIds, signedOn: '2024-11-12' }),
    cutOf: async (pageId: string): Promise<Buffer> =>
      Buffer.from(await (await fetched(`/api/paper/pages/${communeId}/${pageId}/cut`)).arrayBuffer()),
  }
}
