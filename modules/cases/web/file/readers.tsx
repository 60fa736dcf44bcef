// Who opened this file, for what and on what ground: the newest first.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Timeline } from '../../../../platform/web/components/timeline.tsx'
import { showDay, showTime } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { type ListOpenings, purposes } from '../../contract.ts'
import { momentOfInstant } from '../left.ts'
import { fileWords } from './words.ts'

export function ReadersDialog({ rows, onClose }: { rows: OutputOf<typeof ListOpenings>['rows']; onClose: () => void }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  return (
    <Dialog open side tone="sealed" icon="eye" title={w.whoOpened} onClose={onClose}>
      <Timeline
        label={w.whoOpened}
        items={rows.map(({ id, reader, purpose, ground, openedAt, closedAt, actingFor }) => ({
          id,
          when: showDay(dayOf(momentOfInstant(openedAt))),
          whenNote: showTime(openedAt),
          icon: 'eye',
          title: reader ?? w.somebody,
          children: (
            <div className="case-entry">
              <span>
                {purposes[purpose].title[language]} ({purposes[purpose].source[language]})
              </span>
              {actingFor && <span>{w.actingFor(actingFor)}</span>}
              <span>{ground}</span>
              {closedAt && <span className="faint">{w.closedAt(showTime(closedAt))}</span>}
            </div>
          ),
        }))}
      />
    </Dialog>
  )
}
