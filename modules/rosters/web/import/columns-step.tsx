// Which column says what: guessed or remembered, with the first values beside each choice, and how the file is read.

import type { ReactNode } from 'react'
import { Card } from '../../../../platform/web/components/card.tsx'
import { SelectField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { fileDelimiters, fileEncodings, fileLetters, type ImportField, importFields } from '../../contract/import.ts'
import { columnLetters, columnsOf, type FileLook, type Reading } from './draft.ts'
import type { StepProps } from './steps.tsx'
import { importWords } from './words.ts'

export function ColumnsStep({
  draft,
  change,
  look,
  choices,
  goTo,
  keptAt,
  forget,
  others,
}: StepProps & { others: ReactNode }) {
  const w = useWords(importWords)
  const columns = columnsOf(draft, look)
  const set = (field: ImportField, column: string) => {
    const next = { ...columns, [field]: column === '' ? undefined : Number(column) }
    // A column stands for one thing only: taken here, it is given up there.
    for (const other of importFields) if (other !== field && next[other] === next[field]) next[other] = undefined
    change({ columns: next })
  }
  const fields = importFields.filter((field) => field !== 'commune' || choices.area.level !== 'commune')
  return (
    <>
      <FirstRows look={look} />
      <Card title={w.stepColumns} padded>
        <Form
          onSend={() => goTo('list')}
          send={w.next}
          others={others}
          {...(keptAt ? { keptAt } : {})}
          onForget={forget}
        >
          <p className="t14 muted">{w.columnsWhy}</p>
          {look.remembered && !draft.columns && <Note icon="history">{w.remembered}</Note>}
          {look.oldLetters && <Note>{w.oldLetters(w[look.mapping.letters])}</Note>}
          <div className="imp-cols">
            {fields.map((field) => (
              <SelectField
                key={field}
                label={w[field]}
                reason={
                  [examplesOf(look, columns[field]), field === 'identity' && w.identityWhy]
                    .filter(Boolean)
                    .join('. ') || undefined
                }
                value={columns[field] === undefined ? '' : String(columns[field])}
                onChange={(column) => set(field, column)}
                choices={[
                  { value: '', label: w.unused },
                  ...look.header.map((name, at) => ({ value: String(at), label: w.column(columnLetters(at), name) })),
                ]}
              />
            ))}
          </div>
        </Form>
      </Card>
      <HowRead
        look={look}
        onChange={(reading) => change({ reading: { ...draft.reading, ...reading }, columns: undefined })}
      />
    </>
  )
}

/** The first values of a column, so that one sees what one chooses. */
function examplesOf(look: FileLook, column: number | undefined): string {
  if (column === undefined) return ''
  const values = look.rows.map(({ cells }) => cells[column] ?? '').filter(Boolean)
  return values.slice(0, 3).join(' · ')
}

function FirstRows({ look }: { look: FileLook }) {
  const w = useWords(importWords)
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

function HowRead({ look, onChange }: { look: FileLook; onChange: (reading: Reading) => void }) {
  const w = useWords(importWords)
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
