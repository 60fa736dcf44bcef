// What somebody is to look at, as a list; each opens beside it.

import { type ReactNode, useState } from 'react'
import type { Answer } from '../../../../platform/web/answer.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'

type Props<Row> = {
  from: Answer<{ rows: readonly Row[] }>
  label: string
  empty: ReactNode
  /** One of them has the button that opens the row. */
  columns: (open: (row: Row) => void) => Column<Row>[]
  dialog: (row: Row, onClose: () => void) => ReactNode
}

export function LookList<Row extends { id: string }>({ from, label, empty, columns, dialog }: Props<Row>) {
  const [chosen, setChosen] = useState<Row>()
  return (
    <Card>
      <Shown from={from} lines={5}>
        {({ rows }) =>
          rows.length === 0 ? (
            empty
          ) : (
            <Table
              label={label}
              columns={columns(setChosen)}
              rows={rows}
              rowKey={({ id }) => id}
              onOpen={setChosen}
              {...(chosen && { current: chosen.id })}
            />
          )
        }
      </Shown>
      {chosen && dialog(chosen, () => setChosen(undefined))}
    </Card>
  )
}
