// A stack of signed sheets that waits to be confirmed: printed as every sheet is, signed with invented strokes, a little askew as a
// scan comes out. It is sent when the demonstration first starts, and read by the product itself, so that its square codes are
// those of this installation. One box was left empty, and coffee ran over one square code.

import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { drawing, page, sheetsOfPrint, signatureBox, storePrint } from '../../modules/paper/server/public.ts'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, personId } from './ids.ts'

const communeId = areaId('12280')
const driveId = demoId('drive:2024')
const readingId = demoId('reading:2024')
const personOfStack = personId('xa')
const printedAt = new Date('2024-11-08T15:10:00+07:00')
const sentAt = new Date('2024-11-15T08:20:00+07:00')

/** As a pen goes in the box, in millimetres; how the sheet lay, in degrees. Numbers are those on the roster. */
type Signed = { number: number; strokes: readonly string[]; turned: number; coffee?: boolean }
const stack: readonly Signed[] = [
  {
    number: 27,
    turned: 0.5,
    strokes: [
      'M14 27 C16 12 22 9 23 17 S19 31 26 25 S33 15 35 22 S41 29 46 20 S54 14 55 23 S61 27 68 17',
      'M12 31 C30 27 52 31 71 24',
    ],
  },
  {
    number: 28,
    turned: -0.7,
    strokes: [
      'M20 12 C18 22 19 30 24 30 S31 18 27 15 S22 22 34 23 S42 15 44 22 S47 28 52 21 S58 18 62 23',
      'M40 10 L43 8',
    ],
  },
  { number: 29, turned: 0.3, strokes: [] },
  {
    number: 30,
    turned: 0.9,
    strokes: [
      'M16 25 L22 10 L28 26',
      'M18 20 L27 19',
      'M30 25 C32 16 37 16 37 23 S44 28 46 20 S50 14 53 22 S58 27 66 22 S58 33 24 32',
    ],
  },
  {
    number: 31,
    turned: -0.4,
    strokes: [
      'M24 11 C14 15 13 27 22 28 S34 20 31 14 S30 26 38 24 S46 16 47 22 S55 26 60 18 S66 16 69 22',
      'M33 30 C44 26 56 29 64 27',
    ],
  },
  {
    number: 32,
    turned: 0.6,
    coffee: true,
    strokes: ['M15 14 C24 10 30 12 24 20 S16 30 25 28 S36 20 38 14 S40 27 46 23 S54 17 57 23 S63 25 67 19'],
  },
]
/** Over the whole square code, in millimetres of the page, as a cup that was knocked over leaves it. */
const spill =
  'M155 262 C150 246 170 240 182 247 C196 243 204 258 199 270 C204 285 190 293 176 289 C168 295 150 291 154 280 C149 275 151 267 155 262 Z M146 284 a2 1.6 0 1 0 4 0 a2 1.6 0 1 0 -4 0'
const [pen, paper, coffeeBrown] = ['#23408f', '#fcfbf7', '#6b4a2b']
const points = (millimetres: number): number => (millimetres * 72) / 25.4

export async function sendSignedSheets(db: Db, publicUrl: string): Promise<void> {
  const print = { id: demoId('print:2024'), driveId, communeId, hamletId: null, bodyId: null }
  const entries = stack.map(({ number }) => ({
    id: demoId(`entry:12280:household-heads:${number - 1}`),
    group_id: 'household-heads',
    hamlet_id: null,
    text_number: 1,
    sheet_id: null,
  }))
  const { ids } = await storePrint(db, print, entries, { personId: personOfStack, at: printedAt })
  const scan = await scanOf(db, ids, publicUrl)
  await sql`
    insert into paper_reading (commune_id, id, drive_id, state, started_at, started_by)
    values (${communeId}, ${readingId}, ${driveId}, 'waiting', ${sentAt}, ${personOfStack})`.execute(db)
  await sql`
    insert into paper_original (commune_id, reading_id, position, name, content, size)
    values (${communeId}, ${readingId}, 0, 'to-dan-pho-2.pdf', ${scan}, ${scan.length})`.execute(db)
}

async function scanOf(db: Db, sheetIds: readonly string[], publicUrl: string): Promise<Buffer> {
  const { drawSheet, openPrint } = await drawing()
  const doc = openPrint('Phiếu đã ký (minh họa)')
  const scanned = buffer(doc)
  let lies = 0
  doc.on('pageAdded', () => {
    doc.rect(0, 0, points(page.width), points(page.height)).fill(paper)
    doc.rotate(lies, { origin: [points(page.width / 2), points(page.height / 2)] })
  })
  const signed = stack.values()
  for await (const sheets of sheetsOfPrint(db, communeId, sheetIds, publicUrl))
    for (const sheet of sheets) {
      const { strokes, turned, coffee } = signed.next().value as Signed
      lies = turned
      drawSheet(doc, sheet)
      doc.scale(points(1))
      if (coffee) doc.path(spill).fill(coffeeBrown)
      doc.translate(signatureBox.left, signatureBox.top)
      for (const stroke of strokes) doc.path(stroke).lineWidth(0.65).lineCap('round').stroke(pen)
    }
  doc.end()
  return scanned
}
