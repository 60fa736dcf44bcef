// A pack of another installation: opened and answered like those of this one.

import type { InputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { AcceptFarPack, ReadFarPack, ReturnFarPack } from '../../contract.ts'
import { AcceptOrReturn, PackBox } from '../one/pack.tsx'
import type { FarShown } from './page.tsx'

type One = InputOf<typeof ReadFarPack>

export function FarPackCard({ far: { row }, communeId }: { far: FarShown; communeId: string }) {
  const read = useCommand(ReadFarPack)
  const one: One = { communeId, id: row.id }
  return (
    <PackBox
      row={row}
      read={async () => {
        const sent = await read.send(one)
        return sent.ok ? sent.answer : undefined
      }}
      reading={read.sending}
      problem={read.problem}
      answers={() => <Answers one={one} />}
    />
  )
}

function Answers({ one }: { one: One }) {
  const accept = useCommand(AcceptFarPack)
  const back = useCommand(ReturnFarPack)
  const take = async () => {
    const sent = await accept.send(one)
    return sent.ok ? sent.answer.number : undefined
  }
  return (
    <AcceptOrReturn accept={accept} take={take} back={back} giveBack={(words) => back.send({ ...one, ...words })} />
  )
}
