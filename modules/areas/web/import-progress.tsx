// One import under way: which step, how many rows, and the way to stop it.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { LongWork } from '../../../platform/web/components/states.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { CancelImport, type ShowImport } from '../contract.ts'
import { importWords } from './import-words.ts'

export type ImportRow = OutputOf<typeof ShowImport>

export function ImportProgress({ row }: { row: ImportRow }) {
  const w = useWords(importWords)
  const language = useLanguage()
  const cancel = useCommand(CancelImport)
  const share = row.rowsTotal ? row.rowsDone / row.rowsTotal : undefined
  const step = { read: w.step_read, check: w.step_check, load: w.step_load }[row.step]
  return (
    <Card title={w.progress} padded>
      <LongWork
        icon="upload"
        title={row.files.map((file) => file.name).join(', ')}
        {...(share === undefined ? {} : { share })}
        left={row.state === 'waiting' ? w.waiting : step}
        {...(row.rowsTotal
          ? { done: w.rows(showNumber(row.rowsDone, language), showNumber(row.rowsTotal, language)) }
          : {})}
        onCancel={() => void cancel.send({ importId: row.id })}
      />
    </Card>
  )
}
