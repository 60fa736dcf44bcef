// One import of a list, wherever it stands: being chosen, half way, done, taken back.

import './lists.css'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useParam } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { listRefusals, type PersonList, ShowPersonList } from '../../contract.ts'
import { filesWords } from '../files/words.ts'
import { Entering } from './entering.tsx'
import { ListState } from './history.tsx'
import { ListOutcome } from './outcome.tsx'
import { ListSteps } from './steps.tsx'
import { listWords } from './words.ts'

export default function OneList() {
  const [w, f] = [useWords(listWords), useWords(filesWords)]
  const [communeId, importId] = [useParam('communeId'), useParam('listId')]
  const shown = useAnswer(ShowPersonList, { communeId, importId })
  const list = shown.answer
  return (
    <>
      <PageHead
        title={list?.plan?.source ?? w.sealedList}
        crumbs={[
          { label: f.title, to: '/files' },
          { label: w.title, to: `/files/lists?commune=${communeId}` },
          { label: w.list },
        ]}
        facts={list && <ListState state={list.state} />}
      />
      <Shown from={shown} lines={8}>
        {(answer) => <Standing communeId={communeId} list={answer} />}
      </Shown>
    </>
  )
}

function Standing({ communeId, list }: { communeId: string; list: PersonList }) {
  const w = useWords(listWords)
  const language = useLanguage()
  if (list.state === 'running' && list.may.enter) return <Entering communeId={communeId} list={list} />
  if (list.may.check) return <ListSteps key={list.id} communeId={communeId} list={list} />
  if (list.state === 'draft' || list.state === 'checked')
    return (
      <Card padded>
        <div className="stack">
          <Note icon="lock" tone="sealed">
            {listRefusals.list_of_another[language]}
          </Note>
          <LinkButton to={`/files/lists?commune=${communeId}`}>{w.title}</LinkButton>
        </div>
      </Card>
    )
  return <ListOutcome communeId={communeId} list={list} />
}
