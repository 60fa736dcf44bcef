// Who the person is, masked until one asks to see it, and masked again after a minute: others pass behind a screen.

import { useEffect, useState } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { circumstanceNames, maskedName } from '../../contract.ts'
import { type Person, showBirth } from '../files/identity-draft.ts'
import { identityWords, paperKindNames, sexNames } from '../files/identity-words.ts'
import { CorrectDialog } from './correct.tsx'
import type { At, FileShown } from './opened.tsx'
import { fileWords } from './words.ts'

const seconds = 60

type Props = { file: FileShown; at: At; mayCorrect: boolean; onStale: () => void }

export function IdentityCard({ file, at, mayCorrect, onStale }: Props) {
  const w = useWords(fileWords)
  const [shown, setShown] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(() => setShown(false), seconds * 1000)
    return () => clearTimeout(timer)
  }, [shown])
  return (
    <Card
      title={shown ? w.identityShown : w.identityHidden}
      icon="user"
      end={
        mayCorrect && (
          <Button small quiet icon="pen" onClick={() => setCorrecting(true)}>
            {w.correct}
          </Button>
        )
      }
    >
      <div className="case-person">
        <Lines person={file.identity} shown={shown} />
        <Button icon={shown ? 'eye-off' : 'eye'} onClick={() => setShown(!shown)}>
          {shown ? w.hide : w.show}
        </Button>
      </div>
      {correcting && <CorrectDialog file={file} at={at} onStale={onStale} onClose={() => setCorrecting(false)} />}
    </Card>
  )
}

/** A part that is not there is not for this reader, and has no line; an empty one says so. */
function Lines({ person, shown }: { person: Person; shown: boolean }) {
  const w = useWords(fileWords)
  const own = useWords(identityWords)
  const language = useLanguage()
  const { name, birth, sex, papers, residence, stay, phone, otherNames, circumstances } = person
  const born = birth ? showBirth(shown ? birth : birth.slice(0, 4)) : w.notKnown
  const lines: [string, string, boolean][] = [
    [own.name, name === undefined ? '' : shown ? name : maskedName(name), !shown],
    [
      sex === undefined ? w.birthOnly : w.birthSex,
      birth === undefined ? '' : [born, sex && sexNames[sex][language].toLowerCase()].filter(Boolean).join(', '),
      false,
    ],
    ...(papers ?? []).map(({ kind, number }): [string, string, boolean] => [
      paperKindNames[kind][language].replace(/ \(.*\)$/, ''),
      shown ? number : masked(number),
      !shown,
    ]),
    ...(papers?.length === 0 ? [[own.papers, w.none, false] as [string, string, boolean]] : []),
    [own.residence, textOf(residence, shown), !shown],
    [own.stay.split(',')[0] ?? '', textOf(stay, shown), !shown],
    [own.phone, phone ? (shown ? phone : masked(phone)) : '', !shown],
    [own.otherNames, (otherNames ?? []).map((each) => (shown ? each : maskedName(each))).join(', '), !shown],
    [
      w.protect,
      circumstances?.length === 0
        ? w.none
        : (circumstances ?? [])
            .map(({ what, from, until }) =>
              [circumstanceNames[what][language], w.sinceDay(showDay(from)), until && w.untilDay(showDay(until))]
                .filter(Boolean)
                .join(', '),
            )
            .join('; '),
      false,
    ],
  ]
  return (
    <dl>
      {lines
        .filter(([, text]) => text !== '')
        .map(([label, text, hidden]) => (
          <div key={`${label}${text}`}>
            <dt>{label}</dt>
            <dd className={hidden ? 'm' : undefined}>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

const dots = '•••••'
const textOf = (text: string | undefined, shown: boolean): string => (text ? (shown ? text : dots) : '')
/** "033•••••12": enough to see which number it is, too little to use it. */
const masked = (number: string): string =>
  number.length < 7 ? dots : `${number.slice(0, 3)}${dots}${number.slice(-2)}`
