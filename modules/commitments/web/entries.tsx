// Who has signed and who has not, in one commune; signed papers are recorded from here, many at once.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { BulkBar, Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../platform/web/components/listed.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { usePages } from '../../../platform/web/pages.ts'
import { Go, useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { LinkDialog, LinksCard, useLinkWords } from '../../links/web/public.tsx'
import { Countersign, entryStates, ListEntries, ShowCoverage, shownCode } from '../contract.ts'
import { atMeetingAddress, entriesAddress } from './coverage-address.ts'
import { followingWords } from './following-words.ts'
import { InkDialog } from './ink-dialog.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { UnsignedDialog } from './unsigned-dialog.tsx'
import { commitmentWords } from './words.ts'

type First = OutputOf<typeof ListEntries>
type Row = First['rows'][number]
type Deed = 'paper' | 'ink' | 'links'
const dialogs = { paper: PaperDialog, ink: InkDialog } as const

/** Signed, and waiting for the reader to countersign. */
const isForReader = ({ signed }: Row) => signed?.waits?.notYou === null

export default function EntriesPage() {
  const [w, words, links] = [useWords(commitmentWords), useWords(followingWords), useLinkWords()]
  const language = useLanguage()
  const { on } = useView()
  const [driveId, communeId] = [useParam('driveId'), useParam('areaId')]
  const search = useSearch()
  const state = entryStates.find((each) => each === search.get('state'))
  const group = search.get('group') ?? undefined
  const [hamletId, bodyId] = [search.get('hamlet'), search.get('body')]
  const { answer: coverage } = useAnswer(ShowCoverage, { driveId, on })
  const pages = usePages(
    ListEntries,
    { driveId, communeId, hamletId, bodyId, on, group, state, q: search.get('q'), limit: 100 },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [deed, setDeed] = useState<Deed>()
  const countersign = useCommand(Countersign)
  const driveName = coverage?.drive.name[language] ?? w.drive
  const place = pages.first?.area.name ?? w.area
  const waiting = pages.rows.filter((row) => chosen.has(row.id) && !row.signed)
  const toCountersign = pages.rows.filter((row) => chosen.has(row.id) && isForReader(row))
  const may = pages.first?.may
  const Chosen = deed && deed !== 'links' ? dialogs[deed] : undefined
  const countersignAll = async () => {
    const ids = toCountersign.flatMap(({ signed }) => signed?.id ?? []).slice(0, 500)
    const sent = await countersign.send({ driveId, communeId, hamletId, ids })
    if (sent.ok) say(words.countersignedN(sent.answer.countersigned))
    else say({ text: sent.problem.title, bad: true })
    choose(new Set())
  }
  const filtered = Boolean(state ?? group ?? search.get('q'))
  const addressWith = (change: { state?: string | undefined; group?: string | undefined }): string =>
    entriesAddress(driveId, communeId, { state, group, hamlet: hamletId, body: bodyId, ...change })
  const groups = (coverage?.groups ?? []).filter((each) => each.of !== null)
  return (
    <>
      <PageHead
        title={`${w.entries}: ${place}`}
        tab={place}
        crumbs={[
          { label: w.title, to: '/commitments' },
          { label: driveName, to: `/commitments/${driveId}` },
          { label: place },
        ]}
        facts={<AsOf>{w.asOf(showDay(on))}</AsOf>}
        actions={
          <>
            {may?.sign && (
              <>
                <LinkButton
                  icon="calendar"
                  to={atMeetingAddress(driveId, communeId, { hamlet: hamletId, body: bodyId, group })}
                >
                  {words.atMeeting}
                </LinkButton>
                <LinkButton icon="print" to={`/paper/${driveId}/areas/${communeId}`}>
                  {w.onPaper}
                </LinkButton>
              </>
            )}
            <LinkButton icon="users" to={`/rosters/${communeId}`}>
              {w.roster}
            </LinkButton>
          </>
        }
      />
      <Chips label={w.state}>
        <Chip to={addressWith({ state: undefined })} on={!state}>
          {w.all}
        </Chip>
        <Chip to={addressWith({ state: 'signed' })} on={state === 'signed'}>
          {w.signed}
        </Chip>
        <Chip to={addressWith({ state: 'unsigned' })} on={state === 'unsigned'}>
          {w.notYet}
        </Chip>
        {may?.reasons && (
          <Chip to={addressWith({ state: 'again' })} on={state === 'again'}>
            {words.again}
          </Chip>
        )}
      </Chips>
      <Chips label={w.group}>
        <Chip to={addressWith({ group: undefined })} on={!group}>
          {w.allGroups}
        </Chip>
        {groups.map((each) => (
          <Chip key={each.id} to={addressWith({ group: each.id })} on={group === each.id}>
            {each.name[language]}
          </Chip>
        ))}
      </Chips>
      <div className="stack">
        <Card>
          <Filters>
            <SearchField value={search.get('q') ?? ''} onChange={(q) => search.set({ q })} />
          </Filters>
          <Listed
            from={pages}
            empty={
              <Empty icon="users" title={filtered ? w.nothingMatches : w.nobody}>
                {filtered ? undefined : w.nobodyWhy}
              </Empty>
            }
          >
            <Rows
              rows={pages.rows}
              onEnd={pages.askMore}
              chosen={chosen}
              onChoose={may?.sign || pages.rows.some(isForReader) ? choose : undefined}
              driveId={driveId}
              communeId={communeId}
              reasons={may?.reasons ?? false}
              groupNames={group ? undefined : new Map(groups.map(({ id, name }) => [id, name[language]]))}
            />
          </Listed>
        </Card>
        {may?.sign && <LinksCard driveId={driveId} communeId={communeId} hamletId={hamletId} />}
      </div>
      {((may?.sign && waiting.length > 0) || toCountersign.length > 0) && (
        <BulkBar count={chosen.size} onNone={() => choose(new Set())}>
          {may?.sign && waiting.length === 1 && (
            <Button small main icon="pen" onClick={() => setDeed('ink')}>
              {words.signHere}
            </Button>
          )}
          {may?.sign && waiting.length > 0 && (
            <>
              <Button small main={waiting.length > 1} icon="doc" onClick={() => setDeed('paper')}>
                {w.recordPaper}
              </Button>
              <Button small icon="qr" onClick={() => setDeed('links')}>
                {links.send}
              </Button>
            </>
          )}
          {toCountersign.length > 0 && (
            <Button small icon="stamp" busy={countersign.sending} onClick={() => void countersignAll()}>
              {words.countersign}
            </Button>
          )}
        </BulkBar>
      )}
      {deed === 'links' && (
        <LinkDialog
          driveId={driveId}
          communeId={communeId}
          rows={waiting.slice(0, 100)}
          onClose={() => setDeed(undefined)}
        />
      )}
      {Chosen && coverage && (
        <Chosen
          coverage={coverage}
          communeId={communeId}
          rows={waiting}
          onClose={() => setDeed(undefined)}
          onDone={() => {
            setDeed(undefined)
            choose(new Set())
          }}
        />
      )}
    </>
  )
}

type RowsProps = {
  rows: readonly Row[]
  onEnd: () => void
  chosen: ReadonlySet<string>
  onChoose: ((chosen: ReadonlySet<string>) => void) | undefined
  driveId: string
  communeId: string
  reasons: boolean
  /** Told with each entry where several groups stand in one list. */
  groupNames: ReadonlyMap<string, string> | undefined
}
function Rows({ rows, onEnd, chosen, onChoose, driveId, communeId, reasons, groupNames }: RowsProps) {
  const [w, words] = [useWords(commitmentWords), useWords(followingWords)]
  const [noting, note] = useState<Row>()
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: w.name,
      cell: (row) => (
        <>
          {row.number !== null && <span className="muted num">{row.number}. </span>}
          {row.name}
          <span className="sub">
            {[groupNames?.get(row.groupId), row.address, row.headcount !== null && w.people(row.headcount)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'signed',
      title: w.signed,
      width: '320px',
      fold: false,
      cell: (row) =>
        row.signed ? (
          <>
            <Go to={`/commitments/${driveId}/communes/${communeId}/promises/${row.signed.id}`}>
              {showDay(row.signed.on)}
            </Go>{' '}
            <span className="muted">{w[row.signed.way]}</span>
            <span className="sub" title={w.code}>
              {shownCode(row.signed.code)}
            </span>
            {row.signed.countersignedOn && (
              <span className="sub">
                {words.countersigned} {showDay(row.signed.countersignedOn)}
              </span>
            )}
            {row.signed.waits && (
              <span className="sub">
                {row.signed.waits.notYou ? words[row.signed.waits.notYou] : words.notCountersigned}
              </span>
            )}
          </>
        ) : (
          <>
            <span className="muted">{w.notYet}</span>
            {row.note && (
              <span className="sub">
                {words[row.note.reason]}
                {row.note.visitAgainOn && ` · ${words.visit(showDay(row.note.visitAgainOn))}`}
              </span>
            )}
            {reasons && (
              <Button small quiet aria-label={`${words.noteUnsigned}: ${row.name}`} onClick={() => note(row)}>
                {words.noteUnsigned}
              </Button>
            )}
          </>
        ),
    },
  ]
  return (
    <>
      <Table
        label={w.entries}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowName={(row) => w.entryName(row.name)}
        onEnd={onEnd}
        {...(onChoose ? { selected: chosen, onSelect: onChoose } : {})}
      />
      {noting && (
        <UnsignedDialog driveId={driveId} communeId={communeId} row={noting} onClose={() => note(undefined)} />
      )}
    </>
  )
}
