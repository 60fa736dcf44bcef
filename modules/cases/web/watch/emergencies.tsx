// Files that were opened in an emergency, those first that wait; each opens beside the list, with what was at stake.

import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import type { Column } from '../../../../platform/web/components/table.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { type EmergencyRow, ListEmergencies, ReviewEmergency, reviewOutcomes, stakes } from '../../contract.ts'
import { LookDialog } from './look-dialog.tsx'
import { LookList } from './look-list.tsx'
import { watchWords } from './words.ts'

export function Emergencies({ show }: { show: 'open' | 'all' }) {
  const w = useWords(watchWords)
  const language = useLanguage()
  const listed = useAnswer(ListEmergencies, { show })
  const columns = (open: (row: EmergencyRow) => void): Column<EmergencyRow>[] => [
    {
      key: 'file',
      title: w.file,
      width: '22%',
      cell: (row) => (
        <>
          <button type="button" className="job num watch-open" onClick={() => open(row)}>
            {row.fileNumber}
          </button>
          <span className="sub">{unitTitle(row.commune, language)}</span>
        </>
      ),
    },
    { key: 'reader', title: w.reader, cell: (row) => row.reader.name ?? w.somebody },
    {
      key: 'at',
      title: w.openedAt,
      width: '170px',
      cell: (row) => <span className="num">{showInstant(row.openedAt)}</span>,
    },
    { key: 'stake', title: w.stake, cell: (row) => stakes[row.stake][language] },
    { key: 'review', title: w.review, width: '230px', cell: (row) => <Review row={row} /> },
  ]
  return (
    <LookList
      from={listed}
      label={w.emergencies}
      columns={columns}
      empty={<Empty icon="check-c" title={show === 'open' ? w.noEmergencies : w.noEmergenciesAll} />}
      dialog={(row, onClose) => <EmergencyDialog row={row} onClose={onClose} />}
    />
  )
}

function Review({ row: { review, overdue, reviewDue } }: { row: EmergencyRow }) {
  const w = useWords(watchWords)
  if (review)
    return (
      <>
        <Status kind={review.outcome === 'justified' ? 'met' : 'notmet'}>{w[review.outcome]}</Status>
        <span className="sub">{w.lookedBy(review.by ?? w.somebody, showInstant(review.at))}</span>
      </>
    )
  return (
    <>
      <Status kind={overdue ? 'late' : 'soon'}>{overdue ? w.overdue : w.waiting}</Status>
      <span className="sub num">{w.by(showInstant(reviewDue))}</span>
    </>
  )
}

function EmergencyDialog({ row, onClose }: { row: EmergencyRow; onClose: () => void }) {
  const w = useWords(watchWords)
  const language = useLanguage()
  const review = useCommand(ReviewEmergency)
  return (
    <LookDialog
      icon="alert"
      title={w.reviewTitle(row.fileNumber)}
      facts={[
        [w.reader, row.reader.name ?? w.somebody],
        [w.openedAt, showInstant(row.openedAt)],
        [w.stake, stakes[row.stake][language]],
        [w.ground, row.ground ?? w.unreadable],
        [w.statement, row.statement ?? w.unreadable],
      ]}
      looked={row.review}
      may={row.mayReview}
      outcomes={reviewOutcomes}
      sending={review}
      send={(outcome, reason) => review.send({ communeId: row.commune.id, id: row.id, outcome, reason })}
      onClose={onClose}
    />
  )
}
