// An import under way: how many rows, how many of them bad so far, and the way to stop it.

import { useCommand } from '../../../../platform/web/command.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { LongWork } from '../../../../platform/web/components/states.tsx'
import { showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { CancelRosterImport } from '../../contract/import.ts'
import type { ImportRow } from './draft.ts'
import { importWords } from './words.ts'

export function ImportProgress({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const cancel = useCommand(CancelRosterImport)
  const n = (value: number) => showNumber(value, language)
  const what = row.undoing ? w.undoing : row.dryRun ? w.checking : w.importing
  const share = row.rowsTotal && !row.undoing ? row.rowsDone / row.rowsTotal : undefined
  const done = row.rowsTotal ? w.rowsOf(n(row.rowsDone), n(row.rowsTotal)) : w.rowsDone(n(row.rowsDone))
  const showsRows = row.rowsDone > 0 && !row.undoing
  return (
    <Card padded>
      <LongWork
        icon="upload"
        title={what}
        {...(share === undefined ? {} : { share })}
        left={row.state === 'waiting' ? w.waiting : row.rowsBad > 0 ? w.badSoFar(n(row.rowsBad)) : ''}
        {...(showsRows ? { done } : {})}
        {...(row.may.cancel ? { onCancel: () => void cancel.send({ importId: row.id }) } : {})}
      />
    </Card>
  )
}
