// The points that the law leaves open: how each is answered, since when, on what ground, and choosing otherwise.

import './admin.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../../platform/web/components/chip.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { AsOf, Tag } from '../../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ListLawPoints } from '../../contract.ts'
import { ChooseDialog } from './choose.tsx'
import { adminWords } from './words.ts'

type Points = OutputOf<typeof ListLawPoints>
export type Point = Points['points'][number]

export default function PointsPage() {
  const w = useWords(adminWords)
  const found = useAnswer(ListLawPoints, {})
  const [choosing, setChoosing] = useState<Point>()
  return (
    <>
      <PageHead title={w.points} facts={<AsOf at={found.asOf} />} />
      <div className="stack">
        <Note icon="help">{w.pointsWhy}</Note>
        <Shown from={found} lines={12}>
          {(answer) => <PointList answer={answer} onChoose={setChoosing} />}
        </Shown>
      </div>
      {choosing && found.answer && (
        <ChooseDialog point={choosing} today={found.answer.today} onClose={() => setChoosing(undefined)} />
      )}
    </>
  )
}

const isChanged = ({ now, byDefault }: Point): boolean => now !== byDefault

function PointList({
  answer: { points, rereading, today },
  onChoose,
}: {
  answer: Points
  onChoose: (point: Point) => void
}) {
  const w = useWords(adminWords)
  const only = useSearch().get('show') === 'changed'
  const shown = only ? points.filter(isChanged) : points
  return (
    <>
      {rereading && (
        <div role="status">
          <Note icon="again">{w.reread}</Note>
        </div>
      )}
      <Chips label={w.show}>
        <Chip to="/law/points" on={!only} count={points.length}>
          {w.all}
        </Chip>
        <Chip to="/law/points?show=changed" on={only} count={points.filter(isChanged).length}>
          {w.changed}
        </Chip>
      </Chips>
      {shown.length === 0 && (
        <Card>
          <Empty icon="check-c" title={w.none} />
        </Card>
      )}
      <ul className="points">
        {shown.map((point) => (
          <li key={point.id}>
            <PointCard point={point} today={today} onChoose={() => onChoose(point)} />
          </li>
        ))}
      </ul>
    </>
  )
}

function PointCard({ point, today, onChoose }: { point: Point; today: string; onChoose: () => void }) {
  const w = useWords(adminWords)
  const language = useLanguage()
  const { question, answers, now, byDefault, changes, source } = point
  return (
    <Card
      title={question[language]}
      padded
      end={
        <Button small icon="pen" onClick={onChoose}>
          {w.choose}
          <span className="sr">: {question[language]}</span>
        </Button>
      }
    >
      <ul className="point-answers">
        {answers.map(({ id, words }) => (
          <li key={id} className={id === now ? 'now' : undefined}>
            <Icon name={id === now ? 'check-c' : 'outside'} />
            <span>
              {words[language]} {id === now && <Tag>{w.inForce}</Tag>} {id === byDefault && <Tag>{w.byDefault}</Tag>}
            </span>
          </li>
        ))}
      </ul>
      <dl className="point-facts">
        <dt>{w.changes}</dt>
        <dd>{changes[language]}</dd>
        <dt>{w.source}</dt>
        <dd>{source[language]}</dd>
      </dl>
      <History point={point} today={today} />
    </Card>
  )
}

function History({ point: { history, answers }, today }: { point: Point; today: string }) {
  const w = useWords(adminWords)
  const language = useLanguage()
  if (history.length === 0) return null
  const wordsOf = (id: string) => answers.find((answer) => answer.id === id)?.words[language] ?? id
  return (
    <details className="point-history">
      <summary>{w.history(history.length)}</summary>
      <ol>
        {history.map(({ id, answer, ground, from, by, at }) => (
          <li key={id}>
            <b className="semi">
              {w.since(showDay(from))}: {wordsOf(answer)}
            </b>{' '}
            {from > today && <Tag icon="clock">{w.toCome}</Tag>}
            <span>{ground}</span>
            <small>{w.chosenBy(by ?? w.somebody, showInstant(at))}</small>
          </li>
        ))}
      </ol>
    </details>
  )
}
