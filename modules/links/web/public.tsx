// What other modules show of links: making them for those who have not signed yet, and what became of those that were made.

import './links.css'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import Qr from '../../../platform/web/components/qr.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useWords } from '../../../platform/web/words.ts'
import { linkDays, MakeLinks } from '../contract.ts'
import { linkWords } from './words.ts'

type Link = OutputOf<typeof MakeLinks>['links'][number]
type Props = {
  driveId: string
  communeId: string
  /** All of one place. */
  rows: readonly { id: string; hamletId: string | null }[]
  onClose: () => void
}

export function LinkDialog({ driveId, communeId, rows, onClose }: Props) {
  const w = useWords(linkWords)
  const make = useCommand(MakeLinks)
  const [days, setDays] = useState(String(linkDays.usual))
  const [links, setLinks] = useState<readonly Link[]>()
  const send = async () => {
    const made: Link[] = []
    for (const [hamletId, some] of Map.groupBy(rows, (row) => row.hamletId)) {
      const sent = await make.send({
        driveId,
        communeId,
        hamletId,
        entryIds: some.map(({ id }) => id),
        days: Number(days),
      })
      if (!sent.ok) return
      made.push(...sent.answer.links)
    }
    setLinks(made)
  }
  return (
    <Dialog
      open
      wide
      title={w.title(rows.length)}
      icon="qr"
      onClose={onClose}
      {...(links
        ? {
            actions: (
              <>
                <Button icon="print" onClick={() => window.print()}>
                  {w.print}
                </Button>
                <Button main onClick={onClose}>
                  {w.done}
                </Button>
              </>
            ),
          }
        : {})}
    >
      <p className="muted">{w.why}</p>
      {links ? (
        <>
          <ul className="slips">
            {links.map((link) => (
              <Slip key={link.id} link={link} />
            ))}
          </ul>
          <Codes links={links} />
        </>
      ) : (
        <Form
          onSend={() => void send()}
          send={w.make}
          sending={make.sending}
          {...(make.problem ? { problem: make.problem } : {})}
        >
          <RadioField
            label={w.days}
            value={days}
            onChange={setDays}
            choices={[1, linkDays.usual, linkDays.most].map((n) => ({ value: String(n), label: w.daysN(n) }))}
          />
        </Form>
      )}
    </Dialog>
  )
}

function Slip({ link }: { link: Link }) {
  const w = useWords(linkWords)
  const address = `${window.location.origin}/k/${link.token}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    say(w.copied)
  }
  return (
    <li>
      <Qr text={address} label={w.qr(link.name)} />
      <div>
        <b>
          {link.number !== null && `${link.number}. `}
          {link.name}
        </b>
        <span className="sub">{w.slip}</span>
        {link.code && <span className="noprint">{w.code(link.code)}</span>}
        <span className="muted">{w.until(showDay(link.expiresAt.slice(0, 10)))}</span>
        <Button small icon="doc" onClick={() => void copy()}>
          {w.copy}
        </Button>
      </div>
    </li>
  )
}

/** On paper alone, on a sheet of its own: whoever hands over a slip does not hand over what opens it. */
function Codes({ links }: { links: readonly Link[] }) {
  const w = useWords(linkWords)
  const withCode = links.filter(({ code }) => code !== null)
  if (withCode.length === 0) return null
  return (
    <section className="slip-codes">
      <h3>{w.codes}</h3>
      <p>{w.codesWhy}</p>
      <ul>
        {withCode.map(({ id, number, name, code }) => (
          <li key={id}>
            {number !== null && `${number}. `}
            {name} <b>{code}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

export { LinksCard } from './links-card.tsx'
export const useLinkWords = () => useWords(linkWords)
