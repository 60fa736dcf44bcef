// The places that help, as the portal lists them; an administrator changes the list as a whole.

import './portal.css'
import { v7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ChangeHelp, ListHelp } from '../contract.ts'
import { portalWords } from './words.ts'

type Line = OutputOf<typeof ListHelp>['lines'][number]

export default function Help() {
  const w = useWords(portalWords)
  const found = useAnswer(ListHelp, {})
  return (
    <>
      <PageHead title={w.helpTitle} crumbs={[{ label: w.title, to: '/portal' }, { label: w.help }]} />
      <div className="stack">
        <Note>{w.helpNote}</Note>
        <Shown from={found}>
          {({ lines, may }) => (may.change ? <HelpForm lines={lines} /> : <HelpList lines={lines} />)}
        </Shown>
      </div>
    </>
  )
}

function HelpList({ lines }: { lines: readonly Line[] }) {
  const w = useWords(portalWords)
  const language = useLanguage()
  return (
    <Card title={w.help} padded>
      <dl className="po-facts">
        {lines.map((line) => (
          <div key={line.id} style={{ display: 'contents' }}>
            <dt>{line.number || w.place}</dt>
            <dd>
              {[language === 'vi' ? line.titleVi : line.titleEn, language === 'vi' ? line.noteVi : line.noteEn]
                .filter(Boolean)
                .join(', ')}{' '}
              {line.placeholder && <Tag>{w.placeholder}</Tag>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{w.helpNoRight}</p>
    </Card>
  )
}

function HelpForm({ lines }: { lines: Line[] }) {
  const w = useWords(portalWords)
  const draft = useDraft('portal-help', { lines })
  const command = useCommand(ChangeHelp)
  const typed = draft.value.lines
  const put = (at: number, part: Partial<Line>): void =>
    draft.change({ lines: typed.map((line, index) => (index === at ? { ...line, ...part } : line)) })
  const send = async () => {
    const sent = await command.send({ lines: typed, before: lines })
    if (!sent.ok) return
    draft.forget()
    say(w.saved)
  }
  const up = (at: number): void => {
    const next = [...typed]
    next.splice(at - 1, 0, ...next.splice(at, 1))
    draft.change({ lines: next })
  }
  const empty: Line = {
    id: '',
    kind: 'place',
    number: '',
    titleVi: '',
    titleEn: '',
    noteVi: '',
    noteEn: '',
    placeholder: false,
  }
  return (
    <Card title={w.help} padded className="po-lines">
      <Form
        send={w.saveHelp}
        onSend={() => void send()}
        sending={command.sending}
        problem={command.problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
        others={
          <Button icon="plus" onClick={() => draft.change({ lines: [...typed, { ...empty, id: v7() }] })}>
            {w.addLine}
          </Button>
        }
      >
        {typed.map((line, at) => (
          <LineFields
            key={line.id}
            line={line}
            at={at}
            put={put}
            problem={command.problem}
            onUp={at > 0 ? () => up(at) : undefined}
            onDrop={
              typed.length > 1 ? () => draft.change({ lines: typed.filter((each) => each.id !== line.id) }) : undefined
            }
          />
        ))}
      </Form>
    </Card>
  )
}

type LineProps = {
  line: Line
  at: number
  put: (at: number, part: Partial<Line>) => void
  problem: Problem | undefined
  onUp?: () => void
  onDrop?: () => void
}

function LineFields({ line, at, put, problem, onUp, onDrop }: LineProps) {
  const w = useWords(portalWords)
  const text = (key: 'number' | 'titleVi' | 'titleEn' | 'noteVi' | 'noteEn', label: string, optional = false) => (
    <TextField
      label={label}
      optional={optional}
      value={line[key]}
      onChange={(value) => put(at, { [key]: value })}
      problem={fieldProblem(problem, `lines.${at}.${key}`)}
    />
  )
  return (
    <fieldset>
      <legend>{w.line(at + 1)}</legend>
      <SelectField
        label={w.kind}
        value={line.kind}
        onChange={(kind) => put(at, { kind: kind as Line['kind'] })}
        choices={[
          { value: 'counsel', label: w.counsel },
          { value: 'emergency', label: w.emergency },
          { value: 'place', label: w.place },
        ]}
      />
      {text('number', w.number, line.kind === 'place')}
      {text('titleVi', w.nameVi)}
      {text('titleEn', w.nameEn)}
      {text('noteVi', w.noteVi, true)}
      {text('noteEn', w.noteEn, true)}
      <CheckField label={w.placeholder} value={line.placeholder} onChange={(placeholder) => put(at, { placeholder })} />
      <div className="po-acts">
        {onUp && (
          <Button small icon="chev-u" onClick={onUp}>
            {w.up}
          </Button>
        )}
        {onDrop && (
          <Button small icon="trash" onClick={onDrop}>
            {w.dropLine}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
