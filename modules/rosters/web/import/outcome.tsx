// An import that has been written: what it came to, the rows to mend and send again, and the way to undo all of it.

import { useCommand } from '../../../../platform/web/command.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { AsOf } from '../../../../platform/web/components/marks.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { UndoRosterImport } from '../../contract/import.ts'
import type { ImportRow } from './draft.ts'
import { Faults, Places, RowFigures } from './findings.tsx'
import { importWords } from './words.ts'

export function ImportOutcome({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const undo = useCommand(UndoRosterImport)
  const ask = useConfirm()
  const takeBack = async () => {
    if (await ask({ title: w.undoTitle, text: w.undoText, yes: w.undo, icon: 'undo', danger: true }))
      await undo.send({ importId: row.id })
  }
  const { plan } = row
  return (
    <div className="stack">
      <Card
        title={plan ? `${plan.title} · ${plan.group[language]}` : w.done}
        end={plan && <AsOf icon="calendar">{`${w.asOf} ${showDay(plan.asOf)}`}</AsOf>}
        padded
      >
        <div className="stack">
          {plan && (
            <p className="t14 muted">
              {w.source}: {plan.source}
            </p>
          )}
          {row.state === 'undone' && <Note icon="undo">{w.why_undone}</Note>}
          <RowFigures row={row} />
          {(undo.problem?.title ?? row.refusal?.[language]) && (
            <div role="alert">
              <Note tone="late">{undo.problem?.title ?? row.refusal?.[language]}</Note>
            </div>
          )}
          <div className="imp-do">
            <LinkButton main={row.rowsBad === 0} icon="users" to={`/rosters/${row.areaId}`}>
              {w.open}
            </LinkButton>
            {row.may.undo && (
              <Button icon="undo" busy={undo.sending} onClick={() => void takeBack()}>
                {w.undo}
              </Button>
            )}
          </div>
        </div>
      </Card>
      {row.state === 'done' && (
        <Faults row={row} mended={row.may.errors ? `/rosters/${row.areaId}/import?mends=${row.id}` : undefined} />
      )}
      <Places row={row} />
    </div>
  )
}
