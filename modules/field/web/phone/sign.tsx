// One household signs: fifteen seconds from one door to the next.

import { useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { inkToText, tooLittleInk } from '../../../commitments/contract/ink.ts'
import { codeOf, shownCode } from '../../../commitments/contract/signing.ts'
import { go, goInstead } from './address.ts'
import { driveOf, openDrives, textOf } from './drives.ts'
import { shownPlace } from './hamlets.tsx'
import { keepOrSay } from './keep.ts'
import { countedAs, householdsOf, nextUnsigned, type Pack } from './kept.ts'
import { useLabel } from './label.ts'
import { Pad, type PadHandle } from './pad.tsx'
import { Screen } from './parts.tsx'
import { phoneNow, usePhone } from './phone.ts'
import { signedItem } from './signed.ts'
import { syncNow } from './sync.ts'
import { Unsigned } from './unsigned.tsx'
import { phoneWords } from './words.ts'

/** The day that a drive works on, as somebody in Vietnam has it. */
const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

export function Sign({ pack, entryId }: { pack: Pack; entryId: string }) {
  const w = useWords(phoneWords)
  const language = useLanguage()
  const labelOf = useLabel()
  const { outbox, full, driveId } = usePhone()
  const drive = driveOf(pack, driveId)
  const households = householdsOf(pack, drive, outbox)
  const household = entryId === 'next' ? nextUnsigned(households, '') : households.find(({ id }) => id === entryId)
  const [named, setNamed] = useState(false)
  const [noting, setNoting] = useState(false)
  const [wrong, say] = useState('')
  const pad = useRef<PadHandle>(null)
  // Before the next one is seen: on a slow phone the first stroke would otherwise be wiped with the ink of the last.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each household begins with a clean pad and a hidden name
  useLayoutEffect(() => {
    pad.current?.clear()
    setNamed(false)
    setNoting(false)
    say('')
  }, [household?.id])
  const place = shownPlace(pack.hamlet.type, pack.hamlet.name)
  const back = { to: `#/h/${pack.hamlet.id}`, label: w.backTo(place) }
  if (!drive || !household) {
    return (
      <Screen title={place} back={back}>
        <div className="nothing">
          <Icon name="check-c" />
          <p>{drive ? w.allSigned : w.noDrive}</p>
        </div>
      </Screen>
    )
  }
  const text = textOf(drive, household.groupId, drive.workday ?? today())
  const left = households.filter(({ signed }) => !signed).length
  const body = pack.hamlet.kind === 'body'
  const who = labelOf(pack, household)
  const onward = () => {
    const next = nextUnsigned(householdsOf(pack, drive, phoneNow().outbox), household.id)
    goInstead('h', pack.hamlet.id, ...(next ? [next.id] : []))
  }
  const keep = async () => {
    const ink = pad.current?.ink() ?? []
    if (tooLittleInk(ink) || !text) return say(w.tooLittle)
    say('')
    const item = signedItem({
      pack,
      household,
      driveId: drive.id,
      textNumber: text.number,
      ink: inkToText(ink),
      label: who,
      place,
    })
    await keepOrSay(item, w.saved(who), `${w.checkCode} ${shownCode(await codeOf(item.id))}`, onward)
  }
  if (noting)
    return (
      <Unsigned
        pack={pack}
        household={household}
        driveId={drive.id}
        label={who}
        place={place}
        onBack={() => setNoting(false)}
        onDone={onward}
      />
    )
  return (
    <Screen
      title={`${who}, ${body || language === 'en' ? place : `${place.charAt(0).toLowerCase()}${place.slice(1)}`}`}
      under={w.leftToSign(left, w[countedAs(households, pack)])}
      back={back}
      slim
      foot={
        <>
          {(wrong || full) && (
            <p role="alert" className="wrong">
              {full ? w.full : wrong}
            </p>
          )}
          {full && <WayOut />}
          <button type="button" className="big" onClick={() => void keep()}>
            <Icon name="check" />
            {w.save}
          </button>
          {!pack.own && (
            <button type="button" className="sec" onClick={() => setNoting(true)}>
              {w.cannot}
            </button>
          )}
        </>
      }
    >
      <div className="house">
        <span>
          {named ? household.name : (drive.groups.find(({ id }) => id === household.groupId)?.name[language] ?? '')}
          {household.headcount !== null && <small>{w.people(household.headcount)}</small>}
        </span>
        <button type="button" className="sec" aria-pressed={named} onClick={() => setNamed(!named)}>
          <Icon name={named ? 'eye-off' : 'eye'} />
          {named ? w.hideNames : w.showNames}
        </button>
        {!pack.own && (
          <button
            type="button"
            className="rb"
            aria-label={w.correct}
            onClick={() => go('h', pack.hamlet.id, household.id, 'correct')}
          >
            <Icon name="pen" />
          </button>
        )}
      </div>
      {text && (
        <div className="vow" lang="vi">
          {openDrives(pack).length > 1 && <small>{drive.name.vi}</small>}
          <p>{text.opening}</p>
          <ul>
            {text.promises.map((promise) => (
              <li key={promise}>{promise}</li>
            ))}
          </ul>
          {text.closing && <p className="end">{text.closing}</p>}
        </div>
      )}
      <Pad ref={pad} />
    </Screen>
  )
}

/** What waits makes room when it is sent; the ink stays on the screen meanwhile. Without a network it is carried. */
function WayOut() {
  const w = useWords(phoneWords)
  const { online, syncing } = usePhone()
  return online ? (
    <button type="button" className="sec" disabled={syncing} onClick={() => void syncNow()}>
      {syncing ? w.sending : w.sendToMakeRoom}
    </button>
  ) : (
    <a className="sec" href="#/carry">
      {w.carryToMakeRoom}
    </a>
  )
}
