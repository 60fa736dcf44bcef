// What became of one stack: each page by its file and number, read or not, with the reason by name.

import './paper.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam, useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { CancelReading, matchedByHand, pageAddress, pageStates, ShowReading } from '../contract.ts'
import { MatchDialog } from './match-dialog.tsx'
import { Running } from './read-card.tsx'
import { sentenceOf } from './reasons.ts'
import { paperWords, readingWords } from './words.ts'

type Reading = OutputOf<typeof ShowReading>
type Page = Reading['pages'][number]

export default function ReadingPage() {
  const [w, words] = [useWords(readingWords), useWords(paperWords)]
  const language = useLanguage()
  const [driveId, communeId, readingId] = [useParam('driveId'), useParam('areaId'), useParam('readingId')]
  const cancel = useCommand(CancelReading)
  const shown = useAnswer(ShowReading, { communeId, readingId }, { everySeconds: 3 })
  const reading = shown.answer
  const home = `/paper/${driveId}/areas/${communeId}`
  const waits = (reading?.pages ?? []).some(({ state }) => state === 'queued' || state === 'aside')
  return (
    <>
      <PageHead
        title={w.title}
        crumbs={[
          { label: words.commitments, to: '/commitments' },
          { label: reading?.drive[language] ?? words.drive, to: `/commitments/${driveId}` },
          { label: reading ? words.of(reading.commune) : words.title, to: home },
          { label: w.title },
        ]}
        facts={reading && <AsOf>{w.by(reading.startedBy, showInstant(reading.startedAt))}</AsOf>}
        actions={
          waits && (
            <LinkButton main icon="check-c" to={`${home}/confirm`}>
              {words.confirmTitle}
            </LinkButton>
          )
        }
      />
      <Shown from={shown} lines={6}>
        {(answer) => (
          <div className="stack">
            {answer.may.cancel && (
              <Card padded>
                <Running reading={answer} onCancel={() => void cancel.send({ communeId, readingId })} />
              </Card>
            )}
            {answer.state === 'cancelled' && <Note>{w.stopped}</Note>}
            <Pages reading={answer} communeId={communeId} address={`${home}/readings/${readingId}`} />
          </div>
        )}
      </Shown>
    </>
  )
}

function Pages({ reading, communeId, address }: { reading: Reading; communeId: string; address: string }) {
  const w = useWords(readingWords)
  const language = useLanguage()
  const asked = useSearch().get('state')
  const [matching, match] = useState<Page>()
  const counts = Map.groupBy(reading.pages, ({ state }) => state)
  const state = pageStates.find((each) => each === asked)
  const rows = state ? (counts.get(state) ?? []) : reading.pages
  const columns: Column<Page>[] = [
    {
      key: 'file',
      title: w.file,
      width: '30%',
      cell: (page) => (
        <>
          {page.file}
          {page.of > 1 && <span className="sub">{w.page(page.number, page.of)}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: w.state,
      cell: (page) => (
        <>
          <b className="semi">{w[page.state]}</b>
          {page.name && `: ${page.name}`}
          {(page.reason ?? page.doubt) && (
            <span className="sub">{sentenceOf(page.reason ?? page.doubt, language)}</span>
          )}
          {page.note && <span className="sub">{page.note}</span>}
        </>
      ),
    },
    {
      key: 'picture',
      title: w.picture,
      hiddenTitle: true,
      fold: false,
      width: '250px',
      align: 'right',
      cell: (page) =>
        page.picture && (
          <span className="page-deeds">
            {page.state === 'unread' && matchedByHand.includes(page.reason ?? '') && (
              <Button small aria-label={w.matchOf(page.file, page.number)} onClick={() => match(page)}>
                {w.match}
              </Button>
            )}
            <a
              className="btn sm quiet"
              href={pageAddress(communeId, page.id, 'sheet')}
              target="_blank"
              rel="noreferrer"
              aria-label={w.pictureOf(page.file, page.number)}
            >
              {w.picture}
            </a>
          </span>
        ),
    },
  ]
  return (
    <>
      <Chips label={w.show}>
        <Chip to={address} on={!state} count={showNumber(reading.pages.length, language)}>
          {w.all}
        </Chip>
        {pageStates
          .filter((each) => counts.has(each))
          .map((each) => (
            <Chip key={each} to={`${address}?state=${each}`} on={state === each} count={counts.get(each)?.length ?? 0}>
              {w[each]}
            </Chip>
          ))}
      </Chips>
      <Card>
        {rows.length === 0 ? (
          <Empty icon="doc" title={w.nothing} />
        ) : (
          <Table label={w.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
        )}
      </Card>
      {matching && <MatchDialog communeId={communeId} page={matching} onClose={() => match(undefined)} />}
    </>
  )
}
