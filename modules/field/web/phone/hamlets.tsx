// The hamlets and bodies: those on this phone with how far they are, those that can be pulled.

import { useState } from 'react'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { currentLanguage, useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { DriveChoice } from './drive-choice.tsx'
import { driveOf, drivesIn } from './drives.ts'
import { countedAs, householdsOf, type Pack } from './kept.ts'
import { lockPhone } from './lock.ts'
import { Note, Screen } from './parts.tsx'
import { changePhone, usePhone } from './phone.ts'
import type { Place } from './places.ts'
import { pullPlace, syncNow } from './sync.ts'
import { problemOf } from './wire.ts'
import { phoneWords } from './words.ts'

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()
/** "Thôn Đông", "Đông village": the kind as people say it, unless the name begins with it. */
export const shownPlace = (type: string, name: string): string =>
  plain(name).startsWith(plain(type)) || type === '' ? name : unitTitle({ type, name }, currentLanguage())

/** Households of a hamlet, people of a body. */
/** Before it is pulled nobody knows whether all of them are households. */
const namesIn = ({ kind }: Place): 'members' | 'signers' => (kind === 'body' ? 'members' : 'signers')

export function Hamlets() {
  const w = useWords(phoneWords)
  const language = useLanguage()
  const { packs, places, profile, opensOffline, driveId } = usePhone()
  const [asked, ask] = useState('')
  const shown = [...packs.values()]
  const others = places.filter(({ id }) => !packs.has(id))
  const matches = (name: string) => plain(name).includes(plain(asked))
  const drives = drivesIn(shown)
  const drive = drives.find(({ id }) => id === driveId) ?? drives[0]
  const communes = [...new Set(places.filter(({ id }) => packs.has(id)).map(({ commune }) => commune))]
  return (
    <Screen
      // Where it can be chosen the choice itself says which one it is.
      title={(drives.length < 2 && drive?.name[language]) || w.app}
      under={communes.length === 1 ? communes[0] : profile?.name}
      tab="hamlets"
      action={
        <>
          <a className="rb" href="#/settings" aria-label={w.settings}>
            <Icon name="sliders" />
          </a>
          <button type="button" className="rb" aria-label={w.lock} onClick={() => lockPhone()}>
            <Icon name="lock" />
          </button>
        </>
      }
    >
      {shown.length > 0 && !opensOffline && (
        <p className="muted" role="status">
          {opensOffline === false ? w.onlineOnly : w.beingPut}
        </p>
      )}
      <DriveChoice drives={drives} now={drive} />
      {places.length > 6 && (
        <div className="find">
          <Icon name="search" />
          <input
            type="search"
            aria-label={w.findPlace}
            placeholder={w.findPlace}
            value={asked}
            onChange={(event) => ask(event.target.value)}
          />
        </div>
      )}
      {shown
        .filter(({ hamlet }) => matches(hamlet.name))
        .map((pack) => (
          <Pulled key={pack.hamlet.id} pack={pack} chosen={drive?.id} />
        ))}
      {others
        .filter(({ name, commune }) => matches(`${name} ${commune}`))
        .map((place) => (
          <NotPulled key={place.id} place={place} />
        ))}
      {shown.length === 0 && places.length === 0 && <Note icon="users">{`${w.noPlaces}. ${w.noPlacesWhy}`}</Note>}
    </Screen>
  )
}

function Pulled({ pack, chosen }: { pack: Pack; chosen: string | undefined }) {
  const w = useWords(phoneWords)
  const language = useLanguage()
  const { outbox } = usePhone()
  const drive = driveOf(pack, chosen)
  const households = householdsOf(pack, drive, outbox)
  const signed = households.filter((one) => one.signed).length
  const share = households.length === 0 ? 0 : (100 * signed) / households.length
  const left = households.length - signed
  return (
    <a className="ham" href={`#/h/${pack.hamlet.id}`}>
      <b>{shownPlace(pack.hamlet.type, pack.hamlet.name)}</b>
      {/* 99.6 is not all of them: never rounded up to a hundred. */}
      <span className="pc">{drive && households.length > 0 ? `${Math.floor(share)}%` : ''}</span>
      <Icon name="chev-r" />
      <progress className="pb" max={100} value={share} aria-label={pack.hamlet.name} />
      {/* Where the chosen one is not open, the figures are of another. */}
      {drive && drive.id !== chosen && <small className="other">{drive.name[language]}</small>}
      <span className="m">
        {pack.successors ? (
          <span>{w.merged}</span>
        ) : drive ? (
          <span>
            <b>{signed}</b>/{households.length} {w[countedAs(households, pack)]}
          </span>
        ) : (
          <span>{w.noDrive}</span>
        )}
        {drive &&
          !pack.successors &&
          (left > 0 ? (
            <b>{w.left(left)}</b>
          ) : (
            <span className="done">
              <Icon name="check-c" />
              {w.all}
            </span>
          ))}
      </span>
    </a>
  )
}

function NotPulled({ place }: { place: Place }) {
  const w = useWords(phoneWords)
  const { online } = usePhone()
  const [pulling, setPulling] = useState(false)
  const pull = async () => {
    setPulling(true)
    try {
      await pullPlace(place.id, place.own)
      changePhone({ said: { text: w.pulled(place.households, w[namesIn(place)], place.name) } })
      void syncNow()
    } catch (fault) {
      changePhone({ said: { text: problemOf(fault)?.title ?? String(fault) } })
      setPulling(false)
    }
  }
  return (
    <button type="button" className="ham none" disabled={!online || pulling} onClick={() => void pull()}>
      <b>{shownPlace(place.type, place.name)}</b>
      <span className="pc" />
      <Icon name="download" />
      <span className="pb" />
      <span className="m">
        <span>
          {w.notPulled} · {place.households} {w[namesIn(place)]}
        </span>
        <span>{pulling ? w.pulling : online ? w.pull : w.pullWhenOnline}</span>
      </span>
    </button>
  )
}
