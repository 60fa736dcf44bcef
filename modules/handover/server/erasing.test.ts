// A file on its way is not erased; afterwards nothing of a hand-over tells who it was.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { handOverWorld, here, there } from '../../../tests/support/hand-overs.ts'
import { expectRefusal } from '../../../tests/support/world.ts'
import { DecideErasure, ProposeErasure } from '../../cases/contract.ts'
import { insideFiles, provideKeptElsewhere } from '../../cases/server/public.ts'
import { ReturnPack } from '../contract.ts'
import { handOversOfErased } from './public.ts'

test('erased only where nothing is on its way, and then with what was sealed along the way', async () => {
  provideKeptElsewhere(handOversOfErased)
  const made = await handOverWorld()
  const { the, sender, receiver } = made
  const fileId = await made.managedFile()
  const propose = async () => {
    const erasureId = uuidv7()
    await sender.send(ProposeErasure, {
      communeId: here,
      fileId,
      id: erasureId,
      ground: 'no-ground',
      reason: 'Ghi nhầm người',
    })
    return { communeId: here, erasureId }
  }
  const { id } = await made.sendTo(fileId)
  await expectRefusal(propose(), 'cases.on_its_way')
  await made.readIt(id)
  await receiver.send(ReturnPack, { communeId: there, id, reason: 'other', note: 'Không cư trú ở đây' })
  const kept = () =>
    insideFiles(the.database.db, { communeId: here, readerId: sender.id, purpose: 'test' }, async (files) => {
      const { rows } = await sql<{ note: boolean }>`
        select note is not null as note from handover.sending where id = ${id}`.execute(files)
      return rows
    })
  expect(await kept()).toEqual([{ note: true }])
  await the.as(personId('truongcax')).send(DecideErasure, { ...(await propose()), decision: 'erase' })
  expect(await kept()).toEqual([{ note: false }])
})
