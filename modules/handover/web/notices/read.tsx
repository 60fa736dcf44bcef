// One notice of stay: its few fields, and the acknowledgement. What was read stays in the memory of this dialog.

import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { paperKindNames, sexNames, showBirth, Watermark } from '../../../cases/web/public.tsx'
import { AcknowledgeNotice, type NoticeRow, ReadNotice } from '../../contract.ts'
import { keptDays, noticeToCheck } from '../../rules/notice.ts'
import { Line } from '../one/facts.tsx'
import { noticeWords } from './words.ts'

type Read = OutputOf<typeof ReadNotice>
type Props = { notice: NoticeRow; communeId: string; onClose: () => void }

export function NoticeDialog({ notice, communeId, onClose }: Props) {
  const w = useWords(noticeWords)
  const language = useLanguage()
  const open = useCommand(ReadNotice)
  const acknowledge = useCommand(AcknowledgeNotice)
  const [read, setRead] = useState<{ said: Read; at: Date }>()
  const asked = useRef(false)
  const { send } = open
  const { id } = notice
  useEffect(() => {
    // Opening it is reading it, once.
    if (asked.current) return
    asked.current = true
    void send({ communeId, id }).then((sent) => sent.ok && setRead({ said: sent.answer, at: new Date() }))
  }, [send, communeId, id])
  const confirm = async () => {
    const sent = await acknowledge.send({ communeId, id })
    if (!sent.ok) return
    say(w.acknowledgedDone)
    onClose()
  }
  const problem = acknowledge.problem ?? open.problem
  return (
    <Dialog open side tone="sealed" icon="bell" title={w.readTitle(notice.number)} onClose={onClose}>
      <p className="muted">{w.readWhy}</p>
      {problem && (
        <div role="alert">
          <Note icon="alert" tone="late">
            {problem.title}
          </Note>
        </div>
      )}
      {read && (
        <>
          <Watermark reader={read.said.reader} at={showInstant(read.at)} />
          <Fields said={read.said} />
          <p>
            {w.from(unitTitle(notice.from, language))}; {w.residesIn(unitTitle(notice.residesIn, language))}
          </p>
          <p className="muted">
            <Tag icon="alert">{w.toCheck}</Tag> {noticeToCheck[language]} {w.keptFor(keptDays)}
          </p>
          {notice.state === 'sent' && (
            <Button main icon="check" busy={acknowledge.sending} onClick={() => void confirm()}>
              {w.acknowledge}
            </Button>
          )}
        </>
      )}
    </Dialog>
  )
}

function Fields({ said: { person } }: { said: Read }) {
  const w = useWords(noticeWords)
  const language = useLanguage()
  const { name, birth, sex, papers = [], residence, stay } = person
  return (
    <dl className="hand-over-lines">
      <Line label={w.name}>{name}</Line>
      <Line label={w.born}>
        {[birth ? showBirth(birth) : w.notSaid, sex && sexNames[sex][language].toLowerCase()]
          .filter(Boolean)
          .join(', ')}
      </Line>
      <Line label={w.paper}>
        {papers.map(({ kind, number }) => `${paperKindNames[kind][language]}: ${number}`).join('; ')}
      </Line>
      <Line label={w.residence}>{residence}</Line>
      <Line label={w.stay}>{stay}</Line>
    </dl>
  )
}
