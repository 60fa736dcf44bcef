// The audit, newest first: who did what where, with the difference one key press away.

import './audit.css'
import { Card } from '../../../platform/web/components/card.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, TooMany } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type AuditRow, ListAudit } from '../contract.ts'
import { ChainCard } from './chain-card.tsx'
import { useSummary } from './difference.tsx'
import { EntryDialog } from './entry-dialog.tsx'
import { FilterBar, useAuditFilters } from './filters.tsx'
import { auditWords } from './words.ts'

const manyRows = 2_000

export default function AuditList() {
  const w = useWords(auditWords)
  const language = useLanguage()
  const search = useSearch()
  const filters = useAuditFilters()
  const pages = usePages(
    ListAudit,
    { ...filters, limit: 100 },
    { rows: (answer) => answer.rows, next: (answer) => answer.next },
  )
  const columns = useColumns()
  const opened = pages.rows.find((row) => row.id === search.get('entry'))
  const names = new Map(
    pages.rows.flatMap((row): [string, string][] => [
      [row.person.id, row.person.name],
      [row.operation.name, row.operation.title[language]],
      ...(row.area ? [[row.area.id, row.area.name] as [string, string]] : []),
    ]),
  )
  return (
    <>
      <PageHead title={w.title} facts={<AsOf at={pages.asOf} />} />
      <div className="stack">
        <ChainCard />
        <Card>
          <FilterBar names={names} />
          <Listed
            from={pages}
            lines={8}
            empty={
              <Empty icon="history" title={w.nothing}>
                {w.nothingWhy}
              </Empty>
            }
          >
            <Table
              label={w.listLabel}
              foldInTwo
              columns={columns}
              rows={pages.rows}
              rowKey={(row) => row.id}
              current={opened?.id}
              onOpen={(row) => search.set({ entry: row.id }, { keepStep: true })}
              onEnd={pages.askMore}
            />
          </Listed>
          {pages.more && (
            <button type="button" className="aud-more" onClick={pages.askMore}>
              {w.showMore}
            </button>
          )}
          {pages.rows.length >= manyRows && <TooMany>{w.tooMany(showNumber(pages.rows.length, language))}</TooMany>}
        </Card>
      </div>
      {opened && <EntryDialog row={opened} onClose={() => search.set({ entry: undefined })} />}
    </>
  )
}

function useColumns(): Column<AuditRow>[] {
  const w = useWords(auditWords)
  const language = useLanguage()
  const search = useSearch()
  const summary = useSummary()
  return [
    {
      key: 'what',
      title: w.what,
      cell: (row) => (
        <>
          <button
            type="button"
            className="job aud-open"
            onClick={() => search.set({ entry: row.id }, { keepStep: true })}
          >
            {row.operation.title[language]}
          </button>
          <span className="sub aud-cut">{summary(row.changes, row.moreChanges) || row.subject}</span>
        </>
      ),
    },
    {
      key: 'who',
      title: w.who,
      width: '210px',
      cell: (row) => (
        <>
          {row.person.name}
          {row.actingFor && <span className="sub">{w.actingFor(row.actingFor.name)}</span>}
        </>
      ),
    },
    { key: 'where', title: w.where, width: '170px', cell: (row) => row.area?.name ?? '–' },
    {
      key: 'when',
      title: w.when,
      width: '170px',
      cell: (row) => <span className="nw">{showInstant(row.at)}</span>,
    },
    {
      key: 'seal',
      title: w.seal,
      width: '140px',
      align: 'right',
      cell: (row) =>
        row.position === null ? (
          <span className="muted nw">{w.notYet}</span>
        ) : (
          <span className="num">{w.sealedAs(showNumber(row.position, language))}</span>
        ),
    },
  ]
}
