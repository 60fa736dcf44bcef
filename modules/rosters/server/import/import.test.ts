import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import {
  commune,
  counted,
  entries,
  file,
  imported,
  key,
  ngocThanh,
  plan,
  three,
  uploaded,
} from '../../../../tests/support/roster-imports.ts'
import { inlineRow, workbook } from '../../../../tests/support/workbook.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import {
  CancelRosterImport,
  ListRosterImports,
  LookAtRosterFile,
  type Plan,
  ShowRosterImport,
  StartRosterImport,
  UndoRosterImport,
  UploadRosterPiece,
} from '../../contract/import.ts'
import { identityHash } from './store-rows.ts'
import { runWaitingImports } from './work.ts'

test('who does not keep rosters there uploads, starts, cancels and undoes nothing', async () => {
  const here = await ngocThanh()
  const importId = uuidv7()
  const piece = { importId, areaId: commune, name: 'a.csv', position: 0 }
  const bytes = { bytes: Buffer.from(three) }
  await expectRefusal(here.stranger.send(UploadRosterPiece, piece, bytes), 'platform.not_signed_in')
  await expectRefusal(here.auditor.send(UploadRosterPiece, piece, bytes), 'platform.not_allowed')
  await expectRefusal(here.hamletHead.send(UploadRosterPiece, piece, bytes), 'platform.not_allowed')
  await expectRefusal(here.communeOfficer.send(UploadRosterPiece, piece, bytes), 'platform.not_found')
  await uploaded(here.officer, three, 'a.csv', importId)
  const next = here.communeOfficer
  await expectRefusal(next.ask(LookAtRosterFile, { importId }), 'platform.not_found')
  await expectRefusal(next.ask(ShowRosterImport, { importId }), 'platform.not_found')
  await expectRefusal(next.send(StartRosterImport, { importId, dryRun: false, plan: plan() }), 'platform.not_found')
  await expectRefusal(next.send(CancelRosterImport, { importId }), 'platform.not_found')
  await expectRefusal(next.send(UndoRosterImport, { importId }), 'platform.not_found')
  await expectRefusal(next.ask(ListRosterImports, { areaId: commune, on: '2024-11-15' }), 'platform.not_found')
  expect(await entries(here)).toEqual([])
})

test('wrong kinds, a plan that cannot be and pieces that are missing are refused by name', async () => {
  const { officer, hamlets } = await ngocThanh()
  const first = (name: string, bytes: Buffer) =>
    officer.send(UploadRosterPiece, { importId: uuidv7(), areaId: commune, name, position: 0 }, { bytes })
  await expectRefusal(first('meo.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 0])), 'rosters.wrong_kind')
  await expectRefusal(first('cu.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0])), 'rosters.old_excel')
  await expectRefusal(first('trong.csv', Buffer.alloc(0)), 'rosters.empty_file')
  const importId = await uploaded(officer, three)
  const late = { importId, areaId: commune, name: 'a.csv', position: 600 }
  await expectRefusal(officer.send(UploadRosterPiece, late, { bytes: Buffer.from('x') }), 'rosters.file_too_large')
  const start = (more: Partial<Plan>) => officer.send(StartRosterImport, { importId, dryRun: true, plan: plan(more) })
  await expectRefusal(start({ asOf: '2024-11-16' }), 'rosters.as_of_in_future')
  await expectRefusal(start({ groupId: 'cats' }), 'rosters.no_such_group')
  await expectRefusal(start({ place: { kind: 'hamlet', hamletId: uuidv7() } }), 'rosters.no_such_place')
  const mapping = plan().mapping
  await expectRefusal(start({ mapping: { ...mapping, columns: { hamlet: 2 } } }), 'rosters.name_not_mapped')
  await expectRefusal(start({ mapping: { ...mapping, columns: { name: 1 } } }), 'rosters.column_missing')
  await expectRefusal(start({ mapping: { ...mapping, columns: { name: 1, hamlet: 1 } } }), 'rosters.column_twice')
  const torn = uuidv7()
  await officer.send(
    UploadRosterPiece,
    { importId: torn, areaId: commune, name: 'a.csv', position: 0 },
    { bytes: Buffer.from(three) },
  )
  await officer.send(
    UploadRosterPiece,
    { importId: torn, areaId: commune, name: 'a.csv', position: 2 },
    { bytes: Buffer.from('x') },
  )
  await expectRefusal(
    officer.send(StartRosterImport, {
      importId: torn,
      dryRun: true,
      plan: plan({ place: { kind: 'hamlet', hamletId: hamlets[0]!.id } }),
    }),
    'rosters.piece_missing',
  )
})

test('a look guesses the columns; a check writes nothing; the import stores good rows and remembers the columns', async () => {
  const here = await ngocThanh()
  const importId = await uploaded(here.officer, three)
  const look = await here.officer.ask(LookAtRosterFile, { importId })
  expect(look).toMatchObject({ media: 'csv', remembered: false, header: file.split(','), mapping: plan().mapping })
  const chosen = plan()
  chosen.mapping.columns = { name: 1, hamlet: 2, address: 3, headcount: 4, birthYear: 5, identity: 6, number: 0 }
  await here.officer.send(StartRosterImport, { importId, dryRun: true, plan: chosen })
  await runWaitingImports(here.parts)
  const checked = await here.officer.ask(ShowRosterImport, { importId })
  expect(checked).toMatchObject({
    state: 'done',
    dryRun: true,
    rowsGood: 3,
    rowsBad: 0,
    may: { start: true, undo: false },
  })
  expect(await entries(here)).toEqual([])
  const started = uuidv7()
  const input = { importId, dryRun: false, plan: chosen }
  await here.officer.send(StartRosterImport, input, { id: started })
  await here.officer.send(StartRosterImport, input, { id: started })
  // At once: two processes carry out what waits, and it is done once.
  await Promise.all([runWaitingImports(here.parts), runWaitingImports(here.parts)])
  const done = await here.officer.ask(ShowRosterImport, { importId })
  expect(done).toMatchObject({
    state: 'done',
    dryRun: false,
    rowsGood: 3,
    placeCount: 2,
    may: { undo: true, start: false },
  })
  expect(await entries(here)).toMatchObject([
    { number: 1, name: 'Nguyễn Văn Hà', place: 'Thôn Bãi Sậy', headcount: 4 },
    { number: 2, name: 'Vũ Thị Tú', place: 'Thôn Bãi Sậy' },
    { number: 3, name: 'Đỗ Ưng', place: 'Tổ dân phố số 3' },
  ])
  expect(await counted(here)).toEqual({ 'Thôn Bãi Sậy': 2, 'Tổ dân phố số 3': 1 })
  const stored = await sql<{ name_key: string; name_bag: string; birth_year: number; hashes: string[] }>`
    select name_key, name_bag, birth_year, array(select encode(one, 'hex') from unnest(identity_hashes) one) as hashes
    from roster_entry where number = 1 and group_id = 'cluster-owners'`.execute(here.database.db)
  expect(stored.rows[0]).toEqual({
    name_key: 'nguyen van ha',
    name_bag: 'ha nguyen van',
    birth_year: 1970,
    hashes: [identityHash('034070001234', key)],
  })
  const audit = await sql<{ after: unknown }>`
    select after from audit_entry where subject = ${`roster-import:${importId}`} and after::jsonb ? 'added'`.execute(
    here.database.db,
  )
  expect(audit.rows).toMatchObject([{ after: { good: 3, added: 3, lists: 2 } }])
  expect(JSON.stringify(audit.rows)).not.toContain('Nguyễn')
  await expectRefusal(here.officer.send(StartRosterImport, input), 'rosters.import_over')
  const again = await uploaded(here.officer, three)
  expect((await here.officer.ask(LookAtRosterFile, { importId: again })).remembered).toBe(true)
})

test('bad rows are named and can be mended: the file of them goes in again as it is', async () => {
  const here = await ngocThanh()
  const bad = `${file}
1,Nguyễn Văn Hà,Bãi Sậy,Xóm 1,4,1970,034070001234
2,,Bãi Sậy,,,,
3,Vũ Tú,Thôn Lạ,,,,
4,Vũ Tú,,,,,
5,${'Dài '.repeat(2_500)},Bãi Sậy,,,,
6,Vũ\u0001Tú,Bãi Sậy,,,,
7,=HYPERLINK("x"),Bãi Sậy,,,,
8,Vũ Tú,Bãi Sậy,,100,1800,34085001234
chín,Vũ Tú,Bãi Sậy,,,,
10,Vũ V¨n,Bãi Sậy,+84 912,1,,
`
  const done = await imported(here, bad)
  expect(done).toMatchObject({ state: 'done', rowsGood: 2, rowsBad: 8 })
  expect(Object.fromEntries(done.kinds.map(({ code, count }) => [code, count]))).toEqual({
    no_name: 1,
    hamlet_unknown: 1,
    hamlet_missing: 1,
    too_long: 1,
    control_characters: 1,
    formula: 1,
    headcount_wrong: 1,
    birth_year_wrong: 1,
    identity_digits: 1,
    number_wrong: 1,
  })
  expect(done.faults[1]).toMatchObject({ row: 4, column: 'Thôn', text: 'Thôn Lạ', code: 'hamlet_unknown' })
  expect(done.faults.find(({ code }) => code === 'identity_digits')?.vi).toContain('ở đây có 11')
  const pieces = await sql<{ content: Buffer }>`
    select content from roster_import_part where import_id = ${done.id} and kind = 'errors' order by position`.execute(
    here.database.db,
  )
  const errors = Buffer.concat(pieces.rows.map(({ content }) => content)).toString()
  expect(errors.split('\r\n')[0]).toBe(`\uFEFF${file},Lỗi`)
  expect(errors).toContain(`3,Vũ Tú,Thôn Lạ,,,,,Thôn: Không có thôn, tổ dân phố`.replace('Thôn: ', '"Thôn: '))
  expect(errors).toContain(`'=HYPERLINK`)
  const mended = errors.replace('Thôn Lạ', 'Mai Động').replace(`chín`, '9')
  const second = await imported(here, mended, { how: 'add' })
  expect(second).toMatchObject({ rowsGood: 2, rowsBad: 6 })
  expect((await entries(here)).map(({ name, place }) => `${name}, ${place}`)).toContain('Vũ Tú, Thôn Mai Động')
})

test('a workbook: formulas and merged cells are named, the running number may be a formula', async () => {
  const here = await ngocThanh()
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const bytes = await workbook({
    rows: [
      `<row r="1">${cell('A1', 'DANH SÁCH')}</row>`,
      inlineRow(file.split(',')).replace('<row>', '<row r="3">'),
      `<row r="4"><c r="A4"><f>1</f><v>1</v></c>${cell('B4', 'Nguyễn Hà')}${cell('C4', 'Bãi Sậy')}</row>`,
      `<row r="5"><c r="A5"><f>A4+1</f><v>2</v></c><c r="B5" t="str"><f>UPPER("a")</f><v>A</v></c>${cell('C5', 'Bãi Sậy')}</row>`,
      `<row r="6"><c r="A6"><v>3</v></c>${cell('B6', 'Vũ Tú')}</row>`,
      `<row r="8">${cell('A8', 'Tổng cộng: 3 hộ')}</row>`,
    ],
    merges: ['A1:G1', 'C5:C6', 'A8:G8'],
  })
  const mapping = { ...plan().mapping, headerRow: 3 }
  const done = await imported(here, bytes, { mapping })
  expect(done).toMatchObject({ state: 'done', rowsGood: 1, rowsBad: 3 })
  expect(done.faults.map(({ row, code }) => `${row} ${code}`)).toEqual(
    expect.arrayContaining(['5 formula', '6 merged_cells', '8 merged_cells']),
  )
})

test.each([
  ['tcvn3', 'STT;Hä vµ tªn;Th«n\n1;NguyÔn V¨n Hµ;B·i SËy\n2;Vò ThÞ Tó;Mai §éng\n3;§ç §×nh §\u00adêng;B·i SËy\n'],
  [
    'vni',
    'STT;Hoï vaø teân;Thoân\n1;Nguyeãn Vaên Haø;Baõi Saäy\n2;Vuõ Thò Tuù;Mai Ñoäng\n3;Ñoã Ñình Ñöôøng;Baõi Saäy\n',
  ],
] as const)('letters of %s are converted on the way in, and stored and found as Unicode', async (letters, text) => {
  const here = await ngocThanh()
  const importId = await uploaded(here.officer, Buffer.from(text, 'latin1'))
  const { mapping, oldLetters } = await here.officer.ask(LookAtRosterFile, { importId })
  expect([mapping.encoding, mapping.letters, oldLetters]).toEqual(['windows-1252', letters, true])
  await here.officer.send(StartRosterImport, { importId, dryRun: false, plan: plan({ mapping }) })
  await runWaitingImports(here.parts)
  expect((await entries(here)).map(({ name, place }) => `${name}, ${place}`)).toEqual([
    'Nguyễn Văn Hà, Thôn Bãi Sậy',
    'Vũ Thị Tú, Thôn Mai Động',
    'Đỗ Đình Đường, Thôn Bãi Sậy',
  ])
  const { rows } = await sql<{ name_key: string }>`
    select name_key from roster_entry where group_id = 'cluster-owners' order by number`.execute(here.database.db)
  expect(rows.map(({ name_key }) => name_key)).toEqual(['nguyen van ha', 'vu thi tu', 'do dinh duong'])
})
