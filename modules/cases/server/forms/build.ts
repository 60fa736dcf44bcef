// Our own template of a form as .docx, on the page of Decree 30/2020/ND-CP: A4, Times New Roman, margins, the name of the state
// and its motto, number, place and date, signer, recipients. Its fields stand between braces, as in one that is uploaded.

import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { formLists, type RowColumn } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'

const millimetres = (count: number): number => Math.round((count * 1440) / 25.4)
/** Top and bottom 20 to 25 mm, left 30 to 35, right 15 to 20. */
export const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    top: millimetres(20),
    bottom: millimetres(20),
    left: millimetres(30),
    right: millimetres(15),
    header: millimetres(10),
    footer: millimetres(8),
  },
}
const textWidth = page.size.width - page.margin.left - page.margin.right
/** A register lies on its side. */
const wideWidth = page.size.height - page.margin.left - page.margin.right
const widthOf = ({ columns }: Form): number => (columns ? wideWidth : textWidth)
const font = 'Times New Roman'
/** The name of the state has to stand on one line. */
const left = 0.42

type Look = { bold?: boolean; italics?: boolean; size?: number; underline?: boolean }
/** Sizes are those of the decree in points; the file counts half points. */
const run = (text: string, { bold, italics, size = 13, underline }: Look = {}, onNewLine = false): TextRun =>
  new TextRun({
    text,
    font,
    size: size * 2,
    break: onNewLine ? 1 : 0,
    ...(bold && { bold }),
    ...(italics && { italics }),
    ...(underline && { underline: {} }),
  })
const lines = (text: string, look: Look): TextRun[] => text.split('\n').map((line, at) => run(line, look, at > 0))
const middle = (text: string, look: Look = {}, space: { before?: number; after?: number } = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: lines(text, look),
    spacing: { before: 0, after: 0, ...space },
  })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const cell = (size: number, children: Paragraph[], bordered = false): TableCell =>
  new TableCell({
    width: { size: Math.round(size), type: WidthType.DXA },
    margins: bordered ? { left: 80, right: 80, top: 30, bottom: 30 } : { left: 40, right: 40 },
    verticalAlign: VerticalAlign.TOP,
    children,
  })
/** Beside one another, without lines around them. */
const side = (whole: number, shares: readonly number[], cells: Paragraph[][]): Table =>
  new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round(whole * share)),
    borders: noBorders,
    rows: [
      new TableRow({
        children: cells.map((children, at) => cell(whole * (shares[at] ?? 1), children)),
        cantSplit: true,
      }),
    ],
  })
const widths = (count: number): number[] =>
  count === 2 ? [left, 1 - left] : Array.from({ length: count }, () => 1 / count)

const state = [
  middle('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 12 }),
  middle('Độc lập - Tự do - Hạnh phúc', { bold: true, underline: true }, { after: 60 }),
]

function headOf(form: Form): (Paragraph | Table)[] {
  const { head, code, name, about } = form
  if (head === 'plain') return []
  const when = '{địa danh}, {ngày ký}'
  if (head === 'person')
    return [
      ...state,
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [run(when, { italics: true })],
        spacing: { before: 120, after: 120 },
      }),
    ]
  const office = [
    middle('{cơ quan chủ quản}', { size: 12 }),
    middle('{cơ quan}', { bold: true, size: 12, underline: true }, { after: 60 }),
    ...(code ? [middle('Số: {số}/{ký hiệu}')] : []),
    // A letter has no name: what it is about stands under its number.
    ...(name === '' && about ? [middle(about, { size: 12 })] : []),
  ]
  return [side(widthOf(form), [left, 1 - left], [office, [...state, middle(when, { italics: true })]])]
}

const text = (words: string, keep = false): Paragraph => {
  const [, article, rest] = /^(Điều \d+\.)(.*)$/s.exec(words) ?? []
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: millimetres(10) },
    spacing: { before: 60, after: 60, line: 276 },
    keepNext: keep,
    children: article ? [run(article, { bold: true }), run(rest ?? '')] : [run(words)],
  })
}
const dottedLine = new Paragraph({
  tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'dot' }],
  spacing: { before: 60, after: 60, line: 276 },
  children: [run('\t')],
})

type Column = { title: string; width: number; tag: string; left?: boolean }
const paperColumns: readonly Column[] = [
  { title: 'STT', width: 0.08, tag: 'số thứ tự' },
  { title: 'Tên tài liệu', width: 0.56, tag: 'tên tài liệu', left: true },
  { title: 'Ngày', width: 0.18, tag: 'ngày tài liệu' },
  { title: 'Bút lục', width: 0.18, tag: 'bút lục' },
]
/** The list is repeated row by row; its head stands on every page. */
const listTable = (list: string, columns: readonly Column[], whole: number, size: number): Table =>
  new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => Math.round(whole * width)),
    rows: [
      new TableRow({
        tableHeader: true,
        children: columns.map(({ title, width }) => cell(whole * width, [middle(title, { bold: true, size })], true)),
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(({ width, tag, left: toLeft }, at) => {
          const words = `${at === 0 ? `{#${list}}` : ''}{${tag}}${at === columns.length - 1 ? `{/${list}}` : ''}`
          const said = toLeft ? new Paragraph({ children: [run(words, { size })] }) : middle(words, { size })
          return cell(whole * width, [said], true)
        }),
      }),
    ],
  })
const papersTable = (list: 'tài liệu' | 'bộ hồ sơ'): Table => listTable(list, paperColumns, textWidth, 12)
const inWords: readonly RowColumn[] = ['name', 'residence', 'paper', 'party', 'treatmentForm', 'treatmentPlace', 'note']
/** Columns that are left out give their room to the others. */
function registerTable(columns: NonNullable<Form['columns']>): Table {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const rows: Record<RowColumn, string> = formLists.register.rows
  return listTable(
    formLists.register.tag,
    columns.map(({ title, width, tag }) => ({
      title,
      width: width / whole,
      tag: rows[tag],
      left: inWords.includes(tag),
    })),
    wideWidth,
    11,
  )
}
const team = [text('{#tổ quản lý}'), text('- Ông (bà): {tên thành viên}, {vai trò}.'), text('{/tổ quản lý}')]

function bodyOf({ law, rests = [], lines: all, columns }: Form): (Paragraph | Table)[] {
  const basis = (words: string): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: millimetres(10) },
      spacing: { before: 40, after: 40, line: 276 },
      children: [run(words, { italics: true })],
    })
  return [
    ...(law ? [text('{#căn cứ pháp lý}'), basis('Căn cứ {căn cứ}'), text('{/căn cứ pháp lý}')] : []),
    ...rests.map((each, at) => basis(`Căn cứ ${each}${at === rests.length - 1 ? '.' : ';'}`)),
    ...all.flatMap((line): (Paragraph | Table)[] => {
      if (line === '…') return [dottedLine]
      if (line === '#team') return team
      if (line === '#papers') return [papersTable('tài liệu')]
      if (line === '#dossier') return [papersTable('bộ hồ sơ')]
      if (line === '#register') return columns ? [registerTable(columns)] : []
      if (line.startsWith('|')) return [middle(line.slice(1), { bold: true }, { before: 120, after: 120 })]
      return [text(line)]
    }),
  ]
}

function titleOf({ name, about, to, speaker }: Form): Paragraph[] {
  return [
    ...(name ? [middle(name, { bold: true, size: 14 }, { before: 240 })] : []),
    ...(name && about ? [middle(about, { bold: true, size: 14 }, { after: 160 })] : []),
    ...(to ? [middle(`Kính gửi: ${to}`, { size: 14 }, { before: 120, after: 160 })] : []),
    ...(speaker ? [middle(speaker, { bold: true }, { before: 80, after: 120 })] : []),
  ]
}

function footOf(form: Form): (Paragraph | Table)[] {
  const { signs, recipients } = form
  if (signs.length === 0) return []
  const sign = (each: string): Paragraph[] => {
    if (each === '') return [middle('')]
    if (each === 'issuer')
      return [middle('{chức vụ người ký}', { bold: true }), ...room(), middle('{người ký}', { bold: true })]
    // A name that is known stands under the signature.
    const [post = '', name] = each.split(/\n(?=\{)/)
    return [
      middle(post, { bold: true }),
      middle('(Ký, ghi rõ họ tên)', { italics: true, size: 12 }),
      ...room(),
      ...(name ? [middle(name, { bold: true })] : []),
    ]
  }
  const who = recipients && [
    new Paragraph({ children: [run('Nơi nhận:', { bold: true, italics: true, size: 12 })] }),
    ...recipients.map((each) => new Paragraph({ children: [run(`- ${each}`, { size: 11 })] })),
  ]
  const cells = [...(who ? [who] : []), ...signs.map(sign)]
  return [middle(''), side(widthOf(form), widths(cells.length), cells)]
}
/** Where the signature goes. */
const room = (): Paragraph[] => [middle(''), middle(''), middle('')]

const pageNumber = new Paragraph({
  alignment: AlignmentType.CENTER,
  children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font })],
})

export async function buildTemplate(form: Form): Promise<Uint8Array> {
  const section: ISectionOptions = {
    // Pages are numbered at the top, the first one is not.
    properties: {
      page: form.columns ? { ...page, size: { ...page.size, orientation: PageOrientation.LANDSCAPE } } : page,
      titlePage: true,
    },
    headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
    children: [...headOf(form), ...titleOf(form), ...bodyOf(form), ...footOf(form)],
  }
  const made = new Document({
    creator: 'Bình Yên',
    title: form.title.vi,
    styles: { default: { document: { run: { font, size: 26, language: { value: 'vi-VN' } } } } },
    sections: [section],
  })
  return new Uint8Array(await Packer.toBuffer(made))
}
