// Ký cam kết: the drives that reach into one's areas, and how far each has come.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showPeriod } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListDrives } from '../contract.ts'
import { makingWords } from './making-words.ts'
import { countOf, SignedOf } from './signed-of.tsx'
import { commitmentWords } from './words.ts'

type Drive = OutputOf<typeof ListDrives>['drives'][number]

export default function DriveList() {
  const [w, making] = [useWords(commitmentWords), useWords(makingWords)]
  const { on } = useView()
  const list = useAnswer(ListDrives, { on })
  return (
    <>
      <PageHead
        title={w.title}
        facts={<AsOf>{w.asOf(showDay(on))}</AsOf>}
        actions={
          list.answer?.may.make && (
            <LinkButton main icon="plus" to="/commitments/new">
              {making.make}
            </LinkButton>
          )
        }
      />
      <Card>
        <Shown from={list} lines={4}>
          {({ drives }) =>
            drives.length === 0 ? (
              <Empty icon="pen" title={w.none}>
                {w.noneWhy}
              </Empty>
            ) : (
              <Drives drives={drives} />
            )
          }
        </Shown>
      </Card>
    </>
  )
}

function Drives({ drives }: { drives: readonly Drive[] }) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const go = useGo()
  const columns: Column<Drive>[] = [
    {
      key: 'drive',
      title: w.drive,
      cell: (drive) => (
        <>
          <Go className="job" to={`/commitments/${drive.id}`}>
            {drive.name[language]}
          </Go>
          <span className="sub">
            {drive.area.name}
            {drive.demo && ` · ${w.demo}`}
          </span>
        </>
      ),
    },
    {
      key: 'period',
      title: w.period,
      width: '250px',
      cell: (drive) => showPeriod(drive.opensOn, drive.closesOn, language),
    },
    { key: 'state', title: w.state, width: '100px', cell: (drive) => w[drive.state] },
    {
      key: 'signed',
      title: w.signed,
      width: '340px',
      cell: (drive) => <SignedOf {...countOf(drive)} label={drive.name[language]} />,
    },
  ]
  return (
    <Table
      label={w.title}
      columns={columns}
      rows={drives}
      rowKey={(drive) => drive.id}
      onOpen={(drive) => go(`/commitments/${drive.id}`)}
    />
  )
}
