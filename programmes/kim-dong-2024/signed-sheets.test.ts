// The stack of the demonstration is read by the product itself: four to be confirmed, one box empty, one square code under coffee.

import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { slice as commitments } from '../../modules/commitments/server/slice.ts'
import { ConfirmPages, ListQueue, MatchPage, ShowReading } from '../../modules/paper/contract.ts'
import { paperChores, providePaperKey } from '../../modules/paper/server/public.ts'
import { slice as paper } from '../../modules/paper/server/slice.ts'
import { expectRefusal, world } from '../../tests/support/world.ts'
import { areaId, demoId } from './ids.ts'
import { sendSignedSheets } from './signed-sheets.ts'

providePaperKey(() => 'a secret of this test run, long enough')
const communeId = areaId('12280')
const queue = { driveId: demoId('drive:2024'), communeId }
const reading = { communeId, readingId: demoId('reading:2024') }

test('whoever opens the demonstration finds signatures to confirm, and each way in which a sheet may be amiss', {
  timeout: 240_000,
}, async () => {
  const { parts, database, communeOfficer, neighbour } = await world([commitments, paper])
  await database.db.transaction().execute((inside) => sendSignedSheets(inside, 'http://localhost'))
  // Turns are short.
  for (let turn = 0; turn < 8; turn += 1) for (const chore of paperChores) await chore.run(parts)
  await expectRefusal(neighbour.ask(ListQueue, queue), 'platform.not_found')

  const { state, pages } = await communeOfficer.ask(ShowReading, reading)
  expect(state).toBe('done')
  expect(pages.map(({ doubt, reason }) => doubt ?? reason)).toEqual([null, null, 'box_empty', null, null, 'no_qr'])
  const { rows } = await communeOfficer.ask(ListQueue, queue)
  expect(rows.map(({ number, cut, foreseen }) => [number, cut, foreseen])).toEqual(
    [27, 28, 29, 30, 31].map((number) => [number, true, null]),
  )
  // The code printed on the sheet under the coffee can still be typed.
  const { rows: left } = await sql<{ code: string }>`
    select code from paper_sheet sheet where not exists (select 1 from paper_page page where page.sheet_id = sheet.id)`.execute(
    database.db,
  )
  const pageId = pages.at(-1)?.id ?? ''
  await communeOfficer.send(MatchPage, { communeId, pageId, code: left[0]?.code ?? '' })

  const clear = rows.filter(({ doubt }) => !doubt).map(({ id }) => id)
  const { results } = await communeOfficer.send(ConfirmPages, {
    communeId,
    pageIds: [...clear, pageId],
    signedOn: '2024-11-12',
  })
  expect(results.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'accepted'))
})
