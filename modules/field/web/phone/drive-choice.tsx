// Which drive is being signed, where two or more are open: chosen here, remembered on this phone, and told beside what waits.

import './drive-choice.css'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { PackDrive } from '../../contract/pack.ts'
import type { Item } from './kept.ts'
import { keepDrive, usePhone } from './phone.ts'
import { phoneWords } from './words.ts'

type Props = { drives: readonly PackDrive[]; now: PackDrive | undefined }

export function DriveChoice({ drives, now }: Props) {
  const w = useWords(phoneWords)
  const language = useLanguage()
  if (drives.length < 2 || !now) return null
  return (
    <div className="find drive">
      <Icon name="pen" />
      <select aria-label={w.drive} value={now.id} onChange={(event) => void keepDrive(event.target.value)}>
        {drives.map(({ id, name, closesOn }) => (
          <option key={id} value={id}>
            {`${name[language]} (${w.until(showDay(closesOn))})`}
          </option>
        ))}
      </select>
      <Icon name="chev-d" />
    </div>
  )
}

/** The name of the drive that an item is of, also when it has closed; nothing while there is only one to speak of. */
export function useDriveName(): (item: Item) => string {
  const language = useLanguage()
  const { packs } = usePhone()
  const names = new Map([...packs.values()].flatMap(({ drives }) => drives.map(({ id, name }) => [id, name[language]])))
  return ({ driveId }) => (names.size < 2 ? '' : (names.get(driveId) ?? ''))
}
