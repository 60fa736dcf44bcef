// The head hands this one file to another officer: from whom, to whom, on what ground.

import { useAnswer } from '../../../../platform/web/answer.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { GiveFiles, ListOfficers } from '../../contract.ts'
import { GiveForm } from '../work/give-form.tsx'
import { workWords } from '../work/words.ts'
import type { FileShown } from './opened.tsx'

type Props = { file: FileShown; communeId: string; onClose: () => void }

export function GiveFileDialog({ file: { id, number, team }, communeId, onClose }: Props) {
  const w = useWords(workWords)
  const found = useAnswer(ListOfficers, { communeId })
  const give = useCommand(GiveFiles)
  const { officer } = team
  return (
    <Dialog open side tone="sealed" icon="swap" title={w.giveFileTitle(number)} onClose={onClose}>
      <p>
        <b className="semi">{w.fromOfficer}:</b> {officer?.name ?? w.noOfficer}
      </p>
      <Shown from={found} lines={3}>
        {({ colleagues }) => (
          <GiveForm
            why={w.giveFileWhy}
            deed={officer ? w.give : w.assign}
            colleagues={colleagues.filter((each) => each.id !== officer?.id)}
            sending={give.sending}
            problem={give.problem}
            send={(to, ground) => give.send({ communeId, fileIds: [id], from: officer?.id ?? null, to, ground })}
            onClose={onClose}
          />
        )}
      </Shown>
    </Dialog>
  )
}
