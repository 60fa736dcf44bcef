// The bodies of the unit and of what it wholly took over, by parallel tree; added, changed and ended by who may.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { useWords } from '../../../platform/web/words.ts'
import { bodyKindNames, ListBodies, type Tree, treeNames, trees } from '../contract.ts'
import { BodyDialog } from './body-dialog.tsx'
import { areaWords, unitWords } from './words.ts'

export type BodyRow = OutputOf<typeof ListBodies>['rows'][number]
/** From so many on, a field to find one is worth its room. */
const many = 12

export function BodiesCard({ areaId, on }: { areaId: string; on: string }) {
  const w = useWords(areaWords)
  const u = useWords(unitWords)
  const language = useLanguage()
  const [tree, setTree] = useState<Tree>('government')
  const [text, setText] = useState('')
  const [whole, setWhole] = useState(false)
  const [edited, setEdited] = useState<BodyRow | 'new' | undefined>(undefined)
  const pages = usePages(
    ListBodies,
    { areaId, on, tree, text, limit: 100 },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  const total = pages.first?.total ?? 0
  const manage = pages.first?.may.manage ?? false
  return (
    <Card
      title={u.bodies}
      beside={<Tag>{showNumber(total, language)}</Tag>}
      end={
        manage && (
          <Button small quiet icon="plus" onClick={() => setEdited('new')}>
            {u.addBody}
          </Button>
        )
      }
    >
      <div className="unit-bar">
        <Seg
          label={u.bodiesOf}
          value={tree}
          onChange={(next) => setTree(trees.find((each) => each === next) ?? tree)}
          choices={trees.map((each) => ({ value: each, label: treeNames[each][language] }))}
        />
      </div>
      {(total > many || text !== '') && (
        <Filters>
          <SearchField value={text} onChange={setText} label={w.find} />
        </Filters>
      )}
      <Listed
        from={pages}
        lines={4}
        empty={
          <Empty icon="users" title={u.noBodies}>
            {u.noBodiesWhy}
          </Empty>
        }
      >
        <Bodies
          rows={whole || text !== '' ? pages.rows : pages.rows.slice(0, many)}
          areaId={areaId}
          {...(whole ? { total, onEnd: pages.askMore } : {})}
          onChange={manage ? setEdited : undefined}
        />
      </Listed>
      {!whole && text === '' && total > many && (
        <p className="line unit-more noprint">
          <Button small quiet onClick={() => setWhole(true)}>
            {u.seeAllBodies(total)}
          </Button>
        </p>
      )}
      {edited && (
        <BodyDialog
          areaId={areaId}
          on={on}
          tree={tree}
          row={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  )
}

type BodiesProps = {
  rows: readonly BodyRow[]
  areaId: string
  total?: number
  onEnd?: () => void
  onChange: ((row: BodyRow) => void) | undefined
}

function Bodies({ rows, total, areaId, onEnd, onChange }: BodiesProps) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const elsewhere = (row: BodyRow) => (row.area.id === areaId ? undefined : unitTitle(row.area, language))
  return (
    <Table
      label={u.bodies}
      rows={rows}
      rowKey={(row) => row.id}
      total={total}
      onEnd={onEnd}
      columns={[
        {
          key: 'name',
          title: u.bodyName,
          cell: (row) => (
            <>
              {row.name} {row.demo && <Tag>{u.demo}</Tag>}
              <span className="sub">{[elsewhere(row), row.superior?.name].filter(Boolean).join(' · ')}</span>
            </>
          ),
        },
        { key: 'kind', title: u.bodyKind, cell: (row) => bodyKindNames[row.kind][language] },
        {
          key: 'members',
          title: u.bodyMembers,
          align: 'right',
          cell: (row) => (row.members === null ? '–' : showNumber(row.members, language)),
        },
        ...(onChange
          ? [
              {
                key: 'do',
                title: u.correct,
                hiddenTitle: true,
                fold: false as const,
                align: 'right' as const,
                cell: (row: BodyRow) => (
                  <Button small quiet onClick={() => onChange(row)} aria-label={u.correctFigure(row.name)}>
                    {u.correct}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
