// Registers of many persons: which one, of which days, what for; and those that left, each by its code.

import './registers.css'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../../platform/web/components/table.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { ListRegisters, type PurposeId, purposes } from '../../contract.ts'
import { isRegister } from '../../registers.ts'
import { useCommunes } from '../files/communes.ts'
import { OfCommune } from '../files/of-commune.tsx'
import { SealedHead } from '../files/sealed-head.tsx'
import { MakeForm } from './make.tsx'
import { registerName } from './name.ts'
import { registerWords } from './words.ts'

type Row = OutputOf<typeof ListRegisters>['rows'][number]

export default function RegistersPage() {
  const w = useWords(registerWords)
  const communes = useCommunes('cases.read')
  return (
    <>
      <SealedHead title={w.title} commune={communes.chosen} inFiles />
      <OfCommune communes={communes}>{(commune) => <OfOne key={commune.id} communeId={commune.id} />}</OfCommune>
    </>
  )
}

function OfOne({ communeId }: { communeId: string }) {
  const w = useWords(registerWords)
  const answer = useAnswer(ListRegisters, { communeId })
  return (
    <Shown from={answer} lines={8}>
      {({ may, purposes: mine, rows }) =>
        may.length === 0 ? (
          <Card>
            <Empty icon="lock" title={w.none}>
              {w.noneWhy}
            </Empty>
          </Card>
        ) : (
          <div className="stack">
            <Note icon="sealed" tone="sealed">
              {w.why}
            </Note>
            <Card title={w.make} padded>
              <MakeForm communeId={communeId} may={may} purposes={mine} />
            </Card>
            <Card title={w.history}>
              {rows.length === 0 ? <Empty icon="clip" title={w.noHistory} /> : <History rows={rows} />}
            </Card>
          </div>
        )
      }
    </Shown>
  )
}

function History({ rows }: { rows: readonly Row[] }) {
  const w = useWords(registerWords)
  const language = useLanguage()
  const columns: Column<Row>[] = [
    {
      key: 'register',
      title: w.register,
      cell: ({ register, format, purpose, ground }) => (
        <>
          {isRegister(register) ? registerName(register, language) : register}
          <span className="sub">
            .{format} · {purposes[purpose as PurposeId]?.title[language] ?? purpose}
            {ground && ` · ${ground}`}
          </span>
        </>
      ),
    },
    { key: 'days', title: w.days, width: '210px', cell: ({ from, until }) => w.span(showDay(from), showDay(until)) },
    { key: 'code', title: w.code, width: '140px', cell: ({ code }) => <span className="num">{code}</span> },
    {
      key: 'who',
      title: w.who,
      width: '220px',
      cell: ({ by, at }) => (
        <>
          {by ?? w.somebody}
          <span className="sub">{showInstant(at)}</span>
        </>
      ),
    },
  ]
  return <Table label={w.history} columns={columns} rows={rows} rowKey={({ code }) => code} />
}
