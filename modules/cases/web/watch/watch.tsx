// Watching over the reading of files: emergencies to review, questions about odd readings, the keeper of the machine.

import './watch.css'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Chip, Chips } from '../../../../platform/web/components/chip.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { Me } from '../../../access/contract.ts'
import { WatchWaiting } from '../../contract.ts'
import { Emergencies } from './emergencies.tsx'
import { Keeper } from './keeper.tsx'
import { Questions } from './questions.tsx'
import { watchWords } from './words.ts'

const parts = ['emergencies', 'questions', 'keeper'] as const

export default function WatchPage() {
  const w = useWords(watchWords)
  const search = useSearch()
  const me = useAnswer(Me, {})
  const held = me.answer?.permissions.find(({ name }) => name === 'cases.watch')
  const waiting = useAnswer(WatchWaiting, {}).answer
  // The head of a commune's police reviews; questions and the machine are for whoever watches over all.
  const own = parts.filter((part) => part === 'emergencies' || (held && (part !== 'keeper' || held.everywhere)))
  const part = own.find((each) => each === search.get('part')) ?? 'emergencies'
  const show = search.get('show') === 'all' ? 'all' : 'open'
  const addressOf = (each: string, which: string) =>
    `/files/watch?${[each === 'emergencies' ? '' : `part=${each}`, which === 'all' ? 'show=all' : ''].filter(Boolean).join('&')}`
  const counts = { emergencies: waiting?.waiting, questions: waiting?.questions, keeper: undefined }
  return (
    <>
      <PageHead title={w.title} facts={<Status kind="sealed">{w.sealed}</Status>} />
      <div className="stack">
        <Note icon="sealed" tone="sealed">
          {w.why}
        </Note>
        <div>
          {own.length > 1 && (
            <Chips label={w.views}>
              {own.map((each) => (
                <Chip key={each} to={addressOf(each, 'open')} on={each === part} count={counts[each]}>
                  {w[each]}
                </Chip>
              ))}
            </Chips>
          )}
          {part !== 'keeper' && (
            <Chips label={w.show}>
              {(['open', 'all'] as const).map((each) => (
                <Chip key={each} to={addressOf(part, each)} on={each === show}>
                  {w[each]}
                </Chip>
              ))}
            </Chips>
          )}
          {part === 'emergencies' && <Emergencies show={show} />}
          {part === 'questions' && <Questions show={show} />}
          {part === 'keeper' && <Keeper />}
        </div>
      </div>
    </>
  )
}
