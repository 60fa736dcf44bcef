// The work of a commune: what is late first, then what is due next; of whom and by when is in the address.

import '../files/files.css'
import './work.css'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Chip, Chips, FilterChip } from '../../../../platform/web/components/chip.tsx'
import { ShowMore } from '../../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../../platform/web/components/listed.tsx'
import { AsOf } from '../../../../platform/web/components/marks.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Empty, Loading } from '../../../../platform/web/components/states.tsx'
import { useMayOpen } from '../../../../platform/web/may-open.tsx'
import { usePages } from '../../../../platform/web/pages.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ListReminders, ListWork, whenDue, whoseWork } from '../../contract.ts'
import { countShown, totalOf } from '../count-shown.ts'
import { type Commune, useCommunes } from '../files/communes.ts'
import { OfCommune } from '../files/of-commune.tsx'
import { SealedHead } from '../files/sealed-head.tsx'
import { RemindersCard } from './reminders.tsx'
import { WorkRows } from './rows.tsx'
import { workWords } from './words.ts'

export default function WorkPage() {
  const w = useWords(workWords)
  const communes = useCommunes('cases.police')
  const mayOpen = useMayOpen()
  const { chosen } = communes
  return (
    <>
      <SealedHead
        title={w.title}
        commune={chosen}
        actions={
          chosen &&
          mayOpen('/work/officers') && (
            <LinkButton icon="users" to={`/work/officers?commune=${chosen.id}`}>
              {w.byOfficer}
            </LinkButton>
          )
        }
      />
      <OfCommune communes={communes}>
        {(commune) => <CommuneWork key={commune.id} commune={commune} several={(communes.all?.length ?? 0) > 1} />}
      </OfCommune>
    </>
  )
}

type First = OutputOf<typeof ListWork>

function CommuneWork({ commune, several }: { commune: Commune; several: boolean }) {
  const w = useWords(workWords)
  const search = useSearch()
  const whose = whoseWork.find((each) => each === search.get('whose')) ?? 'mine'
  const due = whenDue.find((each) => each === search.get('due')) ?? 'all'
  const officer = search.get('officer')
  const pages = usePages(
    ListWork,
    { communeId: commune.id, whose, due, limit: 100, ...(officer && { officer }) },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const { first } = pages
  const reminders = useAnswer(ListReminders, { communeId: commune.id })
  const addressOf = (part: { whose?: string; due?: string }) => {
    const wanted = { whose, due, ...part }
    const parts = [
      several && `commune=${commune.id}`,
      wanted.whose !== 'mine' && `whose=${wanted.whose}`,
      wanted.due !== 'all' && `due=${wanted.due}`,
      // Choosing whose work it is lets go of the one officer.
      officer && !part.whose && `officer=${officer}`,
    ].filter(Boolean)
    return `/work${parts.length > 0 ? `?${parts.join('&')}` : ''}`
  }
  const dueWords = { late: w.late, today: w.today, week: w.week, all: w.anytime }
  const officerName = officer === 'none' ? w.noOfficer : (first?.rows.find((row) => row.officer)?.officer?.name ?? '…')
  const standsInFor = first?.standsInFor.map(({ name }) => name).join(', ')
  // Rows that jump down when the reminders come are missed by whoever is about to touch one.
  if (!reminders.answer && !reminders.problem) return <Loading lines={8} />
  return (
    <div className="stack">
      <RemindersCard communeId={commune.id} answer={reminders.answer} />
      {standsInFor && (
        <Note icon="swap" tone="sealed">
          {w.standsInFor(standsInFor)}
        </Note>
      )}
      <div>
        <Chips label={w.whose}>
          {officer ? (
            <FilterChip label={w.ofOfficer} value={officerName} onOff={() => search.set({ officer: undefined })} />
          ) : (
            whoseWork.map((each) => (
              <Chip
                key={each}
                to={addressOf({ whose: each })}
                on={each === whose}
                count={first && countShown(first.whose[each])}
              >
                {w[each]}
              </Chip>
            ))
          )}
        </Chips>
        <Chips label={w.when}>
          {whenDue.map((each) => (
            <Chip
              key={each}
              to={addressOf({ due: each })}
              on={each === due}
              count={first && countShown(first.counts[each])}
            >
              {dueWords[each]}
            </Chip>
          ))}
        </Chips>
        <Card>
          <Listed from={pages} empty={<NoWork late={due === 'late'} mine={whose === 'mine' && !officer} />}>
            <WorkRows
              rows={pages.rows}
              communeId={commune.id}
              label={w.title}
              total={totalOf(first?.counts[due])}
              onEnd={pages.askMore}
            />
          </Listed>
          <ShowMore from={pages} />
        </Card>
        <p className="work-asof">
          <AsOf at={pages.asOf} />
        </p>
      </div>
    </div>
  )
}

function NoWork({ late, mine }: { late: boolean; mine: boolean }) {
  const w = useWords(workWords)
  if (late) return <Empty icon="check-c" title={w.noneLate} />
  return (
    <Empty icon="check-c" title={mine ? w.noneMine : w.noneHere}>
      {mine ? w.noneMineWhy : undefined}
    </Empty>
  )
}
