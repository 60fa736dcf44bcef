// A look at the beginning of a roster file, with the columns that the person chose for such a file before.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { headerKey } from '../../../../platform/server/spreadsheet/headers.ts'
import { type AskedReading, type FileMedia, lookAt } from '../../../../platform/server/spreadsheet/look.ts'
import type { Source } from '../../../../platform/server/spreadsheet/source.ts'
import { Unreadable } from '../../../../platform/server/spreadsheet/table.ts'
import { LookAtRosterFile, type Mapping } from '../../contract/import.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import { headerWords } from './guess.ts'
import { areaOfImport, recordOf } from './records.ts'
import { uploadedSource } from './uploaded.ts'

export async function lookAtRoster(source: Source, media: FileMedia, asked: AskedReading) {
  try {
    const { reading, columns, ...look } = await lookAt(source, media, asked, headerWords)
    return { ...look, mapping: { ...reading, columns } as Mapping }
  } catch (fault) {
    throw fault instanceof Unreadable ? refuse(importRefusals[fault.reason]) : fault
  }
}

export const lookAtRosterFile: Handler = answers(
  LookAtRosterFile,
  async ({ db, person }, { importId, ...asked }) => {
    const record = await recordOf(db, importId)
    const source = record && (await uploadedSource(db, importId))
    if (!record || !source) throw refuse(importRefusals.piece_missing)
    const look = await lookAtRoster(source, record.media, asked)
    const remembered = await rememberedColumns(db, person?.id, look.header)
    return {
      media: record.media,
      fileName: record.fileName,
      ...look,
      mapping: { ...look.mapping, columns: remembered ?? look.mapping.columns },
      remembered: remembered !== undefined,
    }
  },
  areaOfImport,
)

async function rememberedColumns(
  db: Db,
  personId: string | undefined,
  header: readonly string[],
): Promise<Mapping['columns'] | undefined> {
  const found = await sql<{ mapping: { columns: Mapping['columns'] } }>`
    select mapping from roster_mapping where person_id = ${personId ?? null} and header_key = ${headerKey(header)}`.execute(
    db,
  )
  return found.rows[0]?.mapping.columns
}

export async function rememberColumns(
  db: Db,
  personId: string,
  header: readonly string[],
  columns: Mapping['columns'],
): Promise<void> {
  await sql`
    insert into roster_mapping (person_id, header_key, mapping)
    values (${personId}, ${headerKey(header)}, ${JSON.stringify({ columns })}::jsonb)
    on conflict (person_id, header_key) do update set mapping = excluded.mapping, used_at = now()`.execute(db)
}
