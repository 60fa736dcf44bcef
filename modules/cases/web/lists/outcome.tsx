// An import that is over: what it came to, the rows to mend, the pairs to compare, and the way to undo all of it.

import { useCommand } from '../../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { type PersonList, UndoPersonList } from '../../contract.ts'
import { CancelList } from './cancel.tsx'
import { ListFigures, ListRows } from './rows.tsx'
import { listWords } from './words.ts'

export function ListOutcome({ communeId, list }: { communeId: string; list: PersonList }) {
  const w = useWords(listWords)
  const undo = useCommand(UndoPersonList)
  const ask = useConfirm()
  const takeBack = async () => {
    if (await ask({ title: w.undoTitle, text: w.undoText, yes: w.undo, icon: 'undo', danger: true }))
      await undo.send({ communeId, importId: list.id })
  }
  return (
    <div className="stack">
      <Card
        title={list.plan?.source ?? w.sealedList}
        end={list.may.undo && <span className="t14 muted">{w.undoUntil(showDay(list.keepUntil.slice(0, 10)))}</span>}
        padded
      >
        <div className="stack">
          {list.state === 'done' && <ListFigures list={list} />}
          {list.state !== 'done' && <Note icon="undo">{w[`state_${list.state}`]}</Note>}
          {undo.problem && (
            <div role="alert">
              <Note tone="late">{undo.problem.title}</Note>
            </div>
          )}
          <div className="list-do">
            <LinkButton main icon="sealed" to={`/files?commune=${communeId}`}>
              {w.files}
            </LinkButton>
            {list.plan?.alike === 'enter' && (
              <LinkButton icon="users" to={`/files/pairs?commune=${communeId}`}>
                {w.pairs}
              </LinkButton>
            )}
            {list.may.undo && (
              <Button icon="undo" busy={undo.sending} onClick={() => void takeBack()}>
                {w.undo}
              </Button>
            )}
            {list.may.cancel && <CancelList communeId={communeId} list={list} />}
          </div>
        </div>
      </Card>
      {list.may.mend && (
        <>
          <p className="t14 muted">{w.toMendWhy}</p>
          <ListRows communeId={communeId} list={list} />
        </>
      )}
    </div>
  )
}
