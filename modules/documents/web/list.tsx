// The register: found as one types, by kind, newest first.

import { unitName } from '../../../platform/contract/unit-name.ts'
import './documents.css'
import type { InputOf, OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips, FilterChip, Seg } from '../../../platform/web/components/chip.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf, Tag } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, TooMany } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowUnit } from '../../areas/contract.ts'
import { documentKinds, fileAddress, ListDocuments } from '../contract.ts'
import { documentName, kindName } from './names.ts'
import { documentWords } from './words.ts'

type Row = OutputOf<typeof ListDocuments>['rows'][number]
type Kind = InputOf<typeof ListDocuments>['kind']

export default function Register() {
  const w = useWords(documentWords)
  const language = useLanguage()
  const search = useSearch()
  const { programme, on } = useView()
  const q = search.get('q') ?? ''
  const kind = documentKinds.find((each) => each === search.get('kind'))
  const scope = search.get('scope') === 'all' ? 'all' : 'programme'
  const withFile = search.get('file') === 'yes'
  const subject = search.get('subject')
  const unit = search.get('unit')
  const input = {
    on,
    q,
    kind: kind as Kind,
    programme: scope === 'programme' && programme ? programme : undefined,
    withFile: withFile ? 'true' : undefined,
    subject,
    concerning: unit,
  }
  const list = usePages(ListDocuments, input, { rows: (answer) => answer.rows, next: (answer) => answer.next })
  const { first } = list
  const left = (first?.total ?? 0) - list.rows.length
  return (
    <>
      <PageHead
        title={w.title}
        tab={w.register}
        facts={first && <AsOf>{w.total(showNumber(first.total, language))}</AsOf>}
        actions={
          first?.may.register && (
            <LinkButton main icon="plus" to="/documents/new">
              {w.add}
            </LinkButton>
          )
        }
      />
      {first && first.kinds.length > 0 && (
        <Chips label={w.kinds}>
          <Chip on={!kind} onPress={() => search.set({ kind: undefined })}>
            {w.all}
          </Chip>
          {first.kinds.map((each) => (
            <Chip
              key={each.kind}
              count={each.count}
              on={kind === each.kind}
              onPress={() => search.set({ kind: kind === each.kind ? undefined : each.kind })}
            >
              {kindName(each.kind, language)}
            </Chip>
          ))}
        </Chips>
      )}
      <Card>
        <Filters>
          <SearchField value={q} onChange={(typed) => search.set({ q: typed })} label={w.find} placeholder={w.find} />
          <Seg
            label={w.programme}
            value={scope}
            onChange={(value) => search.set({ scope: value === 'all' ? 'all' : undefined })}
            choices={[
              { value: 'programme', label: w.allOf },
              { value: 'all', label: w.everywhere },
            ]}
          />
          <Chip icon="clip" on={withFile} onPress={() => search.set({ file: withFile ? undefined : 'yes' })}>
            {w.withFile}
          </Chip>
          {unit && <UnitChip unit={unit} onOff={() => search.set({ unit: undefined })} />}
        </Filters>
        <Listed
          from={list}
          lines={8}
          empty={
            <Empty icon="doc" title={w.none}>
              {w.noneWhy}
            </Empty>
          }
        >
          <Rows rows={list.rows} total={first?.total} onEnd={list.askMore} />
          {left > 0 && <TooMany>{w.more(showNumber(left, language))}</TooMany>}
        </Listed>
      </Card>
    </>
  )
}

function UnitChip({ unit, onOff }: { unit: string; onOff: () => void }) {
  const w = useWords(documentWords)
  const language = useLanguage()
  const { on } = useView()
  const shown = useAnswer(ShowUnit, { id: unit, on }).answer?.unit
  return <FilterChip label={w.ofUnit} value={shown ? unitName(shown, language) : '…'} onOff={onOff} />
}

function Rows({ rows, total, onEnd }: { rows: readonly Row[]; total?: number; onEnd: () => void }) {
  const w = useWords(documentWords)
  const language = useLanguage()
  const go = useGo()
  const columns: Column<Row>[] = [
    {
      key: 'number',
      title: w.colNumber,
      width: '190px',
      cell: (row) => (
        <>
          <Go className="job" to={`/documents/${row.id}`}>
            {documentName(row, language)}
          </Go>
          {row.number && <span className="sub">{kindName(row.kind, language)}</span>}
        </>
      ),
    },
    {
      key: 'title',
      title: w.colTitle,
      cell: (row) => (
        <>
          {row.title} {row.demo && <Tag>{w.demo}</Tag>} {row.public && <Tag icon="globe">{w.public}</Tag>}
          {row.replacedBy && <span className="sub">{w.replaced(documentName(row.replacedBy, language))}</span>}
        </>
      ),
    },
    { key: 'issuer', title: w.colIssuer, width: '200px', cell: (row) => row.issuer },
    {
      key: 'day',
      title: w.colDay,
      width: '120px',
      align: 'right',
      cell: (row) =>
        row.issuedOn ? (
          <span className="nw">{showDay(row.issuedOn)}</span>
        ) : (
          <span className="faint">{w.dayUnknown}</span>
        ),
    },
    {
      key: 'file',
      title: w.colFile,
      width: '64px',
      align: 'right',
      cell: (row) =>
        row.file ? (
          <a href={`${fileAddress(row.file.id)}?download`} aria-label={w.download(row.file.name)} title={row.file.name}>
            <Icon name="download" />
          </a>
        ) : (
          <span className="faint">–</span>
        ),
    },
  ]
  return (
    <Table
      label={w.title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      total={total}
      onOpen={(row) => go(`/documents/${row.id}`)}
      onEnd={onEnd}
    />
  )
}
