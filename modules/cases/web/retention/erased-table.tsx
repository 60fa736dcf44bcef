// Who was erased: the certificate, and what is still out there: papers to collect, back-ups that open.

import { ask } from '../../../../platform/web/call.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { Table } from '../../../../platform/web/components/table.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { CollectIssued, erasureGrounds, ReadCertificate } from '../../contract.ts'
import type { Due } from './due.tsx'
import { savePdf } from './pdf.ts'
import { dueWords } from './words.ts'

type Erased = Due['erased'][number]

export function ErasedPersons({ due: { erased, may }, communeId }: { due: Due; communeId: string }) {
  const w = useWords(dueWords)
  const language = useLanguage()
  const save = async (erasureId: string) => {
    const { certificate, pdf } = await ask(ReadCertificate, { communeId, erasureId })
    savePdf(pdf, certificate)
  }
  return (
    <Card title={w.erased} beside={erased.length > 0 && <Tag>{erased.length}</Tag>}>
      {erased.length === 0 ? (
        <Empty icon="check-c" title={w.noErased} />
      ) : (
        <Table
          label={w.erased}
          rows={erased}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'certificate',
              title: w.certificate,
              width: '30%',
              cell: ({ certificate, files, ground }) => (
                <>
                  <b className="num">{certificate}</b>
                  <span className="sub">
                    {files.join(', ')} · {erasureGrounds[ground][language]}
                  </span>
                </>
              ),
            },
            {
              key: 'on',
              title: w.on,
              cell: ({ on, decidedBy }) => (
                <>
                  {showDay(on)}
                  <span className="sub">{decidedBy}</span>
                </>
              ),
            },
            { key: 'papers', title: w.papers, cell: (row) => <Papers row={row} communeId={communeId} /> },
            {
              key: 'backups',
              title: w.backups,
              cell: ({ openBackups }) => (
                <Status kind={openBackups > 0 ? 'soon' : 'done'}>
                  {openBackups > 0 ? w.backupsOpen : w.backupsClosed}
                </Status>
              ),
            },
            {
              key: 'deed',
              title: w.print,
              hiddenTitle: true,
              fold: false,
              width: '190px',
              cell: ({ id }) =>
                may.decide && (
                  <Button small icon="print" onClick={() => void save(id)}>
                    {w.print}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Card>
  )
}

function Papers({ row: { toCollect, collected }, communeId }: { row: Erased; communeId: string }) {
  const w = useWords(dueWords)
  const collect = useCommand(CollectIssued)
  const tick = async (issuedId: string) => {
    if ((await collect.send({ communeId, issuedId })).ok) say(w.collectedDone)
  }
  if (toCollect.length === 0 && collected === 0) return <span className="muted">{w.noPapers}</span>
  return (
    <span className="keep-papers">
      {toCollect.map(({ id, serial }) => (
        <Button key={id} small icon="check" onClick={() => void tick(id)}>
          {w.collect(serial)}
        </Button>
      ))}
      {collected > 0 && <span className="muted">{w.collected(collected)}</span>}
    </span>
  )
}
