import { describe, expect, test } from 'vitest'
import { csvReader, delimiterOf } from '../../../../platform/server/spreadsheet/csv.ts'
import { kindOfBytes, writingOf } from '../../../../platform/server/spreadsheet/encoding.ts'
import { guessColumns, headerKey, headerRowOf } from '../../../../platform/server/spreadsheet/headers.ts'
import { isSyllable, lettersOf, readLetters } from '../../../../platform/server/spreadsheet/letters.ts'
import { bytesSource } from '../../../../platform/server/spreadsheet/source.ts'
import { stringStore } from '../../../../platform/server/spreadsheet/string-store.ts'
import type { Row } from '../../../../platform/server/spreadsheet/table.ts'
import { openWorkbook, sheetTable } from '../../../../platform/server/spreadsheet/workbook.ts'
import { unpacked, zipEntries } from '../../../../platform/server/spreadsheet/zip.ts'
import { zipped } from '../../../../platform/server/spreadsheet/zip-writer.ts'
import { inlineRow, workbook } from '../../../../tests/support/workbook.ts'
import { headerWords } from './guess.ts'
import { lookAtRoster } from './look.ts'

const roster = 'STT;Họ và tên;Thôn\n1;Nguyễn Văn Hà;Bãi Sậy\n2;Vũ Thị Tú;Mai Động\n3;Đỗ Đình Đường;Lương Bằng\n'
const tcvn3 =
  'STT;Hä vµ tªn;Th«n\n1;NguyÔn V¨n Hµ;B·i SËy\n2;Vò ThÞ Tó;Mai §éng\n3;§ç §×nh §\u00adêng;L\u00ad¬ng B»ng\n'
const vni =
  'STT;Hoï vaø teân;Thoân\n1;Nguyeãn Vaên Haø;Baõi Saäy\n2;Vuõ Thò Tuù;Mai Ñoäng\n3;Ñoã Ñình Ñöôøng;Löông Baèng\n'

describe('letters', () => {
  test('TCVN3 and VNI read as Unicode', () => {
    expect(readLetters(tcvn3, 'tcvn3')).toBe(roster)
    expect(readLetters(vni, 'vni')).toBe(roster)
  })

  test('a font of capitals keeps a name in capitals; initials alone do not make capitals', () => {
    expect(readLetters('NGUYÔN V¨N Hµ', 'tcvn3')).toBe('NGUYỄN VĂN HÀ')
    expect(readLetters('Vò Hµ Tó', 'tcvn3')).toBe('Vũ Hà Tú')
    expect(readLetters('ÑOÃ THÒ HOÀNG, Öùng', 'vni')).toBe('ĐỖ THỊ HỒNG, Ứng')
  })

  test('in which letters a text is written is seen from its words, and Unicode wins where nothing speaks against it', () => {
    expect(lettersOf([tcvn3]).letters).toBe('tcvn3')
    expect(lettersOf([vni]).letters).toBe('vni')
    for (const name of ['Nguyễn Văn Hà', 'Lê Hồ Hải', 'Lý Cù Chí', 'John Smith', 'Phóc', ''])
      expect(lettersOf([name]).letters).toBe('unicode')
    expect(['nguyễn', 'đường', 'khuỷu', 'quýt', 'giếng', 'yêu'].filter((word) => !isSyllable(word))).toEqual([])
    expect(['nguyôn', 'nguyeãn', 'sëy', 'strange'].filter(isSyllable)).toEqual([])
  })
})

describe('bytes', () => {
  const single = (text: string) => Buffer.from(text, 'latin1')
  const wide = Buffer.from(`\ufeff${roster}`, 'utf16le')

  test('the encoding is seen from the bytes', () => {
    expect(writingOf(Buffer.from(roster))).toEqual({ encoding: 'utf-8', letters: 'unicode' })
    expect(writingOf(Buffer.from(tcvn3))).toEqual({ encoding: 'utf-8', letters: 'tcvn3' })
    expect(writingOf(single(tcvn3))).toEqual({ encoding: 'windows-1252', letters: 'tcvn3' })
    expect(writingOf(single(vni))).toEqual({ encoding: 'windows-1252', letters: 'vni' })
    expect(writingOf(wide)).toEqual({ encoding: 'utf-16le', letters: 'unicode' })
    expect(writingOf(wide.subarray(2)).encoding).toBe('utf-16le')
    expect(writingOf(Buffer.from(wide).swap16()).encoding).toBe('utf-16be')
    // Nguyễn Văn Hà, Đỗ Ưng: ê and ư are letters, the tones stand behind theirs.
    const viet = Buffer.from('Nguy\xea\xden V\xe3n Ha\xcc;\xd0\xf4\xde \xdd' + 'ng', 'latin1')
    expect(writingOf(viet)).toEqual({ encoding: 'windows-1258', letters: 'unicode' })
  })

  test('the kind of file is seen from the bytes, whatever its name', () => {
    expect(kindOfBytes(Buffer.from(roster))).toBe('csv')
    expect(kindOfBytes(wide)).toBe('csv')
    expect(kindOfBytes(single(tcvn3))).toBe('csv')
    expect(kindOfBytes(Buffer.from([0x50, 0x4b, 3, 4, 0]))).toBe('xlsx')
    expect(kindOfBytes(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]))).toBe('old_excel')
    const photograph = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0])
    for (const other of ['%PDF-1.7', '<html><table>', '{\\rtf1', '\u0000\u0001\u0002'].map((text) => Buffer.from(text)))
      expect(kindOfBytes(other)).toBe('wrong_kind')
    expect(kindOfBytes(photograph)).toBe('wrong_kind')
    expect(kindOfBytes(new Uint8Array())).toBe('empty')
  })
})

describe('csv', () => {
  const read = (text: string, delimiter: ',' | ';' = ',') => {
    const whole = csvReader(delimiter).end(text)
    // In pieces of every length it reads the same.
    for (let size = 1; size < 7; size += 1) {
      const reader = csvReader(delimiter)
      const rows: Row[] = []
      for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)))
      expect([...rows, ...reader.end('')]).toEqual(whole)
    }
    return whole
  }

  test('quotes, line feeds inside of them, empty rows and both ends of line', () => {
    expect(read('a,"b ""c"", d"\r\n\r\n"x\ny",z\n')).toEqual([
      { at: 1, cells: ['a', 'b "c", d'] },
      { at: 3, cells: ['x\ny', 'z'] },
    ])
    expect(read('a;b', ';')).toEqual([{ at: 1, cells: ['a', 'b'] }])
  })

  test('a quote that is not closed spoils its row only', () => {
    expect(read('a,b\n1,"x\n2,y\n')).toEqual([
      { at: 1, cells: ['a', 'b'] },
      { at: 2, cells: ['1,"x'], broken: true },
      { at: 3, cells: ['2', 'y'] },
    ])
  })

  test('the apostrophe of our own files goes, others stay', () => {
    expect(read(`'=1+1,'xin,O'Hara\n`)[0]?.cells).toEqual(['=1+1', `'xin`, `O'Hara`])
  })

  test('the delimiter is the one that parts most', () => {
    expect(delimiterOf(roster)).toBe(';')
    expect(delimiterOf('a\tb\tc\n')).toBe('\t')
    expect(delimiterOf('one column')).toBe(',')
  })

  test('300 columns are refused by name, empty ones do not count', () => {
    expect(() => csvReader(',').end(`${Array.from({ length: 300 }, (_, at) => at).join(',')}\n`)).toThrow(
      'too_many_columns',
    )
    expect(csvReader(',').end(`a${','.repeat(300)}\n`)).toHaveLength(1)
  })
})

describe('header', () => {
  test('titles above it are passed over, and its words are understood with and without marks', () => {
    const rows = [
      { at: 1, cells: ['UBND XÃ NGỌC THANH'] },
      { at: 3, cells: ['DANH SÁCH CHỦ HỘ'] },
      { at: 5, cells: ['TT', 'Họ tên chủ hộ', 'Thôn', 'Số khẩu', 'Ngày sinh', 'CCCD/CMND', 'Ghi chú'] },
      { at: 6, cells: ['1', 'Nguyễn Văn A', 'Bãi Sậy', '4'] },
    ]
    expect(headerRowOf(rows, headerWords)).toBe(5)
    expect(guessColumns(rows[2]?.cells ?? [], headerWords)).toEqual({
      number: 0,
      name: 1,
      hamlet: 2,
      headcount: 3,
      birthYear: 4,
      identity: 5,
    })
    expect(headerKey(['Họ tên', 'Thôn'])).toBe(headerKey(['HO TEN', ' thôn ']))
  })
})

const rowsOf = async (bytes: Uint8Array): Promise<Row[]> => {
  const rows: Row[] = []
  for await (const batch of sheetTable(await openWorkbook(bytesSource(bytes)), 0).rows()) rows.push(...batch)
  return rows
}

describe('xlsx', () => {
  test('shared and inline texts, numbers, formulas, merged ranges and gaps', async () => {
    const bytes = await workbook({
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
        <row r="4"><c r="A4"><v>3.4085001234E10</v></c><c r="B4" t="str"><f>UPPER("x")</f><v>X</v></c><c r="C4" t="inlineStr"><is><r><t>Đỗ </t></r><r><t>A &amp; B_x0007_</t></r></is></c></row>
        <row r="5"><c r="C5" s="3"/></row><row r="6"><c r="B6"><v>1</v></c></row>`,
      strings: ['Số CCCD', 'Họ tên'],
      merges: ['B4:B6', 'A1:C1'],
    })
    expect(await rowsOf(bytes)).toEqual([
      { at: 1, cells: ['Số CCCD', '', 'Họ tên'], merged: [0, 1, 2] },
      { at: 4, cells: ['34085001234', 'X', 'Đỗ A & B\u0007'], formulas: [1] },
      { at: 6, cells: ['', '1'], merged: [1] },
    ])
  })

  test('a million empty rows are read in seconds and are none', async () => {
    const row = '<row r="1" spans="1:9"><c r="A1" s="1"/><c r="B1" s="1"/></row>'
    const rows = function* () {
      yield inlineRow(['Họ tên'])
      for (let batch = 0; batch < 1_000; batch += 1) yield row.repeat(1_000)
    }
    const bytes = await workbook({ rows: rows() })
    const began = performance.now()
    expect(await rowsOf(bytes)).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(20_000)
  }, 60_000)

  test('a bomb, a torn file, a document type and 300 columns are refused by name', async () => {
    const zeros = Buffer.alloc(1024 * 1024, 32)
    const bomb = await workbook({ rows: [] })
    const grown = function* () {
      for (let megabyte = 0; megabyte < 400; megabyte += 1) yield zeros
    }
    const chunks: Buffer[] = []
    for await (const chunk of zipped([{ name: 'xl/worksheets/sheet1.xml', content: grown() }])) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    const entry = (await zipEntries(bytesSource(bytes))).get('xl/worksheets/sheet1.xml')!
    const inflate = async () => {
      for await (const _ of unpacked(bytesSource(bytes), entry));
    }
    await expect(inflate()).rejects.toThrow('zip_bomb')
    await expect(rowsOf(bomb.subarray(0, bomb.length - 30))).rejects.toThrow('broken_file')
    await expect(rowsOf(await workbook({ rows: '<!DOCTYPE x [<!ENTITY a "b">]>' }))).rejects.toThrow('broken_file')
    const wide = inlineRow(Array.from({ length: 300 }, (_, at) => `${at}`))
    await expect(rowsOf(await workbook({ rows: wide }))).rejects.toThrow('too_many_columns')
  })

  test('more texts than memory should hold go through a file and come back the same', () => {
    const store = stringStore(1_000)
    const textOf = (number: number) => `Nguyễn Văn ${number} ${'ộ'.repeat(number % 200)}`
    for (let number = 0; number < 5_000; number += 1) store.add(textOf(number))
    store.ready()
    for (const number of [0, 1, 999, 4_999, 2_500, 7]) expect(store.get(number)).toBe(textOf(number))
    expect(store.get(5_000)).toBe(undefined)
    store.close()
  })

  test('a look finds sheets, header and columns, and converts old letters', async () => {
    const bytes = await workbook({
      rows: [inlineRow(['STT', 'Hä vµ tªn', 'Th«n']), inlineRow(['1', 'NguyÔn V¨n Hµ', 'B·i SËy'])],
      names: ['Hộ dân'],
    })
    const look = await lookAtRoster(bytesSource(bytes), 'xlsx', {})
    expect(look).toMatchObject({
      sheets: ['Hộ dân'],
      oldLetters: true,
      header: ['STT', 'Họ và tên', 'Thôn'],
      rows: [{ at: 2, cells: ['1', 'Nguyễn Văn Hà', 'Bãi Sậy'] }],
      mapping: { headerRow: 1, letters: 'tcvn3', columns: { number: 0, name: 1, hamlet: 2 } },
    })
  })
})
