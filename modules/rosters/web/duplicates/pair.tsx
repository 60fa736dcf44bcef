// One pair: why the two may be one, what stands where, what differs; and the three decisions, or the way back.

import type { KeyboardEvent, ReactNode } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { ListPairs } from '../../contract.ts'
import { duplicateWords } from './words.ts'

export type Pair = OutputOf<typeof ListPairs>['rows'][number]
export type PairSide = Pair['sides'][number]
export type PairDeed = 'merge' | 'apart' | 'later' | 'reopen'

const deedOfKey: Record<string, PairDeed> = { 1: 'merge', 2: 'apart', 3: 'later' }

export function PairCard({ pair, onDeed }: { pair: Pair; onDeed: (deed: PairDeed) => void }) {
  const w = useWords(duplicateWords)
  const language = useLanguage()
  const [one, other] = pair.sides
  const waits = pair.decision === null || pair.decision === 'later'
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const deed = deedOfKey[event.key]
    if (event.target !== event.currentTarget || !waits || !deed || (deed === 'later' && pair.decision === 'later'))
      return
    event.preventDefault()
    onDeed(deed)
  }
  return (
    // Arrow keys walk the pairs and digits decide; each deed has its button too.
    <article
      className="card pair"
      data-pair=""
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the pair that the keys are about
      tabIndex={0}
      aria-label={w.pair(one.name, other.name)}
      onKeyDown={pressed}
    >
      <div className="card-h">
        <h2>{w.pair(one.name, other.name)}</h2>
        <span className="muted">{pair.group[language]}</span>
        <span className="grow" />
        {pair.decision === 'merged' && <Status kind="done">{w.merged}</Status>}
        {pair.decision === 'apart' && (
          <Status kind="ontime" icon="split">
            {w.apart}
          </Status>
        )}
      </div>
      <div className="card-b">
        <ul className="pair-why" aria-label={w.why}>
          {pair.reasons.map((reason) => (
            <li key={reason}>
              <Tag>{w[reason as 'same_name']}</Tag>
            </li>
          ))}
        </ul>
        <SideBySide pair={pair} />
        <Deeds pair={pair} onDeed={onDeed} />
      </div>
    </article>
  )
}

function Deeds({ pair, onDeed }: { pair: Pair; onDeed: (deed: PairDeed) => void }) {
  const w = useWords(duplicateWords)
  const [one, other] = pair.sides
  const about = (deed: string) => `${deed}: ${w.pair(one.name, other.name)}`
  if (pair.decision === 'merged' || pair.decision === 'apart')
    return (
      <div className="pair-deeds">
        <Button small icon="undo" aria-label={about(w.takeBack)} onClick={() => onDeed('reopen')}>
          {w.takeBack}
        </Button>
        {pair.decidedBy && pair.decidedAt && (
          <span className="muted">{w.decidedBy(pair.decidedBy, showInstant(pair.decidedAt))}</span>
        )}
      </div>
    )
  return (
    <fieldset className="pair-deeds">
      <legend className="sr">{w.deeds}</legend>
      <Button small main icon="merge" aria-label={about(w.one)} onClick={() => onDeed('merge')}>
        {w.one}
      </Button>
      <Button small icon="split" aria-label={about(w.two)} onClick={() => onDeed('apart')}>
        {w.two}
      </Button>
      {pair.decision === null && (
        <Button small icon="clock" aria-label={about(w.putOff)} onClick={() => onDeed('later')}>
          {w.putOff}
        </Button>
      )}
    </fieldset>
  )
}

function SideBySide({ pair }: { pair: Pair }) {
  const w = useWords(duplicateWords)
  const [one, other] = pair.sides
  const whereOf = (side: PairSide) => (side.place ? `${side.place}, ${side.commune}` : side.commune)
  const rows: { label: string; texts: [string, string]; compared: boolean }[] = [
    { label: w.name, texts: [one.name, other.name], compared: true },
    { label: w.address, texts: [one.address, other.address], compared: true },
    { label: w.headcount, texts: [textOf(one.headcount), textOf(other.headcount)], compared: true },
    { label: w.birthYear, texts: [textOf(one.birthYear), textOf(other.birthYear)], compared: true },
    { label: w.place, texts: [whereOf(one), whereOf(other)], compared: true },
    {
      label: w.list,
      texts: [w.listOf(one.list, showDay(one.asOf)), w.listOf(other.list, showDay(other.asOf))],
      compared: false,
    },
    { label: w.number, texts: [textOf(one.number), textOf(other.number)], compared: false },
    { label: w.signed, texts: [String(one.signed), String(other.signed)], compared: false },
  ]
  return (
    <table className="pair-t">
      <caption className="sr">{w.pair(one.name, other.name)}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{w.field}</span>
          </th>
          {pair.sides.map((side, at) => (
            <th key={side.id} scope="col">
              {at === 0 ? w.first : w.second}
              {pair.keptId === side.id && ` (${w.kept})`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(({ texts }) => texts.some((text) => text !== ''))
          .map(({ label, texts, compared }) => {
            const differs = compared && texts[0].normalize('NFC') !== texts[1].normalize('NFC')
            return (
              <tr key={label}>
                <th scope="row">
                  {label}
                  {differs && (
                    <span className="differs">
                      <Icon name="split" />
                      {w.differs}
                    </span>
                  )}
                </th>
                <td>{differs ? marked(texts[0], texts[1]) : texts[0] || '—'}</td>
                <td>{differs ? marked(texts[1], texts[0]) : texts[1] || '—'}</td>
              </tr>
            )
          })}
      </tbody>
    </table>
  )
}

const textOf = (value: number | null): string => (value === null ? '' : String(value))

/** The words that the other one does not have at their place. */
function marked(text: string, beside: string): ReactNode {
  if (text === '') return '—'
  const [words, others] = [text.normalize('NFC').split(' '), beside.normalize('NFC').split(' ')]
  const shared = (word: string, at: number) =>
    words.length === others.length ? others[at] === word : others.includes(word)
  return words.map((word, at) => {
    const gap = at > 0 ? ' ' : ''
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one text, which never move
      <span key={at}>
        {gap}
        {shared(word, at) ? word : <span className="dif">{word}</span>}
      </span>
    )
  })
}
