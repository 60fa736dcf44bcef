// Registers a card that was brought; what it says counts once its code was compared.

import { useCommand } from '../../../../platform/web/command.ts'
import { FileDialog } from '../../../../platform/web/components/file-dialog.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { RegisterCard } from '../../contract.ts'
import { carriedEnding } from '../../rules/far/names.ts'
import { systemWords } from './words.ts'

export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(systemWords)
  const register = useCommand(RegisterCard)
  const send = async (file: File) => {
    const sent = await register.send({}, file)
    if (!sent.ok) return
    say(sent.answer.confirmed ? w.brought(sent.answer.name) : w.registered(sent.answer.name))
    onClose()
  }
  return (
    <FileDialog
      icon="upload"
      title={w.register}
      why={w.registerWhy}
      label={w.cardFile}
      send={w.register}
      kinds={[carriedEnding]}
      megabytes={0.25}
      command={register}
      onSend={send}
      onClose={onClose}
    />
  )
}
