// Gives an import up: the file and whatever was begun from it go as if they had never been.

import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { useConfirm } from '../../../../platform/web/components/confirm.tsx'
import { useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { CancelPersonList, type PersonList } from '../../contract.ts'
import { listWords } from './words.ts'

export function CancelList({ communeId, list, small }: { communeId: string; list: PersonList; small?: boolean }) {
  const w = useWords(listWords)
  const go = useGo()
  const ask = useConfirm()
  const cancel = useCommand(CancelPersonList)
  const giveUp = async () => {
    if (!(await ask({ title: w.cancelTitle, text: w.cancelText, yes: w.cancel, icon: 'undo', danger: true }))) return
    const sent = await cancel.send({ communeId, importId: list.id })
    if (sent.ok) go(`/files/lists?commune=${communeId}`)
  }
  return (
    <Button small={small ?? false} busy={cancel.sending} onClick={() => void giveUp()}>
      {w.cancel}
    </Button>
  )
}
