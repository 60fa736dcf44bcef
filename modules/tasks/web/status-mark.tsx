// The status of a task as a mark: icon, words and days. Finished late is a neutral fact, only what is still open is red.

import { Status } from '../../../platform/web/components/status.tsx'
import { showShortDay } from '../../../platform/web/format.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { Task } from './shown.ts'
import { statusWords } from './words.ts'

export function StatusMark({ status, doneOn }: { status: Task['status']; doneOn?: string | null }) {
  const w = useWords(statusWords)
  const { on } = useView()
  switch (status.kind) {
    case 'late':
      return <Status kind="late">{w.late(status.days)}</Status>
    case 'soon':
      return <Status kind="soon">{w.soon(status.days)}</Status>
    case 'ontime':
      return status.reason === 'waits-for-decision' && status.days === 0 ? (
        <Status kind="ontime" icon="stamp">
          {w.waits}
        </Status>
      ) : (
        <Status kind="ontime">{w.ontime(status.days)}</Status>
      )
    case 'done':
      return <Status kind="done">{doneOn ? w.doneOn(showShortDay(doneOn, on)) : w.done}</Status>
    case 'done-late':
      return (
        <Status kind="ontime" icon="check-c">
          {w.doneLate(status.days)}
        </Status>
      )
    case 'no-evidence':
      return (
        <Status kind="nodata" icon="help">
          {w.noEvidence}
        </Status>
      )
    case 'cancelled':
      return (
        <Status kind="outside" icon="x">
          {w.cancelled}
        </Status>
      )
  }
}
