// Imports through the web: who may, how each ends, and how far one is while it runs.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { expectRefusal, world } from '../../../../tests/support/world.ts'
import {
  CancelImport,
  ListImportErrors,
  PublicLineage,
  ShowImport,
  StartImport,
  UploadImportFile,
} from '../../contract.ts'
import { slice } from '../slice.ts'
import { runWaitingImports } from './web-imports.ts'

const unitHeader = 'code,name,type,level,parent_code,valid_from,valid_to'
const successionHeader = 'date,document,kind,from_code,to_code,share'

test('through the web: refused for who may not, then uploaded, run in the background, and looked at', async () => {
  const { communeOfficer, provinceLead, administrator, parts } = await world([slice], '2026-11-23')
  const importId = uuidv7()
  const file = { importId, part: 'units' as const, name: 'u.csv' }
  const content = (...rows: string[]) => ({ bytes: Buffer.from([unitHeader, ...rows].join('\n')) })
  const village = 'T1,Thôn 1,thôn,village,12280,2026-01-01,'
  await expectRefusal(communeOfficer.send(UploadImportFile, file, content(village)), 'platform.not_allowed')
  await expectRefusal(provinceLead.send(UploadImportFile, file, content(village)), 'platform.not_allowed')
  await expectRefusal(administrator.send(StartImport, { importId, dryRun: false }), 'platform.not_found')
  await expectRefusal(
    administrator.send(UploadImportFile, { ...file, name: 'u.xlsx' }, { bytes: Buffer.from('PK\u0003\0') }),
    'areas.not_csv',
  )
  await administrator.send(UploadImportFile, file, content(village))
  expect(await administrator.send(StartImport, { importId, dryRun: false })).toMatchObject({ state: 'waiting' })
  await expectRefusal(administrator.send(StartImport, { importId, dryRun: false }), 'areas.import_running')
  await runWaitingImports(parts)
  expect(await administrator.ask(ShowImport, { importId })).toMatchObject({
    state: 'done',
    units: { added: 1, changed: 0, unchanged: 0 },
    files: [{ part: 'units', name: 'u.csv' }],
  })
  await expectRefusal(administrator.send(CancelImport, { importId }), 'areas.import_over')
  expect((await administrator.ask(PublicLineage, { code: 'T1' })).unit.name).toBe('Thôn 1')
  const audit = await sql<{ after: unknown }>`
    select after from audit_entry where subject = ${`area-import:${importId}`} order by at desc, id desc limit 1`.execute(
    parts.db,
  )
  expect(audit.rows[0]?.after).toMatchObject({ units: { added: 1 } })
})

test('row errors, a cancelled import and one that was broken off each end in a clear state', async () => {
  const { administrator, parts } = await world([slice], '2026-11-23')
  const start = async (text: string) => {
    const importId = uuidv7()
    await administrator.send(UploadImportFile, { importId, part: 'units', name: 'u.csv' }, { bytes: Buffer.from(text) })
    await administrator.send(StartImport, { importId, dryRun: false })
    return importId
  }
  const wrong = await start(`${unitHeader}\nT1,Thôn 1,thôn,village,99999,2026-01-01,`)
  await runWaitingImports(parts)
  expect(await administrator.ask(ShowImport, { importId: wrong })).toMatchObject({ state: 'refused', errorCount: 1 })
  expect((await administrator.ask(ListImportErrors, { importId: wrong })).rows).toMatchObject([
    { file: 'units', row: 2, column: 'parent_code', code: 'parent_unknown' },
  ])
  const cancelled = await start(`${unitHeader}\n`)
  await administrator.send(CancelImport, { importId: cancelled })
  await runWaitingImports(parts)
  expect(await administrator.ask(ShowImport, { importId: cancelled })).toMatchObject({ state: 'cancelled' })
  const stopped = await start(`${unitHeader}\nT9,Thôn 9,thôn,village,12280,2026-01-01,`)
  await sql`update area_import set cancel_asked = true where id = ${stopped}`.execute(parts.db)
  await runWaitingImports(parts)
  expect(await administrator.ask(ShowImport, { importId: stopped })).toMatchObject({ state: 'cancelled', units: null })
  const broken = await start(`${unitHeader}\nT2,Thôn 2,thôn,village,12280,2026-01-01,`)
  await sql`update area_import set state = 'running' where id = ${broken}`.execute(parts.db)
  await runWaitingImports(parts)
  expect(await administrator.ask(ShowImport, { importId: broken })).toMatchObject({ state: 'interrupted', files: [] })
})

test('how far it is can be read meanwhile: which step, and how many rows of how many', async () => {
  const { administrator, communeOfficer, parts } = await world([slice], '2026-11-23')
  const importId = uuidv7()
  const upload = (part: 'units' | 'successions', ...rows: string[]) =>
    administrator.send(
      UploadImportFile,
      { importId, part, name: `${part}.csv` },
      { bytes: Buffer.from(rows.join('\n')) },
    )
  const units = ['T1,Thôn 1,thôn,village,12280,2026-01-01,2026-06-01', 'T2,Thôn Mới,thôn,village,12280,2026-06-01,']
  await upload('units', unitHeader, ...units)
  await upload('successions', successionHeader, '2026-06-01,NQ 5,rename,T1,T2,1')
  const waiting = { state: 'waiting', step: 'read', rowsDone: 0, rowsTotal: null }
  expect(await administrator.send(StartImport, { importId, dryRun: false })).toMatchObject(waiting)
  await expectRefusal(communeOfficer.ask(ShowImport, { importId }), 'platform.not_allowed')
  const shown = () => administrator.ask(ShowImport, { importId })
  let running: Promise<void> | undefined
  await parts.db.transaction().execute(async (elsewhere) => {
    // Nobody else can write successions: the import stands still between its units and them.
    await sql`lock table area_succession in share mode`.execute(elsewhere)
    running = runWaitingImports(parts)
    await expect.poll(shown).toMatchObject({ state: 'running', step: 'load', rowsDone: 2, rowsTotal: 3 })
  })
  await running
  expect(await shown()).toMatchObject({ state: 'done', step: 'load', rowsDone: 3, rowsTotal: 3 })
})
