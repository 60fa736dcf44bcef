// The rosters of a commune: of how many each group is, and from where one knows; then the lists themselves.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { MenuButton } from '../../../platform/web/components/menu.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListDenominators } from '../contract.ts'
import { ListsCard } from './lists-card.tsx'
import { OfWhat } from './of-what.tsx'
import { rosterWords } from './words.ts'

type Answer = OutputOf<typeof ListDenominators>
type Group = Answer['groups'][number]

export default function CommuneRosters() {
  const w = useWords(rosterWords)
  const { on } = useView()
  const areaId = useParam('areaId')
  const figures = useAnswer(ListDenominators, { areaId, on })
  const place = figures.answer?.area.name
  const manage = figures.answer?.may.manage
  return (
    <>
      <PageHead
        title={place ? w.of(place) : w.title}
        crumbs={[{ label: w.commitments, to: '/commitments' }, { label: w.title }]}
        facts={<AsOf>{w.onDay(showDay(on))}</AsOf>}
        actions={
          <>
            <MenuButton className="btn" label={w.exportAs} items={exportItems(areaId, on)} end>
              {w.exportAs}
            </MenuButton>
            {manage && (
              <>
                <LinkButton icon="merge" to={`/rosters/${areaId}/duplicates`}>
                  {w.duplicates}
                </LinkButton>
                <LinkButton icon="plus" to={`/rosters/${areaId}/new`}>
                  {w.paste}
                </LinkButton>
                <LinkButton main icon="upload" to={`/rosters/${areaId}/import`}>
                  {w.fromFile}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <div className="stack">
        <Card title={w.ofHowMany} end={<More to={`/rosters/${areaId}/entries`}>{w.everyName}</More>}>
          <Shown from={figures} lines={6}>
            {(answer) => <Groups answer={answer} />}
          </Shown>
        </Card>
        <ListsCard areaId={areaId} />
      </div>
    </>
  )
}

export const exportItems = (areaId: string, on: string, groupId?: string) =>
  (['xlsx', 'csv'] as const).map((format) => {
    const asked = new URLSearchParams({ areaId, on, format, ...(groupId ? { groupId } : {}) })
    return { key: format, label: `.${format}`, icon: 'download' as const, href: `/api/rosters/export?${asked}` }
  })

function Groups({ answer }: { answer: Answer }) {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const go = useGo()
  const addressOf = (group: Group) => `/rosters/${answer.area.id}/groups/${group.id}`
  const columns: Column<Group>[] = [
    {
      key: 'group',
      title: w.group,
      cell: (group) => (
        <Go className="job" to={addressOf(group)}>
          {group.name[language]}
        </Go>
      ),
    },
    {
      key: 'of',
      title: w.total,
      width: '110px',
      align: 'right',
      cell: (group) =>
        group.of === null ? (
          <span className="muted">{w.unknown}</span>
        ) : (
          <span className="of-n">{showNumber(group.of, language)}</span>
        ),
    },
    {
      key: 'what',
      title: w.from,
      width: '48%',
      cell: (group) => (group.of === null ? <span className="muted">{w.unknownWhy}</span> : <OfWhat {...group} />),
    },
  ]
  return (
    <Table
      foldInTwo
      label={w.ofHowMany}
      columns={columns}
      rows={answer.groups}
      rowKey={(group) => group.id}
      onOpen={(group) => go(addressOf(group))}
    />
  )
}
