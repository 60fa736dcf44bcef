// The wordings of each group, newest first, each with what it changed; a new one takes effect from a day on.

import './commitments.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { RewordGroup, type ShowDrive } from '../contract.ts'
import { sentText, type TextDraft } from './drive-draft.ts'
import { makingWords } from './making-words.ts'
import { Sheet } from './sheet.tsx'
import { TextFields } from './text-fields.tsx'

type Drive = OutputOf<typeof ShowDrive>
type Group = Drive['groups'][number]
type Version = Group['texts'][number]

export function TextsTab({ drive }: { drive: Drive }) {
  const w = useWords(makingWords)
  const language = useLanguage()
  const [rewording, reword] = useState<string>()
  const group = drive.groups.find(({ id }) => id === rewording)
  const mayReword = drive.may.manage && (drive.state === 'open' || drive.state === 'before')
  return (
    <div className="stack">
      {drive.groups.map((each, at) => (
        <Card
          key={each.id}
          title={each.name[language]}
          padded
          end={
            mayReword && (
              <Button small icon="pen" aria-label={w.rewordOf(each.name[language])} onClick={() => reword(each.id)}>
                {w.reword}
              </Button>
            )
          }
        >
          {[...each.texts].reverse().map((text) => (
            <VersionShown
              key={text.number}
              text={text}
              before={each.texts.find(({ number }) => number === text.number - 1)}
              current={text.number === each.current}
              open={at === 0}
            />
          ))}
        </Card>
      ))}
      {group && <RewordDialog drive={drive} group={group} onClose={() => reword(undefined)} />}
    </div>
  )
}

type Shown = { text: Version; before: Version | undefined; current: boolean; open: boolean }

function VersionShown({ text, before, current, open }: Shown) {
  const w = useWords(makingWords)
  return (
    <details className="version" open={current && (open || before !== undefined)}>
      <summary>
        {w.versionFrom(text.number, showDay(text.effectiveOn))} {current && <Tag icon="check">{w.inForce}</Tag>}
      </summary>
      {before && <Changes from={linesIn(before)} to={linesIn(text)} />}
      <Sheet text={text} />
    </details>
  )
}

const linesIn = (text: Version): string[] => [text.title, text.opening, ...text.promises, text.closing].filter(Boolean)

function Changes({ from, to }: { from: readonly string[]; to: readonly string[] }) {
  const w = useWords(makingWords)
  const [added, removed] = [to.filter((line) => !from.includes(line)), from.filter((line) => !to.includes(line))]
  return (
    <ul className="changes">
      {removed.map((line) => (
        <li key={`-${line}`}>
          <b>{w.removed}:</b> <del lang="vi">{line}</del>
        </li>
      ))}
      {added.map((line) => (
        <li key={`+${line}`}>
          <b>{w.added}:</b> <ins lang="vi">{line}</ins>
        </li>
      ))}
    </ul>
  )
}

function RewordDialog({ drive, group, onClose }: { drive: Drive; group: Group; onClose: () => void }) {
  const w = useWords(makingWords)
  const language = useLanguage()
  const { on } = useView()
  const reword = useCommand(RewordGroup)
  const latest = group.texts.at(-1)
  const [text, setText] = useState<TextDraft>({
    title: latest?.title ?? '',
    opening: latest?.opening ?? '',
    promises: (latest?.promises ?? []).join('\n'),
    closing: latest?.closing ?? '',
  })
  const [effectiveOn, setEffectiveOn] = useState(on)
  const send = async () => {
    const { closing = '', ...words } = sentText(text)
    const sent = await reword.send({
      id: drive.id,
      version: drive.version,
      groupId: group.id,
      effectiveOn,
      ...words,
      closing,
    })
    if (!sent.ok) return
    say(w.reworded)
    onClose()
  }
  return (
    <Dialog open wide title={w.rewordOf(group.name[language])} icon="pen" onClose={onClose}>
      <p className="muted sign-why">{w.rewordWhy}</p>
      <Form
        onSend={() => void send()}
        send={w.reword}
        sending={reword.sending}
        {...(reword.problem ? { problem: reword.problem } : {})}
      >
        <DateField
          label={w.effectiveOn}
          value={effectiveOn}
          onChange={setEffectiveOn}
          problem={fieldProblem(reword.problem, 'effectiveOn')}
        />
        <TextFields text={text} onChange={setText} problem={reword.problem} />
      </Form>
    </Dialog>
  )
}
