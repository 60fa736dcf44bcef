// Setting right what the roster says of a household: name, address, how many; or that it is no longer here.

import { useState } from 'react'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import type { Ending } from '../../contract/correct.ts'
import { correctWords } from '../correct-words.ts'
import { correctedItem } from './corrected.ts'
import { driveOf } from './drives.ts'
import { shownPlace } from './hamlets.tsx'
import { keepOrSay } from './keep.ts'
import { changesBetween, type Household, householdsOf, type Pack } from './kept.ts'
import { useLabel } from './label.ts'
import { Note, Screen } from './parts.tsx'
import { usePhone } from './phone.ts'

type Props = { pack: Pack; household: Household; label: string; place: string }

const endings = ['moved', 'died', 'error'] as const satisfies readonly Ending[]
const fewest = 1
const most = 99

const back = () => window.history.back()

export function Correct({ pack, entryId }: { pack: Pack; entryId: string }) {
  const labelOf = useLabel()
  const { outbox, driveId } = usePhone()
  const household = householdsOf(pack, driveOf(pack, driveId), outbox).find(({ id }) => id === entryId)
  const place = shownPlace(pack.hamlet.type, pack.hamlet.name)
  if (!household) return <Gone place={place} to={`#/h/${pack.hamlet.id}`} />
  return <Form pack={pack} household={household} label={labelOf(pack, household)} place={place} />
}

/** It left the roster while one looked. */
function Gone({ place, to }: { place: string; to: string }) {
  const w = useWords(correctWords)
  return (
    <Screen title={place} back={{ to, label: w.back }}>
      <Note icon="users">{w.gone}</Note>
    </Screen>
  )
}

function Form({ pack, household, label, place }: Props) {
  const w = useWords(correctWords)
  const { full } = usePhone()
  const [name, setName] = useState(household.name)
  const [address, setAddress] = useState(household.address)
  const [headcount, setHeadcount] = useState(household.headcount)
  const [ended, setEnded] = useState<Ending | null>(null)
  const [wrong, say] = useState('')
  const body = pack.hamlet.kind === 'body'
  const keep = async () => {
    const typed = { name: tidy(name), address: tidy(address), headcount, number: household.number }
    const changes = changesBetween(household, typed, ended)
    if (!typed.name) return say(w.nameNeeded)
    if (changes.length === 0) return say(w.nothingChanged)
    say('')
    await keepOrSay(correctedItem({ pack, household, changes, label, place }), w.saved(label), '', back)
  }
  return (
    <Screen
      title={w.title}
      under={`${label} · ${place}`}
      slim
      foot={
        <>
          {(wrong || full) && (
            <p role="alert" className="wrong">
              {full ? w.full : wrong}
            </p>
          )}
          <button type="button" className="big" onClick={() => void keep()}>
            <Icon name="check" />
            {w.save}
          </button>
          <button type="button" className="sec" onClick={back}>
            {w.back}
          </button>
        </>
      }
    >
      <label className="field">
        {w.name}
        <input value={name} maxLength={120} autoComplete="off" onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        {w.address}
        <input
          value={address}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      {!body && <Headcount value={headcount} onChange={setHeadcount} />}
      <fieldset className="choices">
        <legend className="field">{w.stillHere}</legend>
        <Choice chosen={ended === null} onChoose={() => setEnded(null)}>
          {w.here}
        </Choice>
        {endings.map((each) => (
          <Choice key={each} chosen={ended === each} onChoose={() => setEnded(each)}>
            {w[each]}
          </Choice>
        ))}
      </fieldset>
      {ended && <p className="muted">{w.officeAgrees}</p>}
    </Screen>
  )
}

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function Choice({ chosen, onChoose, children }: { chosen: boolean; onChoose(): void; children: string }) {
  return (
    <label className="opt">
      <input type="radio" name="ended" checked={chosen} onChange={onChoose} />
      {children}
    </label>
  )
}

/** One more or one fewer is a touch, not a keyboard. */
function Headcount({ value, onChange }: { value: number | null; onChange(value: number): void }) {
  const w = useWords(correctWords)
  return (
    <fieldset className="count">
      <legend className="field">{w.headcount}</legend>
      <button
        type="button"
        aria-label={w.fewer}
        disabled={value === null || value <= fewest}
        onClick={() => onChange((value ?? fewest + 1) - 1)}
      >
        −
      </button>
      <output aria-live="polite">{value ?? '—'}</output>
      <button
        type="button"
        aria-label={w.more}
        disabled={value !== null && value >= most}
        onClick={() => onChange((value ?? 0) + 1)}
      >
        +
      </button>
    </fieldset>
  )
}
