// A file with a list comes in: sealed at once with a key of its own. It never lies on a disk, in a log or in a queue.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { blind, newKey, seal, unseal } from '../../../../platform/server/envelope.ts'
import { answers, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { kindOfBytes } from '../../../../platform/server/spreadsheet/encoding.ts'
import { headerKey } from '../../../../platform/server/spreadsheet/headers.ts'
import { lookAt } from '../../../../platform/server/spreadsheet/look.ts'
import { bytesSource, type Source } from '../../../../platform/server/spreadsheet/source.ts'
import { Unreadable } from '../../../../platform/server/spreadsheet/table.ts'
import {
  caseRefusals,
  draftDays,
  type ListPlan,
  LookAtPersonList,
  listRefusals,
  SendPersonList,
} from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { insideFiles } from '../sealing/inside.ts'
import { indexKey, wrap } from '../sealing/keys.ts'
import { listHeaderWords } from './header-words.ts'
import { keyOfList, type ListRecord, listRecord } from './record.ts'

export const daysAfter = (now: Date, days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString()

export const sendList = carriesOut(SendPersonList, async ({ db, person, now, bytes }, { communeId, importId }) => {
  const media = mediaOf(bytes)
  await namingFaults(() => lookAt(bytesSource(bytes), media, {}, listHeaderWords))
  const key = newKey()
  const keepUntil = daysAfter(now, draftDays)
  await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'list' }, async (files) => {
      const { wrapped, master } = wrap(key, `list ${importId}`)
      const { rows } = await sql`
        insert into cases.import (commune_id, id, started_by, started_at, state, media, wrapped_key, master_key, sealed_file, keep_until)
        values (${communeId}, ${importId}, ${person.id}, ${now.toISOString()}, 'draft', ${media}, ${wrapped}, ${master},
          ${seal(key, Buffer.from(bytes), `file of list ${importId}`)}, ${keepUntil})
        on conflict do nothing returning id`.execute(files)
      if (rows.length === 0) throw refuse(caseRefusals.already_recorded)
      // What is kept for so long only is looked for in communes that are known.
      await sql`insert into cases.commune (commune_id) values (${communeId}) on conflict do nothing`.execute(files)
    }),
  )
  return {
    answer: { importId, keepUntil },
    audit: { subject: `case-list:${importId}`, areaId: communeId, after: { bytes: bytes.length, media } },
  }
})

function mediaOf(bytes: Uint8Array): 'csv' | 'xlsx' {
  const kind = kindOfBytes(bytes)
  if (kind === 'empty') throw refuse(listRefusals.empty_file)
  if (kind === 'old_excel' || kind === 'wrong_kind') throw refuse(listRefusals[kind])
  return kind
}

export async function namingFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    throw fault instanceof Unreadable ? refuse(listRefusals[fault.reason]) : fault
  }
}

export async function sentFile(files: Db, communeId: string, { id }: ListRecord, key: Buffer): Promise<Source> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select sealed_file as sealed from cases.import where commune_id = ${communeId} and id = ${id}`.execute(files)
  if (!rows[0]?.sealed) throw refuse(listRefusals.no_list)
  return bytesSource(unseal(key, rows[0].sealed, `file of list ${id}`))
}

export const lookAtList = answers(LookAtPersonList, async ({ db, person }, { communeId, importId, ...asked }) => {
  const readerId = person?.id ?? ''
  return sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId, purpose: 'list' }, async (files) => {
      const record = await listRecord(files, communeId, importId)
      const source = await sentFile(files, communeId, record, keyOfList(record, readerId))
      const { reading, columns, ...look } = await namingFaults(() =>
        lookAt(source, record.media, asked, listHeaderWords),
      )
      const remembered = await rememberedColumns(files, readerId, look.header)
      return {
        media: record.media,
        ...look,
        mapping: { ...reading, columns: remembered ?? columns } as ListPlan['mapping'],
        remembered: remembered !== undefined,
        reader: person?.name ?? '',
      }
    }),
  )
})

type Columns = ListPlan['mapping']['columns']

async function rememberedColumns(files: Db, readerId: string, header: readonly string[]): Promise<Columns | undefined> {
  const { rows } = await sql<{ columns: Columns }>`
    select columns from cases.import_columns where reader_id = ${readerId} and header = ${await hashed(files, header)}`.execute(
    files,
  )
  return rows[0]?.columns
}

export async function rememberColumns(
  files: Db,
  readerId: string,
  header: readonly string[],
  columns: Columns,
): Promise<void> {
  await sql`
    insert into cases.import_columns (reader_id, header, columns)
    values (${readerId}, ${await hashed(files, header)}, ${JSON.stringify(columns)}::jsonb)
    on conflict (reader_id, header) do update set columns = excluded.columns`.execute(files)
}

/** A header may be somebody's name where the file has none: it is kept as a keyed hash like a name. */
const hashed = async (files: Db, header: readonly string[]): Promise<Buffer> =>
  blind(await indexKey(files), 'header', headerKey(header))
