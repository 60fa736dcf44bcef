// The households of one hamlet: by number, names hidden until asked for, whoever is left to sign first.

import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { DriveChoice } from './drive-choice.tsx'
import { driveOf, openDrives } from './drives.ts'
import { shownPlace } from './hamlets.tsx'
import { countedAs, type Household, householdsOf, isHousehold, type Pack } from './kept.ts'
import { Note, Screen } from './parts.tsx'
import { usePhone } from './phone.ts'
import { phoneWords } from './words.ts'

const filters = ['notYet', 'again', 'everybody'] as const

export function Households({ pack }: { pack: Pack }) {
  const w = useWords(phoneWords)
  const { outbox, driveId } = usePhone()
  const drive = driveOf(pack, driveId)
  const all = useMemo(() => householdsOf(pack, drive, outbox), [pack, drive, outbox])
  const [asked, ask] = useState('')
  const [filter, setFilter] = useState<(typeof filters)[number]>('notYet')
  // In an office everybody knows everybody; at a door the neighbours stand by.
  const [named, setNamed] = useState(pack.hamlet.kind === 'body')
  const shown = useMemo(() => shownOf(all, filter, asked), [all, filter, asked])
  const left = all.filter(({ signed }) => !signed).length
  const place = shownPlace(pack.hamlet.type, pack.hamlet.name)
  const language = useLanguage()
  // In an office all are of one or two groups, and everybody knows which.
  const groups = new Map(pack.hamlet.kind === 'body' ? [] : drive?.groups.map(({ id, name }) => [id, name[language]]))
  return (
    <Screen
      title={place}
      under={drive ? w.leftToSign(left, w[countedAs(all, pack)]) : w.noDrive}
      back={{ to: '#/', label: w.back }}
      tab="sign"
      action={
        <button
          type="button"
          className="rb"
          aria-pressed={named}
          aria-label={named ? w.hideNames : w.showNames}
          onClick={() => setNamed(!named)}
        >
          <Icon name={named ? 'eye-off' : 'eye'} />
        </button>
      }
    >
      <DriveChoice drives={openDrives(pack)} now={drive} />
      <div className="find">
        <Icon name="search" />
        <input
          type="search"
          aria-label={w.find}
          placeholder={w.find}
          value={asked}
          onChange={(event) => ask(event.target.value)}
        />
      </div>
      <fieldset className="chips">
        <legend className="hidden">{w.sign}</legend>
        {filters.map((each) => (
          <button key={each} type="button" aria-pressed={filter === each} onClick={() => setFilter(each)}>
            {w[each]}
          </button>
        ))}
      </fieldset>
      {drive && shown.length === 0 && (
        <Note icon="check-c">
          {asked || filter === 'again' ? w.nobodyMatches : left === 0 ? w.allSigned : w.nobodyMatches}
        </Note>
      )}
      <Rows
        rows={shown}
        named={named || asked.length > 1}
        to={(row) => `#/h/${pack.hamlet.id}/${row.id}${row.signed ? '/correct' : ''}`}
        signedToo={!pack.own}
        groupOf={(row) => (isHousehold(row.groupId) ? '' : (groups.get(row.groupId) ?? ''))}
      />
    </Screen>
  )
}

function shownOf(all: readonly Household[], filter: (typeof filters)[number], asked: string): Household[] {
  const wanted = nameKey(asked)
  return all.filter(
    ({ signed, note, number, name }) =>
      (asked ? true : filter === 'everybody' || (filter === 'again' ? note && !signed : !signed)) &&
      (!wanted || String(number ?? '') === wanted || nameKey(name).includes(wanted)),
  )
}

type Listed = {
  named: boolean
  to(row: Household): string
  signedToo: boolean
  /** Told of those who are no household. */
  groupOf(row: Household): string
}

function Rows({ rows, ...listed }: Listed & { rows: readonly Household[] }) {
  const list = useRef<HTMLDivElement>(null)
  const visible = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => 72,
    overscan: 8,
  })
  return (
    <div className="rows" ref={list} tabIndex={-1}>
      <ul style={{ height: visible.getTotalSize() }}>
        {visible.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index] as Household
          return (
            <li key={key} style={{ transform: `translateY(${start}px)` }}>
              <Row row={row} {...listed} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Row({ row, named, to, signedToo, groupOf }: Listed & { row: Household }) {
  const w = useWords(phoneWords)
  const state = row.signed
    ? row.signed.here
      ? w.signedHere
      : w.signedOn(showDay(row.signed.on))
    : row.leaving
      ? w.leaving
      : row.note
        ? `${w[row.note.reason as 'absent'] ?? row.note.reason}${row.note.visitAgainOn ? ` · ${w.again} ${showDay(row.note.visitAgainOn)}` : ''}`
        : row.address
  const inside = (
    <>
      <span>
        {row.number === null
          ? !named && w.noNumber
          : (isHousehold(row.groupId) ? w.household : w.member)(String(row.number))}
        {named && <span className="who"> {row.name}</span>}
        <small>{[groupOf(row), state].filter(Boolean).join(' · ')}</small>
      </span>
      <Icon name={row.signed ? 'check-c' : 'chev-r'} />
    </>
  )
  // Who has signed is not signed again; what the roster says of them may still be wrong.
  if (row.signed && !signedToo) return <div className="row signed">{inside}</div>
  return (
    <a className={row.signed ? 'row signed' : 'row'} href={to(row)}>
      {inside}
    </a>
  )
}
