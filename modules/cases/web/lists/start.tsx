// The first screen of a list: what becomes of it, the template, the file, and the imports so far.

import './lists.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { FileField } from '../../../../platform/web/components/file-field.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { LongWork, Shown } from '../../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { deciders } from '../../../../rules/law/deciders.ts'
import { draftDays, ListPersonLists, listBytes, SendPersonList, undoDays } from '../../contract.ts'
import { listedStatuses } from '../../events.ts'
import { statusWords } from '../../lists/says.ts'
import { statusNames } from '../../rules/life.ts'
import { type Commune, useCommunes } from '../files/communes.ts'
import { OfCommune } from '../files/of-commune.tsx'
import { SealedHead } from '../files/sealed-head.tsx'
import { ListHistory } from './history.tsx'
import { listWords } from './words.ts'

export default function StartList() {
  const w = useWords(listWords)
  const communes = useCommunes('cases.record')
  return (
    <>
      <SealedHead
        title={w.title}
        commune={communes.chosen}
        inFiles
        actions={
          <LinkButton icon="download" href="/api/cases/list-template" download>
            {w.template}
          </LinkButton>
        }
      />
      <OfCommune communes={communes}>{(commune) => <OfOne key={commune.id} commune={commune} />}</OfCommune>
    </>
  )
}

function OfOne({ commune }: { commune: Commune }) {
  const lists = useAnswer(ListPersonLists, { communeId: commune.id })
  return (
    <div className="stack">
      <SendFile communeId={commune.id} />
      <HowTo />
      <Shown from={lists} lines={4}>
        {({ rows }) => <ListHistory communeId={commune.id} rows={rows} />}
      </Shown>
    </div>
  )
}

function SendFile({ communeId }: { communeId: string }) {
  const w = useWords(listWords)
  const go = useGo()
  const { send, sending, problem, clear } = useCommand(SendPersonList)
  const [chosen, choose] = useState<File>()
  const take = async ([file]: File[]) => {
    clear()
    choose(file)
    if (!file) return
    const importId = uuidv7()
    const sent = await send({ communeId, importId }, file)
    if (sent.ok) go(`/files/lists/${communeId}/${importId}`)
  }
  return (
    <Card padded>
      <div className="stack">
        <Note icon="sealed" tone="sealed">
          {w.why} {w.keep(draftDays, undoDays)}
        </Note>
        {sending ? (
          <LongWork icon="upload" title={w.sending} />
        ) : (
          <FileField
            label={w.file}
            reason={w.fileWhy}
            files={chosen && problem ? [chosen] : []}
            onChange={(files) => void take(files)}
            // An old .xls is let through so that it is told how to be saved.
            kinds={['.xlsx', '.csv', '.txt', '.xls']}
            megabytes={listBytes / 1024 / 1024}
            problem={problem?.title}
          />
        )}
      </div>
    </Card>
  )
}

/** The words that a row may use: whoever fills in the template looks here. */
function HowTo() {
  const w = useWords(listWords)
  const language = useLanguage()
  const statuses = listedStatuses.map((id) => (language === 'vi' ? statusWords[id] : statusNames[id].en))
  return (
    <Card title={w.howTo} padded>
      <p className="t14 muted">{w.howToWhy}</p>
      <dl className="list-words">
        <dt>{w.statuses}</dt>
        <dd>{statuses.join(' · ')}</dd>
        <dt>{w.who}</dt>
        <dd>
          {Object.values(deciders)
            .map((each) => each[language])
            .join(' · ')}
        </dd>
      </dl>
    </Card>
  )
}
