// Pairs of files that may be of one person: why, compared, or said to be two.

import './same.css'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../../platform/web/components/chip.tsx'
import { ShowMore } from '../../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../../platform/web/components/listed.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { usePages } from '../../../../platform/web/pages.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { DecidePair, type FileRow, ListPairs, type PairRow } from '../../contract.ts'
import { useCommunes } from '../files/communes.ts'
import { OfCommune } from '../files/of-commune.tsx'
import { SealedHead } from '../files/sealed-head.tsx'
import { filesWords } from '../files/words.ts'
import { reasonsSaid } from './reasons.ts'
import { sameWords } from './words.ts'

type First = OutputOf<typeof ListPairs>

export default function PairsPage() {
  const w = useWords(sameWords)
  const communes = useCommunes('cases.record')
  return (
    <>
      <SealedHead title={w.title} commune={communes.chosen} inFiles />
      <OfCommune communes={communes}>{({ id }) => <PairsOf key={id} communeId={id} />}</OfCommune>
    </>
  )
}

function PairsOf({ communeId }: { communeId: string }) {
  const w = useWords(sameWords)
  const show = useSearch().get('show') === 'apart' ? 'apart' : 'open'
  const pages = usePages(
    ListPairs,
    { communeId, show },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const counts = pages.first?.counts
  const addressOf = (each: 'open' | 'apart') =>
    `/files/pairs?commune=${communeId}${each === 'apart' ? '&show=apart' : ''}`
  return (
    <div className="stack">
      <Note icon="sealed" tone="sealed">
        {w.why}
      </Note>
      <div>
        <Chips label={w.views}>
          {(['open', 'apart'] as const).map((each) => (
            <Chip key={each} to={addressOf(each)} on={each === show} count={counts?.[each]}>
              {w[each]}
            </Chip>
          ))}
        </Chips>
        <Card>
          <Listed from={pages} empty={<Empty icon="check-c" title={show === 'open' ? w.noneOpen : w.noneApart} />}>
            <PairsTable communeId={communeId} rows={pages.rows} onEnd={pages.askMore} />
          </Listed>
          <ShowMore from={pages} />
        </Card>
      </div>
    </div>
  )
}

const keyOf = ({ one, other }: PairRow) => `${one.id} ${other.id}`

function PairsTable({ communeId, rows, onEnd }: { communeId: string; rows: readonly PairRow[]; onEnd: () => void }) {
  const w = useWords(sameWords)
  const language = useLanguage()
  const decide = useCommand(DecidePair)
  const columns: Column<PairRow>[] = [
    {
      key: 'pair',
      title: w.pair,
      cell: ({ one, other }) => (
        <>
          <OneOf file={one} />
          <OneOf file={other} />
        </>
      ),
    },
    { key: 'reasons', title: w.reasons, width: '34%', cell: ({ reasons }) => reasonsSaid(reasons, language) || '—' },
    {
      key: 'deeds',
      title: w.deeds,
      width: '320px',
      cell: ({ one, other, apart }) => {
        const about = (deed: string) => w.about(deed, one.number, other.number)
        return (
          <div className="same-do">
            <LinkButton
              small
              main={!apart}
              to={`/files/pairs/${communeId}/${one.id}/${other.id}`}
              aria-label={about(w.compare)}
            >
              {w.compare}
            </LinkButton>
            <Button
              small
              busy={decide.sending}
              aria-label={about(apart ? w.lookAgain : w.twoPeople)}
              onClick={() => void decide.send({ communeId, oneId: one.id, otherId: other.id, apart: !apart })}
            >
              {apart ? w.lookAgain : w.twoPeople}
            </Button>
          </div>
        )
      },
    },
  ]
  return <Table label={w.title} columns={columns} rows={rows} rowKey={keyOf} onEnd={onEnd} />
}

function OneOf({ file: { number, name, demo } }: { file: FileRow }) {
  const f = useWords(filesWords)
  return (
    <span className="same-one">
      <b className="semi num">{number}</b> {name} {demo && <Tag>{f.demo}</Tag>}
    </span>
  )
}
