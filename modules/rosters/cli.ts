// `npm run cli -- rosters …`: a roster from a file of the machine, however large. The columns are found by their header;
// rows to mend go to a file beside it, whose path is said. Works whether or not the server is running.

import { createWriteStream, existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../db/schema.generated.ts'
import type { WithDatabase } from '../../platform/command-line.ts'
import { Refusal, refuse, sentenceOf } from '../../platform/contract/refusal.ts'
import { productSecret } from '../../platform/secrets.ts'
import { machineClock } from '../../platform/server/clock.ts'
import type { AuditEntry } from '../../platform/server/slice.ts'
import { kindOfBytes } from '../../platform/server/spreadsheet/encoding.ts'
import { fileSource, type Source } from '../../platform/server/spreadsheet/source.ts'
import { StartupRefusal } from '../../platform/startup-refusal.ts'
import { recordAudit } from '../audit/server/public.ts'
import type { Plan } from './contract/import.ts'
import { importRefusals } from './contract/import-refusals.ts'
import { refusePlan } from './server/import/commands.ts'
import { lookAtRoster } from './server/import/look.ts'
import { type Imported, runImport } from './server/import/run-import.ts'
import { undoImport } from './server/import/undo.ts'

/** Stands in the audit for whoever sits at the machine: the command line knows no person. */
const operator = '00000000-0000-0000-0000-000000000000'

type Asked = {
  area: string
  group: string
  asOf: string
  source: string
  title?: string
  hamlet?: string
  add: boolean
  dryRun: boolean
  errors?: string
}

export function rosterCommands(program: Command, withDatabase: WithDatabase): void {
  const rosters = program.command('rosters').description('danh sách người ký / rosters')
  rosters
    .command('import')
    .description('nhập danh sách từ .xlsx hoặc .csv / import a roster')
    .argument('<file>', 'tệp danh sách / the file')
    .requiredOption('--area <code>', 'mã xã, huyện hoặc tỉnh / code of the commune, or of a larger unit')
    .requiredOption('--group <id>', 'nhóm, ví dụ household-heads / the group')
    .requiredOption('--as-of <date>', 'ngày chốt, NĂM-THÁNG-NGÀY / the day of the list, YYYY-MM-DD')
    .requiredOption('--source <text>', 'sổ hoặc văn bản làm căn cứ / the paper that it was taken from')
    .option('--title <text>', 'tên danh sách / name of the list')
    .option('--hamlet <code>', 'cả tệp thuộc một thôn / the whole file belongs to one hamlet')
    .option('--add', 'thêm vào, không thay danh sách cũ / add, replace nothing', false)
    .option('--dry-run', 'chỉ kiểm tra, không ghi / check only, write nothing', false)
    .option('--errors <file>', 'nơi ghi các dòng lỗi / where the rows to mend go')
    .action((file: string, asked: Asked) =>
      withDatabase(async ({ db, settings }) => {
        const today = machineClock(settings.today).today()
        await bring(db, file, asked, { today, identityKey: productSecret(settings) })
      }),
    )
  rosters
    .command('undo')
    .description('hoàn tác một lần nhập / undo an import')
    .argument('<id>', 'mã lần nhập / id of the import')
    .action((importId: string) =>
      withDatabase(({ db, settings }) => takeBack(db, importId, machineClock(settings.today).today())),
    )
}

async function takeBack(db: Kysely<DB>, importId: string, today: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/i.test(importId)) throw startupRefusalOf(refuse(importRefusals.not_imported))
  try {
    const { taken, restored } = await db.transaction().execute(async (inside) => {
      await sql`set local statement_timeout = 0`.execute(inside)
      const counts = await undoImport(inside, { importId, personId: null, today })
      await recordAudit(inside, [noteOf('rosters.importUndo', importId, null, counts)])
      return counts
    })
    console.log(`Đã hoàn tác: bỏ ${taken}, trả lại ${restored}.\nUndone: ${taken} taken away, ${restored} put back.`)
  } catch (fault) {
    throw fault instanceof Refusal ? startupRefusalOf(fault) : fault
  }
}

const noteOf = (operation: string, id: string, areaId: string | null, after: unknown): AuditEntry => ({
  operation,
  personId: operator,
  actingForId: null,
  commandId: null,
  at: new Date(),
  subject: `roster-import:${id}`,
  areaId,
  after,
})

type Known = { today: string; identityKey: string }

async function bring(db: Kysely<DB>, file: string, asked: Asked, { today, identityKey }: Known): Promise<void> {
  if (!existsSync(file))
    throw new StartupRefusal('file-missing', { vi: `Không có tệp ${file}.`, en: `There is no file ${file}.` })
  const source = await fileSource(file)
  try {
    const media = mediaOf(await source.read(0, 65_536), file)
    const { areaId, plan } = await planOf(db, source, media, asked)
    await refusePlan(db, areaId, plan, today)
    const errors = path.resolve(asked.errors ?? `${file.replace(/\.\w{1,5}$/, '')}-can-sua.csv`)
    rmSync(errors, { force: true })
    const id = uuidv7()
    const writing = createWriteStream(errors, { flags: 'a' })
    const imported = await runImport(db, {
      id,
      areaId,
      personId: null,
      source,
      media,
      plan,
      dryRun: asked.dryRun,
      today,
      language: 'vi',
      identityKey,
      onProgress: async ({ done, total }) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${total ?? '?'}`)
      },
      saveFaults: (piece) =>
        new Promise((resolve, reject) => writing.write(piece, (fault) => (fault ? reject(fault) : resolve()))),
      inside: (inside, { first: _, kinds: __, places: ___, ...counts }) =>
        recordAudit(inside, [
          noteOf('rosters.importStart', id, areaId, {
            fileName: path.basename(file),
            groupId: plan.groupId,
            asOf: plan.asOf,
            ...counts,
          }),
        ]),
    }).finally(() => new Promise((resolve) => writing.end(resolve)))
    if (imported.bad === 0) rmSync(errors, { force: true })
    say(asked.dryRun ? undefined : id, imported, errors)
  } catch (fault) {
    throw fault instanceof Refusal ? startupRefusalOf(fault) : fault
  } finally {
    await source.close()
  }
}

const startupRefusalOf = ({ kind, values }: Refusal): StartupRefusal =>
  new StartupRefusal(kind.code, { vi: sentenceOf(kind, values, 'vi'), en: sentenceOf(kind, values, 'en') })

function mediaOf(start: Buffer, file: string): 'csv' | 'xlsx' {
  const kind = kindOfBytes(start)
  if (kind === 'csv' || kind === 'xlsx') return kind
  throw new StartupRefusal('roster-wrong-kind', {
    vi: `Tệp ${file} không phải bảng .xlsx hoặc .csv.`,
    en: `The file ${file} is no .xlsx or .csv table.`,
  })
}

async function planOf(
  db: Kysely<DB>,
  source: Source,
  media: 'csv' | 'xlsx',
  asked: Asked,
): Promise<{ areaId: string; plan: Plan }> {
  const areaId = await unitOf(db, asked.area, asked.asOf)
  const { mapping } = await lookAtRoster(source, media, {})
  const place: Plan['place'] = asked.hamlet
    ? { kind: 'hamlet', hamletId: await unitOf(db, asked.hamlet, asked.asOf) }
    : { kind: mapping.columns.hamlet === undefined ? 'commune' : 'hamlet-column' }
  return {
    areaId,
    plan: {
      mapping,
      groupId: asked.group,
      place,
      asOf: asked.asOf,
      source: asked.source,
      title: asked.title ?? asked.source,
      how: asked.add ? 'add' : 'replace',
    },
  }
}

async function unitOf(db: Kysely<DB>, code: string, on: string): Promise<string> {
  const wrong = new StartupRefusal('unit-unknown', {
    vi: `Ngày ${on} không có đơn vị nào mang mã ${code}.`,
    en: `On ${on} no unit has the code ${code}.`,
  })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on))) throw wrong
  const found = await sql<{ id: string }>`
    select id from area_unit where code = ${code} and valid_from <= ${on}::date
      and (valid_to is null or valid_to > ${on}::date)`.execute(db)
  if (!found.rows[0]) throw wrong
  return found.rows[0].id
}

function say(id: string | undefined, imported: Imported, errors: string): void {
  const { good, bad, added, matched, replaced, kinds } = imported
  if (!id)
    console.log(`Kiểm tra xong, chưa ghi gì: ${good} dòng tốt.\nChecked, nothing was written: ${good} good rows.`)
  else {
    console.log(`Đã nhập ${good} dòng: thêm ${added}, nhận ra ${matched}, thay ${replaced}.`)
    console.log(`Imported ${good} rows: ${added} added, ${matched} found again, ${replaced} replaced.`)
    console.log(`Hoàn tác / undo: npm run cli -- rosters undo ${id}`)
  }
  if (bad === 0) return
  for (const { count, vi, en } of kinds) console.error(`${count} × ${vi}\n  ${en}`)
  console.error(`${bad} dòng cần sửa, nằm trong ${errors}\n${bad} ${bad === 1 ? 'row' : 'rows'} to mend, in ${errors}`)
  process.exitCode = 1
}
