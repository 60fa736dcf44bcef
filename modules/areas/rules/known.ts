// What was known on a day: a change is known from the day of its document, when the document says it, else from the day
// on which it took effect. Who looks at November 2024 must not see the mergers of July 2025.

import type { Day } from './links.ts'

const inDocument = /(\d{1,2})\/(\d{1,2})\/(\d{4})/

/** The day from which a change was known. */
export function knownFrom(document: string, on: Day): Day {
  const found = inDocument.exec(document)
  if (!found) return on
  const [, day = '', month = '', year = ''] = found
  const issued = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return issued < on ? issued : on
}

/** The end of a unit as it was known on a day: past ends, and coming ends that a document had announced. */
export function endKnownOn(
  validTo: Day | null,
  announcements: readonly { on: Day; document: string }[],
  day: Day,
): Day | null {
  if (validTo === null || validTo <= day) return validTo
  return announcements.some((change) => change.on === validTo && knownFrom(change.document, change.on) <= day)
    ? validTo
    : null
}
