// One question: what was noticed, the answer of the head, the conclusion of the level above.

import './verification.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AnswerQuestion, CloseQuestion, ShowQuestion } from '../contract.ts'
import { placeTitle } from './place-title.ts'
import { questionWords } from './question-words.ts'
import { Seen } from './questions.tsx'
import { lotWords } from './words.ts'

type Question = OutputOf<typeof ShowQuestion>

export default function QuestionPage() {
  const [w, words] = [useWords(questionWords), useWords(lotWords)]
  const language = useLanguage()
  const shown = useAnswer(ShowQuestion, { id: useParam('questionId') })
  const question = shown.answer
  const title = question
    ? words.lotOf(placeTitle({ name: question.place, type: question.placeType }, language), question.group[language])
    : w.title
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: words.drives, to: '/commitments' },
          ...(question
            ? [{ label: question.drive.name[language], to: `/commitments/${question.drive.id}?tab=verification` }]
            : [{ label: words.drive }]),
          { label: w.title },
        ]}
        facts={
          question && (
            <span>
              {question.place !== question.commune && `${question.commune} · `}
              {w[question.state]} · {w.askedOn(showDay(question.askedOn))}
              {question.demo && ` · ${words.demo}`}
            </span>
          )
        }
      />
      <Shown from={shown} lines={6}>
        {(answer) => (
          <div className="stack">
            <Note icon="help">{w.askWhy}</Note>
            <Card title={w.ask} padded>
              <p className="muted">{w.seen}</p>
              <ul className="reasons">
                {answer.found.map((found) => (
                  <li key={found.pattern}>
                    <Seen found={found} />
                  </li>
                ))}
              </ul>
            </Card>
            <Answered question={answer} />
            {answer.answer && <Closed question={answer} />}
          </div>
        )}
      </Shown>
    </>
  )
}

function Answered({ question }: { question: Question }) {
  const w = useWords(questionWords)
  const draft = useDraft(`question:${question.id}`, { answer: '' })
  const answer = useCommand(AnswerQuestion)
  const send = async () => {
    const sent = await answer.send({ id: question.id, version: question.version, answer: draft.value.answer })
    if (!sent.ok) return
    draft.forget()
    say(w.answerDone)
  }
  return (
    <Card title={w.answer} padded>
      {question.answer ? (
        <>
          <p>{question.answer.text}</p>
          <p className="muted">{w.answeredBy(question.answer.by ?? '', showDay(question.answer.on))}</p>
        </>
      ) : question.may.answer ? (
        <Form
          onSend={() => void send()}
          send={w.answer}
          sending={answer.sending}
          keptAt={draft.keptAt}
          onForget={draft.forget}
          {...(answer.problem ? { problem: answer.problem } : {})}
        >
          <TextArea
            label={w.answerLabel}
            value={draft.value.answer}
            onChange={(text) => draft.change({ answer: text })}
            problem={fieldProblem(answer.problem, 'answer')}
          />
        </Form>
      ) : (
        <p className="muted">{w.waitsForHead}</p>
      )}
    </Card>
  )
}

function Closed({ question }: { question: Question }) {
  const w = useWords(questionWords)
  const draft = useDraft(`question-closing:${question.id}`, { closing: '' })
  const close = useCommand(CloseQuestion)
  const send = async () => {
    const sent = await close.send({ id: question.id, version: question.version, closing: draft.value.closing })
    if (!sent.ok) return
    draft.forget()
    say(w.closeDone)
  }
  if (!question.closing && !question.may.close) return null
  return (
    <Card title={w.closeLabel} padded>
      {question.closing ? (
        <>
          <p>{question.closing.text}</p>
          <p className="muted">{w.closedBy(question.closing.by ?? '', showDay(question.closing.on))}</p>
        </>
      ) : (
        <Form
          onSend={() => void send()}
          send={w.close}
          sending={close.sending}
          keptAt={draft.keptAt}
          onForget={draft.forget}
          {...(close.problem ? { problem: close.problem } : {})}
        >
          <TextArea
            label={w.closeLabel}
            reason={w.closeWhy}
            value={draft.value.closing}
            onChange={(text) => draft.change({ closing: text })}
            problem={fieldProblem(close.problem, 'closing')}
          />
        </Form>
      )}
    </Card>
  )
}
