// Takes in a request of the person: what, how it came, when, in which words.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { SelectField, TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { type RequestKind, type RequestWay, requestKinds, requestWays } from '../../../../rules/retention/requests.ts'
import { type ListRequests, TakeRequest } from '../../contract.ts'
import type { At } from '../file/opened.tsx'
import { MomentFields } from '../moment-fields.tsx'
import { retentionWords } from './words.ts'

type Props = { requests: OutputOf<typeof ListRequests>; at: At; now: Moment; onClose: () => void }

export function TakeDialog({ requests, at, now, onClose }: Props) {
  const w = useWords(retentionWords)
  const language = useLanguage()
  const take = useCommand(TakeRequest)
  const [id] = useState(() => uuidv7())
  const [kind, setKind] = useState<RequestKind>('statement')
  const [way, setWay] = useState<RequestWay>('desk')
  const [received, setReceived] = useState<Moment | ''>(now)
  const [words, setWords] = useState('')
  const [aboutId, setAbout] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!received || !words.trim()) return
    const sent = await take.send({ ...at, id, kind, way, received, words, aboutId: aboutId || null })
    if (!sent.ok) return
    say(w.taken(showInstant(sent.answer.dueAt)))
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="user" title={w.take} onClose={onClose}>
      <p className="muted">{w.takeWhy}</p>
      <Form onSend={() => void send()} send={w.take} sending={take.sending} problem={take.problem}>
        <RadioField
          label={w.what}
          value={kind}
          onChange={(chosen) => setKind(chosen as RequestKind)}
          choices={choicesOf(requestKinds, language)}
        />
        {kind === 'complaint' && (
          <SelectField
            label={w.about}
            reason={w.aboutWhy}
            empty={w.aboutNobody}
            value={aboutId}
            onChange={setAbout}
            choices={requests.colleagues.map(({ id: value, name }) => ({ value, label: name }))}
          />
        )}
        <SelectField
          label={w.way}
          value={way}
          onChange={(chosen) => setWay(chosen as RequestWay)}
          choices={choicesOf(requestWays, language)}
        />
        <MomentFields
          legend={w.received}
          reason={tried && !received ? w.momentNeeded : undefined}
          value={received}
          onChange={setReceived}
          withTime
        />
        <TextArea
          label={w.words}
          maxLength={2000}
          value={words}
          onChange={setWords}
          problem={tried && !words.trim() ? w.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}

export const choicesOf = <K extends string>(names: Record<K, { vi: string; en: string }>, language: 'vi' | 'en') =>
  (Object.entries(names) as [K, { vi: string; en: string }][]).map(([value, words]) => ({
    value,
    label: words[language],
  }))
