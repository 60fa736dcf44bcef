// Lists of persons in tests: a commune whose police may keep files, tables as workbooks, and the way from a row to a file.

import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import {
  CheckPersonList,
  EnterPersonList,
  FindFiles,
  type ListField,
  ListFiles,
  type ListPlan,
  ListRowsOfPersonList,
  LookAtPersonList,
  listFields,
  type PersonList,
  ReadFile,
  SendPersonList,
} from '../../modules/cases/contract.ts'
import { templateHeader } from '../../modules/cases/server/lists/template.ts'
import { slice } from '../../modules/cases/server/slice.ts'
import { xlsxOf } from '../../platform/server/spreadsheet/xlsx.ts'
import { areaId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from './master-key.ts'
import { openFile } from './person-files.ts'
import { type Somebody, type World, world } from './world.ts'

export const communeId = areaId('12322', '2025-07-01')
export const nextCommune = areaId('12286', '2025-07-01')

export type Cells = Partial<Record<ListField, string>>
export const table = (rows: readonly Cells[]): string[][] =>
  rows.map((row) => listFields.map((field) => row[field] ?? ''))
export const workbook = (rows: string[][], header = templateHeader('vi')): Promise<Buffer> =>
  buffer(Readable.from(xlsxOf({ name: 'Danh sách', header, numbers: [], rows: [rows] })))

export const managed: Cells = {
  name: 'Đinh Công Tráng',
  birth: '02/05/1990',
  sex: 'Nam',
  identity: '033090001234',
  status: 'Đang quản lý',
  decisionNumber: '12/QĐ-CAX',
  decisionOn: '06/07/2026',
  decisionBy: 'Trưởng Công an xã Đức Hợp',
}

export type Office = { the: World; police: Somebody; nextPolice: Somebody } & ReturnType<typeof deeds>

/** The police of a commune of today and those of the next, with a master key of their own. */
export async function officeWithFiles(): Promise<Office> {
  const the = await world([slice])
  provideMasterKey()
  const police = the.as(personId('conganxa'))
  return { the, police, nextPolice: the.as(personId('congangiap')), ...deeds(police) }
}

function deeds(police: Somebody) {
  const sent = async (rows: readonly Cells[]): Promise<string> => {
    const importId = uuidv7()
    await police.send(SendPersonList, { communeId, importId }, { bytes: await workbook(table(rows)) })
    return importId
  }
  const plan = async (importId: string, more: Partial<ListPlan> = {}): Promise<ListPlan> => {
    const { mapping } = await police.ask(LookAtPersonList, { communeId, importId })
    const chosen = {
      asOf: '2026-10-01',
      source: 'Sổ theo dõi năm 2026',
      alike: 'leave-out',
      refused: 'give-back',
    } as const
    return { mapping, ...chosen, ...more }
  }
  const checked = async (rows: readonly Cells[], more: Partial<ListPlan> = {}): Promise<PersonList> => {
    const importId = await sent(rows)
    return police.send(CheckPersonList, { communeId, importId, plan: await plan(importId, more) })
  }
  const enter = (importId: string, by = police) => by.send(EnterPersonList, { communeId, importId })
  const entered = async (rows: readonly Cells[], more: Partial<ListPlan> = {}): Promise<PersonList> => {
    let list = await checked(rows, more)
    while (list.may.enter) list = await enter(list.id)
    return list
  }
  const opened = (fileId: string) => openFile(police, { communeId, fileId }, 'decide', 'Đối chiếu danh sách')
  return {
    ...{ sent, plan, checked, enter, entered, opened },
    rowsOf: async (importId: string) => (await police.ask(ListRowsOfPersonList, { communeId, importId })).rows,
    filesCount: async () => {
      const { counts } = await police.ask(ListFiles, { communeId })
      return counts.open + counts.closed
    },
    /** The one that is found by this name, read. */
    fileOf: async (text: string) => {
      const { rows } = await police.send(FindFiles, { communeId, text })
      return police.ask(ReadFile, await opened(rows[0]?.id ?? uuidv7()))
    },
  }
}
