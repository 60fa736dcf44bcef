// Takes in a file that was brought: what it is stands in the file, so there is one way in for all.

import { useCommand } from '../../../../platform/web/command.ts'
import { FileDialog } from '../../../../platform/web/components/file-dialog.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useGo } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { mostCarriedBytes, TakeCarried } from '../../contract.ts'
import { carriedEnding } from '../../rules/far/names.ts'
import { farWords } from './words.ts'

export function TakeDialog({ communeId, onClose }: { communeId: string; onClose: () => void }) {
  const w = useWords(farWords)
  const go = useGo()
  const take = useCommand(TakeCarried)
  const send = async (file: File) => {
    const sent = await take.send({ communeId }, file)
    if (!sent.ok) return
    const { kind, number, decision, id } = sent.answer
    const said = { accepted: w.receiptAccepted, returned: w.receiptReturned, withdrawn: w.receiptWithdrawn }
    say(
      kind === 'pack'
        ? w.packTaken(number)
        : kind === 'request' || !decision
          ? w.requestAnswered(number)
          : said[decision](number),
    )
    onClose()
    go(`/hand-overs/far/${communeId}/${id}`)
  }
  return (
    <FileDialog
      tone="sealed"
      icon="upload"
      title={w.takeTitle}
      why={w.takeWhy}
      label={w.file}
      send={w.take}
      kinds={[carriedEnding]}
      megabytes={mostCarriedBytes / 1024 / 1024}
      command={take}
      onSend={send}
      onClose={onClose}
    />
  )
}
