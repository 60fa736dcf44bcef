// Who is around the person: the officer in charge first, the team, whoever helps besides.

import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { roleName, useCircle } from '../events/circle.ts'
import { workWords } from '../work/words.ts'
import type { FileShown } from './opened.tsx'
import { fileWords } from './words.ts'

type Props = {
  file: FileShown
  /** For whoever gives files to officers, while this one is open. */
  onGive: (() => void) | undefined
}

export function TeamCard({ file: { team, view }, onGive }: Props) {
  const w = useWords(fileWords)
  const language = useLanguage()
  const circle = useCircle()
  const { officer, members } = team
  const give = onGive && <Give onGive={onGive} known={officer !== null} />
  if (members.length === 0)
    return (
      <Card title={w.team} icon="users">
        <Empty icon="users" title={w.noTeam}>
          {view === 'police' ? w.noTeamWhy : undefined}
        </Empty>
        {give}
      </Card>
    )
  return (
    <Card title={w.team} icon="users">
      <ul className="case-law">
        {!officer && (
          <li>
            <Icon name="alert" />
            {w.nobodyInCharge}
          </li>
        )}
        {members.map(({ role, name, isOfficer, isReader }) => (
          <li key={`${role} ${name}`}>
            <Icon name="user" />
            <span>
              <b className="semi">{name}</b> {isOfficer && <Tag>{w.inCharge}</Tag>} {isReader && <Tag>{w.you}</Tag>}
              <small>{roleName(circle, role)[language]}</small>
              {isOfficer && officer?.before && (
                <small>{w.tookOver(officer.before, showDay(dayOf(officer.since)))}</small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {give}
    </Card>
  )
}

function Give({ onGive, known }: { onGive: () => void; known: boolean }) {
  const w = useWords(workWords)
  return (
    <p className="case-team-deed noprint">
      <Button small icon="swap" onClick={onGive}>
        {known ? w.giveFile : w.assignFile}
      </Button>
    </p>
  )
}
