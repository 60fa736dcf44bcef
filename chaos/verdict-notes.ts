// The verdict on notes why one has not signed: none that was taken is lost while its household has not signed, the newest stands, and
// nobody is said to have noted what no phone did.

import type { Done } from './ledger.ts'
import type { Note } from './phone/deeds.ts'
import { type Fault, fault, type Office } from './verdict.ts'

export function faultsOfNotes(notes: readonly Done<Note>[], { promises, notes: noted }: Office): Fault[] {
  const keyOf = ({ driveId, entryId }: { driveId: string; entryId: string }) => `${driveId} ${entryId}`
  const signed = new Set(promises.map(keyOf))
  const standing = new Map(noted.map((note) => [keyOf(note), note]))
  const byPlace = Map.groupBy(notes, keyOf)
  return [
    ...notes.flatMap((note) => [...faultsOfAnswers(note), ...faultsOfRecord(note)]),
    ...noted.flatMap((note) => {
      const made = byPlace.get(keyOf(note)) ?? []
      const known = made.some((one) => one.reason === note.reason && one.visitAgainOn === note.visitAgainOn)
      return known ? [] : fault('said by nobody', `no phone noted ${note.reason} (drive and entry: ${keyOf(note)})`)
    }),
  ]

  /** Sent twice, answered the same. */
  function faultsOfAnswers({ id, answers }: Done<Note>): Fault[] {
    const said = [...new Set(answers.map(({ outcome }) => outcome))]
    return said.length > 1
      ? fault('contradicted', `the note ${id} was answered in different ways: ${said.join(', ')}`)
      : []
  }

  function faultsOfRecord(note: Done<Note>): Fault[] {
    const { id, answers, at } = note
    const record = standing.get(keyOf(note))
    if (!answers.some(({ outcome }) => outcome === 'noted' || outcome === 'older') || signed.has(keyOf(note))) return []
    if (!record) return fault('lost', `the note ${id} was taken and is not there`)
    if (at !== null && Date.parse(record.at) < Date.parse(at))
      return fault('older note', `a note of ${record.at} stands over ${id}, which is of ${at}`)
    return []
  }
}
