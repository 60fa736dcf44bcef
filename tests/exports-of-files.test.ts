// Every paper, table and pack that leaves the files of persons: whoever took it out is named on it. An export that is added
// stands in this table, or is of nobody and says why.

import type { Hono } from 'hono'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '../modules/cases/contract.ts'
import { enterFiles, personListRoutes, registerRoutes } from '../modules/cases/server/public.ts'
import * as handover from '../modules/handover/contract.ts'
import { farRoutes } from '../modules/handover/server/public.ts'
import type { Operation } from '../platform/contract/operation.ts'
import { bytesSource } from '../platform/server/spreadsheet/source.ts'
import { openWorkbook, sheetTable } from '../platform/server/spreadsheet/workbook.ts'
import { personId } from '../programmes/kim-dong-2024/ids.ts'
import { readDocx } from './support/docx.ts'
import { ago, here, nextName, there } from './support/hand-overs.ts'
import { identity, overdue } from './support/kept-files.ts'
import { pagesOf } from './support/pdf.ts'
import { managed, table, workbook } from './support/person-lists.ts'
import { type TwoInstallations, twoInstallations } from './support/two-installations.ts'

const officer = 'Lương Thu Hạnh (minh họa)'
const head = 'Trưởng Công an Thử (minh họa)'
const names: Record<string, string> = { [personId('conganxa')]: officer, [personId('truongcax')]: head }

let two: TwoInstallations
beforeAll(async () => {
  two = await twoInstallations()
  for (const side of [0, 1] as const)
    two.at(side).the.parts.authority.personOf = async (headers) => {
      const id = headers.get('x-test-person')
      return id ? { id, name: names[id] ?? id, language: 'vi' } : undefined
    }
})
afterAll(() => two?.drop())

async function fetched(routes: Hono, address: string): Promise<Buffer> {
  const answer = await routes.request(address, {
    headers: { 'x-test-person': two.police[0].id, 'accept-language': 'vi' },
  })
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}
async function cellsOf(xlsx: Buffer): Promise<string[][]> {
  const book = await openWorkbook(bytesSource(xlsx))
  const found: string[][] = []
  for await (const batch of sheetTable(book, 0).rows()) found.push(...batch.map(({ cells }) => cells))
  return found
}
const opened = async (purpose: 'move' | 'check' | 'rights') => {
  const { managedFile } = two.at(0)
  return two.opened(0, await managedFile(), purpose)
}
const register = async (format: 'docx' | 'xlsx') => {
  await opened('check')
  return two.at(0).police.send(cases.MakeRegister, {
    ...{ communeId: here, register: 'III-10', from: ago(24 * 300).slice(0, 10), until: ago(0).slice(0, 10) },
    ...{ purpose: 'decide', ground: 'Kế hoạch 12/KH-CAX', format },
  })
}

type Taken = { by: string; found: string }
const taken: Record<string, () => Promise<Taken>> = {
  'cases.fill-form': async () => {
    const open = await opened('check')
    const { docx } = await two.at(0).police.send(cases.FillForm, { ...open, form: 'III-05' })
    return { by: officer, found: readDocx(docx).foot }
  },
  'cases.make-register': async () => {
    const { docx } = await register('docx')
    return { by: officer, found: readDocx(docx ?? '').foot }
  },
  'cases.give-statement': async () => {
    const open = await opened('rights')
    const { pdf } = await two.at(0).police.send(cases.GiveStatement, { ...open, id: uuidv7() })
    return { by: officer, found: (await pagesOf(Buffer.from(pdf, 'base64'))).at(-1) ?? '' }
  },
  'cases.certificate': async () => {
    const { the, police } = two.at(0)
    const boss = the.as(personId('truongcax'))
    const file = { id: uuidv7(), personId: uuidv7(), identity: identity({ name: nextName() }), events: overdue() }
    const entering = { communeId: here, by: police.id, now: new Date(), demo: false }
    await the.database.db.transaction().execute((db) => enterFiles(db, entering, [file]))
    const erasureId = uuidv7()
    const proposal = {
      communeId: here,
      fileId: file.id,
      id: erasureId,
      ground: 'rule',
      reason: 'Hết thời hạn',
    } as const
    await police.send(cases.ProposeErasure, proposal)
    await boss.send(cases.DecideErasure, { communeId: here, erasureId, decision: 'erase' })
    const { pdf } = await boss.ask(cases.ReadCertificate, { communeId: here, erasureId })
    return { by: head, found: (await pagesOf(Buffer.from(pdf, 'base64'))).at(-1) ?? '' }
  },
  '/api/cases/register': async () => {
    const { code } = await register('xlsx')
    const routes = registerRoutes(two.at(0).the.parts)
    const rows = await cellsOf(await fetched(routes, `/api/cases/register?communeId=${here}&code=${code}`))
    return { by: officer, found: rows.slice(0, 4).flat().join(' | ') }
  },
  '/api/cases/list-to-mend': async () => {
    const { police, the } = two.at(0)
    const importId = uuidv7()
    const rows = table([
      { ...managed, birth: '31/02/1990' },
      { name: 'Trịnh Hoài Đức', birth: '30/02/1991' },
    ])
    await police.send(cases.SendPersonList, { communeId: here, importId }, { bytes: await workbook(rows) })
    const { mapping } = await police.ask(cases.LookAtPersonList, { communeId: here, importId })
    const plan = { asOf: '2026-10-01', source: 'Sổ', alike: 'leave-out', refused: 'give-back', mapping } as const
    await police.send(cases.CheckPersonList, { communeId: here, importId, plan })
    const address = `/api/cases/list-to-mend?communeId=${here}&importId=${importId}`
    const [header, ...given] = await cellsOf(await fetched(personListRoutes(the.parts), address))
    expect(given).toHaveLength(2)
    // In each row, with a code that is on record: a row may be copied out of the table.
    for (const row of given) expect(row[header?.indexOf('Người tải') ?? -1]).toMatch(/, BY-\w{4}-\w{4}$/)
    return { by: officer, found: given.at(-1)?.at(-1) ?? '' }
  },
  '/api/handover/carried': async () => {
    const { id, pack } = await two.onWay()
    // Sealed for the other side, who learns by whom it was sent.
    expect(pack.toString('latin1')).not.toContain('Thu H')
    await two.take(1, pack)
    const { sentBy } = await two.at(1).police.send(handover.ReadFarPack, { communeId: there, id })
    return { by: officer, found: sentBy ?? '' }
  },
}
/** In these is nobody. */
const ofNobody = ['cases.template', '/api/cases/list-template']

test.each(Object.keys(taken))('%s names who took it out', async (name) => {
  const { by, found } = await taken[name]!()
  expect(found).toContain(by)
})

test('the table has every export there is', () => {
  const keysIn = ({ output }: Operation) =>
    Object.keys((output as unknown as { _zod: { def: { shape?: object } } })._zod.def.shape ?? {})
  const declared: unknown[] = Object.values({ ...cases, ...handover })
  const answering = declared
    .filter(
      (each): each is Operation =>
        typeof each === 'object' && each !== null && 'output' in each && 'permission' in each,
    )
    .filter((each) => keysIn(each).some((key) => ['pdf', 'docx', 'xlsx', 'csv'].includes(key)))
    .map(({ name }) => name)
  const { parts } = two.at(0).the
  const routes = [personListRoutes(parts), registerRoutes(parts), farRoutes(parts)].flatMap(({ routes }) => routes)
  const all = [...new Set([...answering, ...routes.map((route) => route.path)])]
  expect(all.sort()).toEqual([...Object.keys(taken), ...ofNobody].sort())
})
