// One drive: how many have signed of how many, by group and by area, and the words that each group signs.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showPeriod } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowCoverage } from '../contract.ts'
import { CoverageAreas } from './coverage-areas.tsx'
import { SignedOf } from './signed-of.tsx'
import { commitmentWords } from './words.ts'

type Coverage = OutputOf<typeof ShowCoverage>
type Group = Coverage['groups'][number]

export default function DrivePage() {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const { on } = useView()
  const within = useSearch().get('within')
  const coverage = useAnswer(ShowCoverage, { driveId: useParam('driveId'), on, within })
  const drive = coverage.answer?.drive
  return (
    <>
      <PageHead
        title={drive?.name[language] ?? w.drive}
        crumbs={[{ label: w.title, to: '/commitments' }, { label: drive?.name[language] ?? w.drive }]}
        facts={
          <>
            <AsOf>{w.asOf(showDay(on))}</AsOf>
            {drive && (
              <span>
                {w[drive.state]} · {showPeriod(drive.opensOn, drive.closesOn, language)}
                {drive.demo && ` · ${w.demo}`}
              </span>
            )}
          </>
        }
      />
      <Shown from={coverage} lines={8}>
        {(answer) => (
          <div className="stack">
            <Card title={w.byGroup}>
              <Groups groups={answer.groups} />
            </Card>
            <CoverageAreas coverage={answer} asked={within} />
            <Card title={w.text} padded>
              <Texts groups={answer.groups} />
            </Card>
          </div>
        )}
      </Shown>
    </>
  )
}

function Groups({ groups }: { groups: readonly Group[] }) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const columns: Column<Group>[] = [
    { key: 'group', title: w.group, cell: (group) => group.name[language] },
    { key: 'with', title: w.withWhom, width: '200px', cell: (group) => w[group.counterpart] },
    {
      key: 'signed',
      title: w.signed,
      width: '240px',
      cell: (group) => <SignedOf signed={group.signed} of={group.of} label={group.name[language]} />,
    },
  ]
  return <Table label={w.byGroup} columns={columns} rows={groups} rowKey={(group) => group.id} />
}

/** The same words of several groups stand once, under all their names. */
function Texts({ groups }: { groups: readonly Group[] }) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const told = new Map<string, { text: NonNullable<Group['text']>; names: string[] }>()
  for (const group of groups) {
    if (!group.text) continue
    const key = JSON.stringify(group.text)
    const known = told.get(key) ?? { text: group.text, names: [] }
    known.names.push(group.name[language])
    told.set(key, known)
  }
  return [...told.values()].map(({ text, names }) => (
    <section className="vow" key={names.join()}>
      <h3>{names.join(' · ')}</h3>
      <p className="muted">
        {text.title} · {w.version(text.number)}
      </p>
      <div lang="vi">
        <p>{text.opening}</p>
        <ul>
          {text.promises.map((promise) => (
            <li key={promise}>{promise}</li>
          ))}
        </ul>
        <p>{text.closing}</p>
      </div>
    </section>
  ))
}
