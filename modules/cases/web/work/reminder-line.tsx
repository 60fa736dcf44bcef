// One reminder: how it stands, the number of the file, what is to be done and by when. Never a name of the person.

import { Status } from '../../../../platform/web/components/status.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { Go } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { actWords } from '../../rules/act-words.ts'
import type { ReminderKind } from '../../rules/reminding.ts'
import { workWords } from './words.ts'

type Row = {
  communeId: string
  fileId: string
  number: string
  act: string
  kind: ReminderKind
  due: string
  fresh: boolean
}

export function ReminderLine({ row, beside }: { row: Row; beside: readonly (string | false)[] }) {
  const w = useWords(workWords)
  const language = useLanguage()
  const { communeId, fileId, number, act, kind, due, fresh } = row
  const kinds = { soon: w.soonKind, late: w.lateKind, escalation: w.escalationKind }
  return (
    <li className={fresh ? 'fresh' : undefined}>
      <Status kind={kind === 'soon' ? 'soon' : 'late'}>{kinds[kind]}</Status>
      <span>
        <Go to={`/files/${communeId}/${fileId}`}>
          <span className="num">{number}</span>: {actWords(act)?.what[language] ?? act}
        </Go>
        <small>{[w.dueAt(showInstant(due)), ...beside].filter(Boolean).join(' · ')}</small>
      </span>
    </li>
  )
}
