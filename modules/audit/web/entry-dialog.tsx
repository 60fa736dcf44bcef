// One entry beside the list: the difference at once, from what the list already holds.

import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { AuditRow } from '../contract.ts'
import { Difference } from './difference.tsx'
import { auditWords } from './words.ts'

export function EntryDialog({ row, onClose }: { row: AuditRow; onClose: () => void }) {
  const w = useWords(auditWords)
  const language = useLanguage()
  const search = useSearch()
  return (
    <Dialog
      open
      side
      icon="history"
      title={row.operation.title[language]}
      onClose={onClose}
      actions={
        <>
          <LinkButton to={`/audit/${row.id}`} iconAfter="arrow-r">
            {w.wholePage}
          </LinkButton>
          <Button
            icon="history"
            onClick={() => search.set({ entry: undefined, subject: row.subject }, { keepStep: true })}
          >
            {w.history}
          </Button>
        </>
      }
    >
      <div className="stack">
        <EntryFacts row={row} />
        <Difference changes={row.changes} more={row.moreChanges} />
      </div>
    </Dialog>
  )
}

/** Who, for whom, where, when, which record, and how it is sealed. */
export function EntryFacts({ row }: { row: Omit<AuditRow, 'moreChanges'> }) {
  const w = useWords(auditWords)
  const language = useLanguage()
  const facts: [string, React.ReactNode][] = [
    [w.who, row.actingFor ? `${row.person.name}, ${w.actingFor(row.actingFor.name)}` : row.person.name],
    [
      w.when,
      <span key="when" className="nw">
        {showInstant(row.at)}
      </span>,
    ],
    [w.where, row.area?.name ?? '–'],
    [
      w.subject,
      <span key="subject" className="aud-id">
        {row.subject}
      </span>,
    ],
    [w.seal, row.position === null ? w.notYet : w.sealedAs(showNumber(row.position, language))],
  ]
  return (
    <dl className="aud-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
