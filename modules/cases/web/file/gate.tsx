// Before a file is open: what for, on what ground. Nothing of the file is asked for until then.

import { type ReactNode, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useMayOpen } from '../../../../platform/web/may-open.tsx'
import { fieldProblem, type Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { Me } from '../../../access/contract.ts'
import { OpenFile, type PurposeId, purposeIds, purposes } from '../../contract.ts'
import { filesWords } from '../files/words.ts'
import { momentOfInstant } from '../left.ts'
import { emergencyWords } from '../watch/emergency-words.ts'
import { workWords } from '../work/words.ts'
import { monthOf } from './check.tsx'
import type { Ended, Opening } from './opening.ts'
import { fileWords } from './words.ts'

type Props = {
  communeId: string
  fileId: string
  /** Comes from the work list for the residence check: purpose and ground are known. */
  check: boolean
  ended: Ended | undefined
  onOpen: (opening: Opening) => void
}

export function Gate({ communeId, fileId, check, ended, onOpen }: Props) {
  const w = useWords(fileWords)
  const { checkTitle } = useWords(workWords)
  const { emergencyInstead } = useWords(emergencyWords)
  const mayOpen = useMayOpen()
  const open = useCommand(OpenFile)
  const [id] = useState(() => uuidv7())
  const send = async (purpose: PurposeId, ground: string) => {
    const sent = await open.send({ communeId, fileId, id, purpose, ground })
    if (sent.ok) onOpen({ ...sent.answer, purpose })
  }
  return (
    <>
      <PageHead
        title={w.openTitle}
        crumbs={[{ label: w.files, to: '/files' }, { label: w.sealedFile }]}
        facts={<Status kind="sealed">{w.sealedFile}</Status>}
      />
      <div className="stack">
        <EndedNote ended={ended} />
        <PurposeForm
          start={check ? { purpose: 'check', ground: checkTitle(monthOf(momentOfInstant(new Date()))) } : undefined}
          onSend={(purpose, ground) => void send(purpose, ground)}
          sending={open.sending}
          problem={open.problem}
          others={(police) =>
            mayOpen('/files/emergency') &&
            !police && (
              <LinkButton icon="alert" to={`/files/emergency/${communeId}/${fileId}`}>
                {emergencyInstead}
              </LinkButton>
            )
          }
        />
      </div>
    </>
  )
}

/** How the opening before came to its end, said to whoever stands before the gate again. */
export function EndedNote({ ended }: { ended: Ended | undefined }) {
  const w = useWords(fileWords)
  if (!ended) return null
  return (
    <div role="status">
      <Note icon="lock" tone="sealed">
        {{ time: w.timeOver, closed: w.closedByYou, 'not-closed': w.notClosed }[ended]}
      </Note>
    </div>
  )
}

type PurposeProps = {
  /** What is known already. */
  start?: { purpose: PurposeId; ground: string } | undefined
  onSend: (purpose: PurposeId, ground: string) => void
  sending: boolean
  problem: Problem | undefined
  /** What else whoever is not of the police may do. */
  others?: (police: boolean) => ReactNode
}

/** What for and on what ground: of one file, or of two that are compared. */
export function PurposeForm({ start, onSend, sending, problem, others }: PurposeProps) {
  const w = useWords(fileWords)
  const { cancel } = useWords(filesWords)
  const language = useLanguage()
  const me = useAnswer(Me, {})
  const holds = (permission: string) => me.answer?.permissions.some(({ name }) => name === permission) ?? false
  // What the reader's rights do not serve would only be refused.
  const own = purposeIds.filter((each) => purposes[each].for.some(holds))
  const [purpose, setPurpose] = useState<PurposeId | undefined>(start?.purpose)
  const [ground, setGround] = useState(start?.ground ?? '')
  const [tried, setTried] = useState(false)
  const send = () => {
    setTried(true)
    if (purpose && ground.trim() !== '') onSend(purpose, ground)
  }
  return (
    <Card padded className="case-gate">
      <p className="muted">{w.openWhy}</p>
      <Form
        onSend={send}
        send={w.open}
        sending={sending}
        problem={problem}
        others={
          <>
            <LinkButton to="/files">{cancel}</LinkButton>
            {others?.(holds('cases.police'))}
          </>
        }
      >
        <RadioField
          label={w.purpose}
          value={purpose ?? ''}
          onChange={(chosen) => setPurpose(chosen as PurposeId)}
          problem={tried && !purpose ? w.purposeNeeded : undefined}
          choices={own.map((each) => ({
            value: each,
            label: purposes[each].title[language],
            note: purposes[each].source[language],
          }))}
        />
        <TextField
          label={w.ground}
          reason={w.groundWhy}
          maxLength={300}
          value={ground}
          onChange={setGround}
          problem={tried && ground.trim() === '' ? w.groundNeeded : fieldProblem(problem, 'ground')}
        />
      </Form>
    </Card>
  )
}
