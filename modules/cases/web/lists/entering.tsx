// Files are being begun, a batch at a time, for as long as this page stands; left and come back to, it goes on where it was.

import { useEffect, useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { LongWork } from '../../../../platform/web/components/states.tsx'
import { showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { EnterPersonList, type PersonList } from '../../contract.ts'
import { CancelList } from './cancel.tsx'
import { listWords } from './words.ts'

export function Entering({ communeId, list }: { communeId: string; list: PersonList }) {
  const w = useWords(listWords)
  const language = useLanguage()
  const { send, problem } = useCommand(EnterPersonList)
  const [goes, setGoes] = useState(true)
  const { good, bare, alike, entered } = list.counts
  const left = good + bare + (list.plan?.alike === 'enter' ? alike : 0)
  const n = (value: number) => showNumber(value, language)
  useEffect(() => {
    if (!goes) return undefined
    let gone = false
    // What is under way when the page is left is finished by the server; nothing further is asked for.
    const goOn = async () => {
      for (let going = true; going && !gone; ) {
        const sent = await send({ communeId, importId: list.id })
        going = sent.ok && sent.answer.state === 'running'
        if (!sent.ok && !gone) setGoes(false)
      }
    }
    void goOn()
    return () => {
      gone = true
    }
  }, [goes, communeId, list.id, send])
  return (
    <Card padded>
      <div className="stack">
        <LongWork
          icon="plus"
          title={w.entering}
          share={entered / Math.max(1, entered + left)}
          done={w.rowsOf(n(entered), n(entered + left))}
        />
        {!goes && <Note tone="soon">{w.halfWay}</Note>}
        {problem && (
          <div role="alert">
            <Note tone="late">{problem.title}</Note>
          </div>
        )}
        <div className="list-do">
          {goes ? null : (
            <Button main icon="play" onClick={() => setGoes(true)}>
              {w.goOn}
            </Button>
          )}
          <CancelList communeId={communeId} list={list} />
        </div>
      </div>
    </Card>
  )
}
