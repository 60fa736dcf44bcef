// `npm run cli -- areas …`: territory from two CSV files, boundaries from GeoJSON. Row errors go to a file, whose path is said.

import { createReadStream, existsSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import type { Kysely } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import type { WithDatabase } from '../../platform/command-line.ts'
import { makeFolders } from '../../platform/private-files.ts'
import { machineClock } from '../../platform/server/clock.ts'
import type { Db } from '../../platform/server/slice.ts'
import { StartupRefusal } from '../../platform/startup-refusal.ts'
import { recordAudit } from '../audit/server/public.ts'
import { importBoundaries } from './server/boundaries/import-boundaries.ts'
import type { Count } from './server/import/compare.ts'
import { importAreas } from './server/import/import-areas.ts'
import { realDay } from './server/import/parse-rows.ts'
import { type FileName, type RowError, rowError } from './server/import/row-errors.ts'

/** Stands in the audit for whoever sits at the machine: the command line knows no person. */
const operator = '00000000-0000-0000-0000-000000000000'
const mostBytes = 256 * 1024 * 1024
const megabyte = 1024 * 1024

/** Adds `areas import` and `areas boundaries` to the program. */
export function areaCommands(program: Command, withDatabase: WithDatabase): void {
  const areas = program.command('areas').description('địa bàn / areas')
  areas
    .command('import')
    .description('nhập đơn vị hành chính và các lần thay đổi / import units and successions')
    .option('--units <file>', 'tệp đơn vị (CSV) / the units')
    .option('--successions <file>', 'tệp thay đổi (CSV) / the successions')
    .option('--dry-run', 'chỉ kiểm tra, không ghi / check only, write nothing', false)
    .option('--errors <file>', 'nơi ghi các dòng lỗi / where the row errors go')
    .action((asked: { units?: string; successions?: string; dryRun: boolean; errors?: string }) =>
      withDatabase(({ db, settings }) =>
        runImport(db, { ...asked, folder: settings.data, today: machineClock(settings.today).today() }),
      ),
    )
  areas
    .command('boundaries')
    .description('nhập ranh giới GeoJSON / import boundaries from GeoJSON')
    .argument('<path>', 'tệp hoặc thư mục / a file or a folder')
    .requiredOption(
      '--on <date>',
      'ranh giới của các đơn vị ngày này, NĂM-THÁNG-NGÀY / of the units of this day, YYYY-MM-DD',
    )
    .action((place: string, { on }: { on: string }) =>
      withDatabase(({ db, settings }) => runBoundaries(db, place, on, machineClock(settings.today).today())),
    )
}

type Asked = { units?: string; successions?: string; dryRun: boolean; errors?: string; folder: string; today: string }

async function runImport(db: Kysely<DB>, asked: Asked): Promise<void> {
  if (!asked.units && !asked.successions)
    throw new StartupRefusal('areas-import-empty', {
      vi: 'Cần ít nhất một tệp: --units hoặc --successions.',
      en: 'At least one file is needed: --units or --successions.',
    })
  for (const file of [asked.units, asked.successions]) if (file) mustBeFile(file)
  const tooLarge = [...sizeErrors('units', asked.units), ...sizeErrors('successions', asked.successions)]
  const outcome =
    tooLarge.length > 0
      ? { done: false as const, errors: tooLarge }
      : await importAreas(db, {
          ...(asked.units ? { units: createReadStream(asked.units) } : {}),
          ...(asked.successions ? { successions: createReadStream(asked.successions) } : {}),
          dryRun: asked.dryRun,
          audit: (inside, counts) => note(inside, 'areas.importStart', { ...counts, files: namesOf(asked) }),
        })
  if (!outcome.done) {
    const file = writeErrors(asked, outcome.errors)
    const count = outcome.errors.length
    for (const error of outcome.errors.slice(0, 5))
      console.error(`${error.file}:${error.row} ${error.vi}\n  ${error.en}`)
    console.error(`Không nhập gì: ${count} lỗi, xem từng dòng trong ${file}`)
    console.error(`Nothing was imported: ${count} ${count === 1 ? 'error' : 'errors'}, each row is in ${file}`)
    process.exitCode = 1
    return
  }
  const first = asked.dryRun
    ? ['Kiểm tra xong, chưa ghi gì.', 'Checked, nothing was written.']
    : ['Đã nhập.', 'Imported.']
  console.log(first[0])
  console.log(`  đơn vị: ${inVietnamese(outcome.units)}\n  thay đổi: ${inVietnamese(outcome.successions)}`)
  console.log(first[1])
  console.log(`  units: ${inEnglish(outcome.units)}\n  successions: ${inEnglish(outcome.successions)}`)
}

const inVietnamese = ({ added, changed, unchanged }: Count): string =>
  `thêm ${added}, sửa ${changed}, không đổi ${unchanged}`
const inEnglish = ({ added, changed, unchanged }: Count): string =>
  `${added} added, ${changed} changed, ${unchanged} unchanged`
const namesOf = ({ units, successions }: Asked): string[] =>
  [units, successions].filter((file) => file !== undefined).map((file) => path.basename(file))

function mustExist(place: string): void {
  if (existsSync(place)) return
  throw new StartupRefusal('file-missing', {
    vi: `Không có tệp hoặc thư mục ${place}.`,
    en: `There is no file or folder ${place}.`,
  })
}

function mustBeFile(place: string): void {
  mustExist(place)
  if (!statSync(place).isDirectory()) return
  throw new StartupRefusal('file-is-folder', {
    vi: `${place} là thư mục: cần một tệp CSV.`,
    en: `${place} is a folder: a CSV file is needed.`,
  })
}

function sizeErrors(file: FileName, place: string | undefined): RowError[] {
  if (!place || statSync(place).size <= mostBytes) return []
  return [rowError(file, 1, '', 'too_large', { limit: mostBytes / megabyte })]
}

/** The file opens in a spreadsheet with its marks in place; it lies beside the data unless another place is named. */
function writeErrors(asked: Asked, errors: readonly RowError[]): string {
  const file = path.resolve(asked.errors ?? path.join(asked.folder, 'imports', `areas-errors-${stamp()}.csv`))
  makeFolders(path.dirname(file))
  const rows = errors.map((error) => [error.file, error.row, error.column, error.code, error.vi, error.en])
  const header = ['file', 'row', 'column', 'code', 'message_vi', 'message_en']
  writeFileSync(file, stringify([header, ...rows], { bom: true, escape_formulas: true }))
  return file
}

const stamp = (): string => new Date().toISOString().replace(/[-:]/g, '').slice(0, 15)

async function runBoundaries(db: Kysely<DB>, place: string, on: string, today: string): Promise<void> {
  if (!realDay(on))
    throw new StartupRefusal('date-wrong', {
      vi: `--on phải là ngày có thật dạng năm-tháng-ngày, không phải “${on}”.`,
      en: `--on must be a real day written year-month-day, and “${on}” is not.`,
    })
  mustExist(place)
  const outcome = await importBoundaries(db, {
    place,
    on,
    today,
    audit: (inside, kept) => note(inside, 'areas.boundaries', { kept, on, from: path.basename(place) }),
  })
  if (outcome.done) {
    console.log(`Đã lưu ranh giới của ${outcome.kept} đơn vị.\n  Kept the boundaries of ${outcome.kept} units.`)
    return
  }
  const { errors } = outcome
  for (const error of errors.slice(0, 100)) console.error(`${error.file}: ${error.vi}\n  ${error.en}`)
  const count = errors.length
  console.error(
    `Không lưu ranh giới nào: ${count} lỗi.\nNo boundary was kept: ${count} ${count === 1 ? 'error' : 'errors'}.`,
  )
  process.exitCode = 1
}

const note = (db: Db, operation: string, after: unknown): Promise<void> =>
  recordAudit(db, [
    { operation, personId: operator, actingForId: null, commandId: null, at: new Date(), subject: 'areas', after },
  ])
