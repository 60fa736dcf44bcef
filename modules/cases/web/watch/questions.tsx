// Questions about readings: who, when, by which pattern, which file number; never whose file it is.

import { useState } from 'react'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import type { Column } from '../../../../platform/web/components/table.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import {
  AnswerReadingQuestion,
  ListReadingQuestions,
  type QuestionRow,
  questionOutcomes,
  SetReaderHome,
} from '../../contract.ts'
import { readingRules } from '../../rules/reading/rules.ts'
import { LookDialog } from './look-dialog.tsx'
import { LookList } from './look-list.tsx'
import { watchWords } from './words.ts'

export function Questions({ show }: { show: 'open' | 'all' }) {
  const w = useWords(watchWords)
  const language = useLanguage()
  const listed = useAnswer(ListReadingQuestions, { show })
  const columns = (open: (row: QuestionRow) => void): Column<QuestionRow>[] => [
    {
      key: 'rule',
      title: w.rule,
      cell: (row) => (
        <>
          <button type="button" className="job watch-open" onClick={() => open(row)}>
            {readingRules[row.rule].title[language]}
          </button>
          <span className="sub">{unitTitle(row.commune, language)}</span>
        </>
      ),
    },
    { key: 'reader', title: w.reader, cell: (row) => row.reader.name ?? w.somebody },
    {
      key: 'file',
      title: w.file,
      width: '150px',
      cell: (row) => <span className="num">{row.fileNumber ?? w.manyFiles(row.openings)}</span>,
    },
    {
      key: 'when',
      title: w.when,
      width: '170px',
      cell: (row) => <span className="num">{showInstant(row.since)}</span>,
    },
    {
      key: 'state',
      title: w.outcome,
      width: '230px',
      cell: ({ looked }) =>
        looked ? (
          <>
            <Status kind={looked.outcome === 'explained' ? 'met' : 'again'}>{w[looked.outcome]}</Status>
            <span className="sub">{w.lookedBy(looked.by ?? w.somebody, showInstant(looked.at))}</span>
          </>
        ) : (
          <Status kind="unknown">{w.open}</Status>
        ),
    },
  ]
  return (
    <LookList
      from={listed}
      label={w.questions}
      columns={columns}
      empty={
        <Empty icon="check-c" title={w.noQuestions}>
          {w.noQuestionsWhy}
        </Empty>
      }
      dialog={(row, onClose) => <QuestionDialog row={row} onClose={onClose} />}
    />
  )
}

function QuestionDialog({ row, onClose }: { row: QuestionRow; onClose: () => void }) {
  const w = useWords(watchWords)
  const language = useLanguage()
  const answer = useCommand(AnswerReadingQuestion)
  const { title, why } = readingRules[row.rule]
  return (
    <LookDialog
      icon="help"
      title={title[language]}
      why={why[language]}
      facts={[
        [w.reader, row.reader.name ?? w.somebody],
        [w.file, row.fileNumber ?? w.manyFiles(row.openings)],
        [
          w.when,
          row.since === row.until ? showInstant(row.since) : w.until(showInstant(row.since), showInstant(row.until)),
        ],
      ]}
      looked={row.looked}
      may={row.mayAnswer}
      outcomes={questionOutcomes}
      sending={answer}
      send={(outcome, reason) => answer.send({ communeId: row.commune.id, id: row.id, outcome, reason })}
      onClose={onClose}
    >
      {row.mayAnswer && <Home row={row} />}
    </LookDialog>
  )
}

/** Whoever looks into a reading often learns where the reader lives: it is kept for the next one. */
function Home({ row }: { row: QuestionRow }) {
  const w = useWords(watchWords)
  const set = useCommand(SetReaderHome)
  const [hamlet, setHamlet] = useState('')
  const send = async () => {
    if (hamlet.trim() === '') return
    const sent = await set.send({ communeId: row.commune.id, readerId: row.reader.id, hamlet })
    if (sent.ok) say(w.homeSaved)
  }
  return (
    <details className="watch-home">
      <summary>{w.home}</summary>
      <p className="muted">{w.homeWhy}</p>
      <TextField label={w.hamlet} maxLength={100} value={hamlet} onChange={setHamlet} problem={set.problem?.title} />
      <Button icon="home" busy={set.sending} onClick={() => void send()}>
        {w.saveHome}
      </Button>
    </details>
  )
}
