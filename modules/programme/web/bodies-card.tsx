// The bodies behind the standard: each with its result, and recording one where the reader may.

import { useMemo, useState } from 'react'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Filters, SearchField } from '../../../platform/web/components/list-bar.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { finds } from '../../../platform/web/fold.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { Go, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListDocuments } from '../../documents/contract.ts'
import { documentName } from '../../documents/web/public.tsx'
import { RecordStandard } from '../contract.ts'
import type { Detail } from './target.tsx'
import { targetWords } from './target-words.ts'
import { programmeWords } from './words.ts'

type Body = Detail['bodies'][number]

export function BodyResult({ body }: { body: Pick<Body, 'met'> }) {
  const w = useWords(targetWords)
  if (body.met === null) return <Status kind="nodata">{w.notJudged}</Status>
  return body.met ? <Status kind="met">{w.meets}</Status> : <Status kind="notmet">{w.notMet}</Status>
}

export function BodiesCard({ detail }: { detail: Detail }) {
  const w = useWords(targetWords)
  const common = useWords(programmeWords)
  const language = useLanguage()
  const search = useSearch()
  const { on, opens } = useView()
  const [chosen, setChosen] = useState<Body>()
  const typed = search.get('q') ?? ''
  const which = search.get('show') === 'open' ? 'open' : 'all'
  const rows = useMemo(
    () =>
      detail.bodies.filter(
        (body) => (which === 'all' || !body.met) && (!typed || finds(typed, `${body.name} ${body.area.name}`)),
      ),
    [detail.bodies, which, typed],
  )
  const records = on === opens && detail.bodies.some((body) => body.mayRecord)
  const columns: Column<Body>[] = [
    {
      key: 'body',
      title: w.colBody,
      cell: (body) => <span className="semi">{body.name}</span>,
    },
    {
      key: 'place',
      title: w.colPlace,
      width: '190px',
      cell: (body) => <Go to={`/areas/${body.area.id}`}>{unitTitle(body.area, language)}</Go>,
    },
    { key: 'result', title: w.colResult, width: '180px', cell: (body) => <BodyResult body={body} /> },
    {
      key: 'decided',
      title: w.colDecided,
      width: '150px',
      cell: (body) => (
        <>
          {body.decidedOn ? showDay(body.decidedOn) : '–'}
          {body.document && (
            <span className="sub">
              <Go to={`/documents/${body.document.id}`}>{documentName(body.document, language)}</Go>
            </span>
          )}
        </>
      ),
    },
    ...(records
      ? [
          {
            key: 'record',
            title: w.colRecord,
            hiddenTitle: true,
            align: 'right' as const,
            width: '130px',
            cell: (body: Body) =>
              body.mayRecord && (
                <Button small onClick={() => setChosen(body)}>
                  {w.record}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <Card title={w.bodies} end={<AsOf>{common.asOf(showDay(detail.measuredOn))}</AsOf>}>
      <Filters>
        <SearchField value={typed} onChange={(q) => search.set({ q })} label={w.find} placeholder={w.find} />
        <Seg
          label={w.colResult}
          value={which}
          onChange={(show) => search.set({ show: show === 'all' ? undefined : show })}
          choices={[
            { value: 'all', label: w.all },
            { value: 'open', label: w.notYet },
          ]}
        />
      </Filters>
      {rows.length > 0 ? (
        <Table label={w.bodies} columns={columns} rows={rows} rowKey={(body) => body.id} />
      ) : (
        <Empty icon="search" title={w.find} />
      )}
      {chosen && <RecordDialog body={chosen} detail={detail} onClose={() => setChosen(undefined)} />}
    </Card>
  )
}

function RecordDialog({ body, detail, onClose }: { body: Body; detail: Detail; onClose: () => void }) {
  const w = useWords(targetWords)
  const language = useLanguage()
  const { programme, opens } = useView()
  const recording = useCommand(RecordStandard)
  const documents = useAnswer(ListDocuments, { programme, on: opens, limit: '200' })
  const [typed, setTyped] = useState({ met: 'yes', decidedOn: opens, documentId: '' })
  const { problem } = recording
  const send = async () => {
    const sent = await recording.send({
      bodyId: body.id,
      year: detail.plan.year,
      met: typed.met === 'yes',
      decidedOn: typed.decidedOn,
      ...(typed.documentId ? { documentId: typed.documentId } : {}),
    })
    if (!sent.ok) return
    say(w.recordedDone)
    onClose()
  }
  return (
    <Dialog open title={w.recordFor(body.name)} icon="stamp" onClose={onClose}>
      <Form send={w.record} sending={recording.sending} problem={problem} onSend={() => void send()}>
        <RadioField
          label={w.colResult}
          value={typed.met}
          onChange={(met) => setTyped({ ...typed, met })}
          choices={[
            { value: 'yes', label: w.meets },
            { value: 'no', label: w.notMet },
          ]}
        />
        <DateField
          label={w.day}
          problem={fieldProblem(problem, 'decidedOn')}
          value={typed.decidedOn}
          onChange={(decidedOn) => setTyped({ ...typed, decidedOn })}
        />
        <PickField
          label={w.document}
          optional
          problem={fieldProblem(problem, 'documentId')}
          value={typed.documentId}
          onChange={(documentId) => setTyped({ ...typed, documentId })}
          choices={(documents.answer?.rows ?? []).map((each) => ({
            value: each.id,
            label: `${documentName(each, language)}${each.issuedOn ? `, ${showDay(each.issuedOn)}` : ''}`,
            note: each.title,
          }))}
        />
      </Form>
    </Dialog>
  )
}
