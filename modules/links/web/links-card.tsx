// The links made in a place: for whom, since when, until when, what became of each; one that is open can be withdrawn. No secret
// stands here: the link itself was told once.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showInstant } from '../../../platform/web/format.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ListLinks, type linkStates, WithdrawLink } from '../contract.ts'
import { linkStateWords, linkWords } from './words.ts'

type Link = OutputOf<typeof ListLinks>['links'][number]

const mayBeUsed: ReadonlySet<(typeof linkStates)[number]> = new Set(['open', 'locked'])

/** For whoever takes signatures there; nothing while no link was made. */
export function LinksCard(place: { driveId: string; communeId: string; hamletId: string | undefined }) {
  const w = useWords(linkWords)
  const { answer } = useAnswer(ListLinks, place)
  if (!answer || answer.links.length === 0) return null
  // Those that can still be used come first; each part keeps the order in which they were made.
  const links = [...answer.links].sort((one, other) => Number(other.state === 'open') - Number(one.state === 'open'))
  const open = links.filter(({ state }) => state === 'open').length
  return (
    <Card title={w.listTitle} beside={<Tag>{w.openOf(open, links.length)}</Tag>}>
      <Rows links={links} communeId={place.communeId} />
    </Card>
  )
}

function Rows({ links, communeId }: { links: readonly Link[]; communeId: string }) {
  const [w, states] = [useWords(linkWords), useWords(linkStateWords)]
  const ask = useConfirm()
  const command = useCommand(WithdrawLink)
  const withdraw = async ({ id, name }: Link) => {
    const sure = { title: w.withdrawAsk(name), text: w.withdrawWhy, yes: w.withdraw, icon: 'x', danger: true } as const
    if (!(await ask(sure))) return
    const sent = await command.send({ communeId, id })
    say(sent.ok ? w.withdrawn(name) : { text: sent.problem.title, bad: true })
  }
  const columns: Column<Link>[] = [
    {
      key: 'name',
      title: w.whose,
      cell: (link) => (
        <>
          {link.number !== null && <span className="muted num">{link.number}. </span>}
          {link.name}
        </>
      ),
    },
    { key: 'made', title: w.madeAt, width: '180px', cell: (link) => showInstant(link.madeAt) },
    { key: 'until', title: w.goodUntil, width: '140px', cell: (link) => showDay(link.expiresAt.slice(0, 10)) },
    {
      key: 'state',
      title: w.state,
      width: '260px',
      fold: false,
      cell: (link) => (
        <>
          {states[link.state]}
          {link.usedAt && <span className="sub">{showInstant(link.usedAt)}</span>}
          {mayBeUsed.has(link.state) && (
            <>
              {' '}
              <Button
                small
                quiet
                busy={command.sending}
                aria-label={`${w.withdraw}: ${link.name}`}
                onClick={() => void withdraw(link)}
              >
                {w.withdraw}
              </Button>
            </>
          )}
        </>
      ),
    },
  ]
  return <Table label={w.listTitle} columns={columns} rows={links} rowKey={(link) => link.id} />
}
