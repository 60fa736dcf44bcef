// The emergency way, first step: whose file, in which commune. One person is looked for; there is no list to look through.

import '../files/files.css'
import './watch.css'
import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../../platform/web/components/page.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { Go } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { type FileRow, FindInEmergency } from '../../contract.ts'
import { type Commune, useCommunes } from '../files/communes.ts'
import { OfCommune } from '../files/of-commune.tsx'
import { SearchForm } from '../files/search-form.tsx'
import { filesWords } from '../files/words.ts'
import { emergencyWords } from './emergency-words.ts'

export default function FindEmergencyPage() {
  const w = useWords(emergencyWords)
  const communes = useCommunes('cases.emergency')
  return (
    <>
      <PageHead title={w.title} facts={<Status kind="sealed">{w.sealedFile}</Status>} />
      <div className="stack">
        <Warning />
        <OfCommune communes={communes}>{(commune) => <FindOne key={commune.id} commune={commune} />}</OfCommune>
      </div>
    </>
  )
}

export function Warning() {
  const w = useWords(emergencyWords)
  return (
    <Note icon="alert" tone="sealed">
      <b className="semi">{w.warnLead}</b> {w.warn}
    </Note>
  )
}

function FindOne({ commune }: { commune: Commune }) {
  const w = useWords(emergencyWords)
  const find = useCommand(FindInEmergency)
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly FileRow[]>()
  const search = async () => {
    const sent = await find.send({ communeId: commune.id, text })
    setRows(sent.ok ? sent.answer.rows : undefined)
  }
  return (
    <>
      <Card title={w.find}>
        <SearchForm
          words={{ label: w.findLabel, why: w.findWhy, search: w.search }}
          text={text}
          onText={setText}
          finding={find}
          onSearch={search}
        />
      </Card>
      {rows && (
        <Card title={w.found(rows.length)}>
          {rows.length === 0 ? (
            <Empty icon="search" title={w.found(0)}>
              {w.foundNone}
            </Empty>
          ) : (
            <ul className="emergency-found">
              {rows.map((row) => (
                <FoundRow key={row.id} row={row} communeId={commune.id} />
              ))}
            </ul>
          )}
        </Card>
      )}
    </>
  )
}

function FoundRow({ row, communeId }: { row: FileRow; communeId: string }) {
  const { demo } = useWords(filesWords)
  return (
    <li>
      <Go className="job num" to={`/files/emergency/${communeId}/${row.id}`}>
        {row.number}
      </Go>
      <span className="sub">
        {row.name} {row.demo && <Tag>{demo}</Tag>}
      </span>
    </li>
  )
}
