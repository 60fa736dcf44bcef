// What a table in a file looks like before it is brought in: its first rows, which column says what, how it is read.

import './file-columns.css'
import { type FileReading, fileDelimiters, fileEncodings, fileLetters } from '../../contract/spreadsheet.ts'
import { defineWords, useWords } from '../words.ts'
import { Card } from './card.tsx'
import { SelectField } from './field.tsx'
import { Note } from './page.tsx'

const words = defineWords({
  columnsWhy: {
    vi: 'Mỗi thông tin lấy từ cột nào. Chỉ cần họ tên; cột không chọn thì không đọc, không lưu.',
    en: 'Which column says what. Only the name is needed; a column that is not chosen is neither read nor kept.',
  },
  remembered: {
    vi: 'Các cột đã chọn như lần trước bạn nhập loại tệp này.',
    en: 'The columns are chosen as you did the last time with such a file.',
  },
  oldLetters: {
    vi: (which: string) =>
      `Chữ trong tệp gõ bằng ${which}, đã đổi sang Unicode. Xem các dòng bên dưới đọc có đúng không.`,
    en: (which: string) =>
      `The text is typed in ${which} and was converted to Unicode. See whether the rows below read right.`,
  },
  unused: { vi: 'Không dùng', en: 'Not used' },
  column: {
    vi: (at: string, name: string) => (name ? `${at} · ${name}` : `Cột ${at}`),
    en: (at: string, name: string) => (name ? `${at} · ${name}` : `Column ${at}`),
  },
  firstRows: { vi: 'Những dòng đầu của tệp', en: 'The first rows of the file' },
  row: { vi: 'Dòng', en: 'Row' },
  noBody: { vi: 'Dưới dòng tiêu đề không có dòng nào.', en: 'There is no row below the header.' },
  reading: { vi: 'Tệp được đọc thế nào', en: 'How the file is read' },
  sheet: { vi: 'Trang tính', en: 'Sheet' },
  headerRow: { vi: 'Dòng tiêu đề', en: 'Row with the names of the columns' },
  noHeader: { vi: 'Không có', en: 'None' },
  letters: { vi: 'Kiểu chữ', en: 'Letters' },
  unicode: { vi: 'Unicode', en: 'Unicode' },
  tcvn3: { vi: 'TCVN3 (ABC)', en: 'TCVN3 (ABC)' },
  vni: { vi: 'VNI', en: 'VNI' },
  encoding: { vi: 'Bảng mã', en: 'Encoding' },
  delimiter: { vi: 'Các ô cách nhau bằng', en: 'Cells are apart by' },
  comma: { vi: 'dấu phẩy ,', en: 'comma ,' },
  semicolon: { vi: 'dấu chấm phẩy ;', en: 'semicolon ;' },
  tab: { vi: 'phím Tab', en: 'tab' },
})

/** How the file is read, where the person says otherwise than was guessed. */
export type AskedReading = { [K in keyof FileReading]?: FileReading[K] | undefined }
export type Columns<Field extends string> = { [K in Field]?: number | undefined }
type Looked = {
  header: readonly string[]
  rows: readonly { at: number; cells: readonly string[] }[]
  sheets: readonly string[]
  media: 'csv' | 'xlsx'
  mapping: FileReading
  oldLetters: boolean
}

/** A, B, … Z, AA: as a spreadsheet calls its columns. */
const columnLetters = (at: number): string =>
  (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

type ColumnFieldsProps<Field extends string> = {
  fields: readonly Field[]
  labels: Readonly<Record<Field, string>>
  /** What else has to be said of a field. */
  reasons?: { readonly [K in Field]?: string }
  look: Looked
  columns: Columns<Field>
  /** Whether they are those that the person chose for such a file before. */
  remembered: boolean
  onChange: (columns: Columns<Field>) => void
}

export function ColumnFields<Field extends string>({
  fields,
  labels,
  reasons,
  look,
  columns,
  remembered,
  onChange,
}: ColumnFieldsProps<Field>) {
  const w = useWords(words)
  const set = (field: Field, column: string) => {
    const next: Columns<Field> = { ...columns, [field]: column === '' ? undefined : Number(column) }
    // A column stands for one thing only: taken here, it is given up there.
    for (const other of Object.keys(next) as Field[])
      if (other !== field && next[other] === next[field]) next[other] = undefined
    onChange(next)
  }
  return (
    <>
      <p className="t14 muted">{w.columnsWhy}</p>
      {remembered && <Note icon="history">{w.remembered}</Note>}
      {look.oldLetters && <Note>{w.oldLetters(w[look.mapping.letters])}</Note>}
      <div className="imp-cols">
        {fields.map((field) => (
          <SelectField
            key={field}
            label={labels[field]}
            reason={[examplesOf(look, columns[field]), reasons?.[field]].filter(Boolean).join('. ') || undefined}
            value={columns[field] === undefined ? '' : String(columns[field])}
            onChange={(column) => set(field, column)}
            choices={[
              { value: '', label: w.unused },
              ...look.header.map((name, at) => ({ value: String(at), label: w.column(columnLetters(at), name) })),
            ]}
          />
        ))}
      </div>
    </>
  )
}

/** The first values of a column, so that one sees what one chooses. */
function examplesOf(look: Looked, column: number | undefined): string {
  if (column === undefined) return ''
  const values = look.rows.map(({ cells }) => cells[column] ?? '').filter(Boolean)
  return values.slice(0, 3).join(' · ')
}

export function FirstRows({ look }: { look: Looked }) {
  const w = useWords(words)
  if (look.rows.length === 0) return <Note tone="soon">{w.noBody}</Note>
  return (
    <Card title={w.firstRows}>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, nothing is filled in here */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached by keyboard */}
      <div className="imp-scroll" tabIndex={0} role="group" aria-label={w.firstRows}>
        <table className="imp-rows">
          <thead>
            <tr>
              <th scope="col">{w.row}</th>
              {look.header.map((name, at) => (
                <th scope="col" key={columnLetters(at)}>
                  <small>{columnLetters(at)}</small>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {look.rows.map(({ at, cells }) => (
              <tr key={at}>
                <th scope="row">{at}</th>
                {look.header.map((_, column) => (
                  <td key={columnLetters(column)}>{cells[column] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const nameOfDelimiter = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const

export function HowRead({ look, onChange }: { look: Looked; onChange: (reading: AskedReading) => void }) {
  const w = useWords(words)
  const { mapping, sheets, media } = look
  return (
    <Card title={w.reading} padded>
      <div className="imp-cols">
        {sheets.length > 1 && (
          <SelectField
            label={w.sheet}
            value={String(mapping.sheet)}
            onChange={(sheet) => onChange({ sheet: Number(sheet), headerRow: undefined, letters: undefined })}
            choices={sheets.map((name, at) => ({ value: String(at), label: name }))}
          />
        )}
        <SelectField
          label={w.headerRow}
          value={String(mapping.headerRow)}
          onChange={(row) => onChange({ headerRow: Number(row) })}
          choices={Array.from({ length: Math.max(20, mapping.headerRow) + 1 }, (_, row) => ({
            value: String(row),
            label: row === 0 ? w.noHeader : String(row),
          }))}
        />
        <SelectField
          label={w.letters}
          value={mapping.letters}
          onChange={(letters) => onChange({ letters: fileLetters.find((each) => each === letters) })}
          choices={fileLetters.map((value) => ({ value, label: w[value] }))}
        />
        {media === 'csv' && (
          <>
            <SelectField
              label={w.encoding}
              value={mapping.encoding}
              onChange={(encoding) =>
                onChange({ encoding: fileEncodings.find((each) => each === encoding), letters: undefined })
              }
              choices={fileEncodings.map((value) => ({ value, label: value.toUpperCase() }))}
            />
            <SelectField
              label={w.delimiter}
              value={mapping.delimiter}
              onChange={(delimiter) => onChange({ delimiter: fileDelimiters.find((each) => each === delimiter) })}
              choices={fileDelimiters.map((value) => ({ value, label: w[nameOfDelimiter[value]] }))}
            />
          </>
        )}
      </div>
    </Card>
  )
}
