// At a desk in the office: a run of QR codes is read from a phone's screen and taken in at once. Nothing is kept on this computer.

import { useState } from 'react'
import { useWords } from '../../../../platform/web/words.ts'
import type { BundleAnswer } from '../../contract/push.ts'
import { CodeReader } from './code-reader.tsx'
import { Note, Screen } from './parts.tsx'
import { isSealed } from './take-along.ts'
import { carryIn, problemOf } from './wire.ts'
import { phoneWords } from './words.ts'

export function TakeIn() {
  const w = useWords(phoneWords)
  const [took, setTook] = useState<BundleAnswer>()
  const [wrong, say] = useState('')
  const take = (bytes: Uint8Array) => {
    if (!isSealed(bytes)) return say(w.takenNot)
    say('')
    carryIn(bytes).then(setTook, (fault: unknown) => say(problemOf(fault)?.title ?? String(fault)))
  }
  return (
    <Screen
      title={w.takeIn}
      foot={
        <>
          {took && (
            <button type="button" className="sec" onClick={() => setTook(undefined)}>
              {w.anotherRun}
            </button>
          )}
          <a className="sec" href="/app/field">
            {w.toDevices}
          </a>
        </>
      }
    >
      {took ? (
        <Note icon="check-c">{w.tookIn(took.commands, took.refused)}</Note>
      ) : (
        <>
          <p className="muted">{w.takeInWhy}</p>
          <CodeReader onRead={take} />
          <p role="alert" className="wrong">
            {wrong}
          </p>
        </>
      )}
    </Screen>
  )
}
