// "What if": an event on a copy of the file, read by the same rules in this browser. Nothing of it is sent or entered.

import { useState } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { problemShown } from '../files/begin.tsx'
import { EventForm, useEventDraft } from './event-form.tsx'
import type { FileShown } from './opened.tsx'
import { WhatFollows } from './what-follows.tsx'
import { fileWords } from './words.ts'

export default function WhatIfDialog({ file, now, onClose }: { file: FileShown; now: Moment; onClose: () => void }) {
  const w = useWords(fileWords)
  const draft = useEventDraft(file, now)
  const [tried, setTried] = useState<FileEvent>()
  const look = () => {
    draft.try()
    setTried(draft.event)
  }
  return (
    <Dialog open side tone="sealed" icon="again" title={w.whatIfTitle} onClose={onClose}>
      <Note icon="info">
        <b className="semi">{w.notEntered}.</b> {w.whatIfWhy}
      </Note>
      {tried ? (
        <>
          <WhatFollows file={file} extra={tried} now={now} />
          <Button icon="arrow-l" onClick={() => setTried(undefined)}>
            {w.backToForm}
          </Button>
        </>
      ) : (
        <Form onSend={look} send={w.tryIt} problem={problemShown(undefined, draft.faulty, w.checkFields)}>
          <EventForm file={file} draft={draft} />
        </Form>
      )}
    </Dialog>
  )
}
