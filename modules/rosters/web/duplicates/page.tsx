// Pairs of entries that may be one, one after the other: a person decides on each, by keys or buttons, and can take it back.

import './duplicates.css'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Seg } from '../../../../platform/web/components/chip.tsx'
import { Listed } from '../../../../platform/web/components/listed.tsx'
import { AsOf } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, LongWork } from '../../../../platform/web/components/states.tsx'
import { showInstant, showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { usePages } from '../../../../platform/web/pages.ts'
import { useParam, useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { DecidePair, ListPairs, pairStates, ReopenPair, SearchPairs } from '../../contract.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { type Pair, PairCard, type PairDeed } from './pair.tsx'
import { duplicateWords } from './words.ts'

type Answer = OutputOf<typeof ListPairs>

export default function Duplicates() {
  const w = useWords(duplicateWords)
  const language = useLanguage()
  const areaId = useParam('areaId')
  const search = useSearch()
  const state = pairStates.find((one) => one === search.get('state')) ?? 'open'
  const pages = usePages(
    ListPairs,
    { areaId, state, limit: 20 },
    { rows: (answer: Answer) => answer.rows, next: (answer: Answer) => answer.next },
  )
  const { first } = pages
  const counts = first?.counts
  const shown = (n: number | undefined) => (n === undefined ? '…' : showNumber(n, language))
  const finished = first?.search.finishedAt
  return (
    <>
      <PageHead
        title={first ? w.of(first.area.name) : w.title}
        crumbs={[
          { label: w.commitments, to: '/commitments' },
          ...(first?.area.level === 'commune' ? [{ label: w.rosters, to: `/rosters/${areaId}` }] : []),
          { label: w.title },
        ]}
        facts={finished && <AsOf>{w.searched(showInstant(finished))}</AsOf>}
        actions={<SearchAgain areaId={areaId} />}
      />
      <div className="pair-bar">
        <Seg
          label={w.states}
          value={state}
          onChange={(next) => search.set({ state: next === 'open' ? undefined : next })}
          choices={pairStates.map((value) => ({ value, label: w[value](shown(counts?.[value])) }))}
        />
      </div>
      {first && <Progress areaId={areaId} from={first.search} onChange={pages.again} />}
      {state !== 'decided' && <p className="pair-how noprint">{w.how}</p>}
      <Listed
        from={pages}
        empty={
          <Card>
            <Empty icon="check-c" title={state === 'open' ? w.none : state === 'later' ? w.noneLater : w.noneDecided}>
              {state === 'open' && w.noneWhy}
            </Empty>
          </Card>
        }
      >
        <Pairs rows={pages.rows} />
        {pages.more && (
          <p>
            <Button onClick={pages.askMore}>{w.more}</Button>
          </p>
        )}
      </Listed>
    </>
  )
}

function SearchAgain({ areaId }: { areaId: string }) {
  const w = useWords(duplicateWords)
  const search = useCommand(SearchPairs)
  const go = async () => {
    const sent = await search.send({ areaId })
    say(sent.ok ? w.searchAsked : { text: sent.problem.title, bad: true })
  }
  return (
    <Button icon="search" busy={search.sending} onClick={() => void go()}>
      {w.searchAgain}
    </Button>
  )
}

/** Asks how far the search is while one is under way; when it is done the list is read anew. */
function Progress({ areaId, from, onChange }: { areaId: string; from: Answer['search']; onChange: () => void }) {
  const w = useWords(duplicateWords)
  const language = useLanguage()
  const polled = useAnswer(ListPairs, { areaId, limit: 1 }, { when: from.waiting > 0, everySeconds: 2 })
  const now = from.waiting > 0 ? (polled.answer?.search ?? from) : from
  const over = from.waiting > 0 && now.waiting === 0
  useEffect(() => {
    if (over) onChange()
  }, [over, onChange])
  if (now.waiting === 0) return null
  const total = now.total ?? 0
  return (
    <div className="pair-work">
      <LongWork
        icon="search"
        title={w.searchTitle}
        {...(total > 0 ? { share: now.done / total } : {})}
        done={total > 0 ? w.searchDone(showNumber(now.done, language), showNumber(total, language)) : w.searchWaits}
      />
    </div>
  )
}

function Pairs({ rows }: { rows: readonly Pair[] }) {
  const w = useWords(duplicateWords)
  const [decide, reopen] = [useCommand(DecidePair), useCommand(ReopenPair)]
  const [merging, merge] = useState<Pair>()
  const box = useRef<HTMLDivElement>(null)
  const goTo = useRef<number | undefined>(undefined)
  const cards = () => [...(box.current?.querySelectorAll<HTMLElement>('[data-pair]') ?? [])]
  // The pair that was decided is gone: the keys go on with the one in its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at whenever there are other rows
  useEffect(() => {
    const at = goTo.current
    if (at === undefined) return
    goTo.current = undefined
    const all = cards()
    all[Math.min(at, all.length - 1)]?.focus()
  }, [rows])
  const back = async (pair: Pick<Pair, 'communeId' | 'id' | 'version'>) => {
    const { communeId, id, version } = pair
    const sent = await reopen.send({ communeId, id, version })
    say(sent.ok ? w.toldBack : { text: sent.problem.title, bad: true })
  }
  const done = (pair: Pair, text: string, version: number) => {
    goTo.current = rows.findIndex(({ id }) => id === pair.id)
    say({ text, undo: () => void back({ ...pair, version }) })
  }
  const carryOut = async (pair: Pair, deed: PairDeed) => {
    const { communeId, id, version } = pair
    if (deed === 'merge') return merge(pair)
    if (deed === 'reopen') return back(pair)
    const sent = await decide.send({ communeId, id, version, decision: deed })
    if (sent.ok) done(pair, deed === 'apart' ? w.toldTwo : w.toldLater, sent.answer.version)
    else say({ text: sent.problem.title, bad: true })
  }
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const all = cards()
    const at = all.indexOf(event.target as HTMLElement)
    if (!step || at < 0) return
    event.preventDefault()
    all[at + step]?.focus()
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows walk the pairs, which are reached by Tab as well */}
      <div className="pairs" ref={box} onKeyDown={walk}>
        {rows.map((pair) => (
          <PairCard key={pair.id} pair={pair} onDeed={(deed) => void carryOut(pair, deed)} />
        ))}
      </div>
      {merging && (
        <MergeDialog
          pair={merging}
          onDone={({ version, promises }) => {
            done(merging, w.toldMerged(promises), version)
            merge(undefined)
          }}
          onClose={() => merge(undefined)}
        />
      )}
    </>
  )
}
