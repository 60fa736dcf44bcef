// The files of persons in tests: begun with what happened so far, and opened for a purpose.

import { v7 as uuidv7 } from 'uuid'
import { BeginFile, OpenFile, type PurposeId, RecordEvent } from '../../modules/cases/contract.ts'
import type { InputOf } from '../../platform/contract/operation.ts'
import type { Somebody } from './world.ts'

/** What every call about the opened file names. */
export type Open = { communeId: string; fileId: string; openingId: string }
export type Entry = Pick<InputOf<typeof RecordEvent>, 'kind' | 'at' | 'details'>

export async function openFile(
  by: Somebody,
  { communeId, fileId }: Pick<Open, 'communeId' | 'fileId'>,
  purpose: PurposeId,
  ground: string,
): Promise<Open> {
  const openingId = uuidv7()
  await by.send(OpenFile, { communeId, fileId, id: openingId, purpose, ground })
  return { communeId, fileId, openingId }
}

/** Begun by whoever decides, who recorded these events and has it open still; `ids` are those of the events. */
export async function fileWith(
  by: Somebody,
  communeId: string,
  identity: InputOf<typeof BeginFile>['identity'],
  entries: readonly Entry[],
): Promise<{ open: Open; number: string; ids: string[] }> {
  const fileId = uuidv7()
  const { number } = await by.send(BeginFile, { communeId, id: fileId, personId: uuidv7(), identity, although: true })
  const open = await openFile(by, { communeId, fileId }, 'decide', 'Thông báo số 8')
  const ids: string[] = []
  for (const entry of entries) {
    const id = uuidv7()
    await by.send(RecordEvent, { ...open, id, ...entry, version: ids.length + 1 })
    ids.push(id)
  }
  return { open, number, ids }
}
