// Whether a paper is there: filed with a folio, or an event that is itself the paper.

import { type EventKind, type EventOf, type FileEvent, type PaperKind, paperKinds } from '../events.ts'
import type { PaperNeeded } from './life.ts'

/** Events that are themselves the paper. */
const paperByEvent: Partial<Record<PaperKind, readonly EventKind[]>> = {
  'III-01': ['tested'],
  'III-02': ['notice-sent', 'notice-received'],
  residence: ['residence-verified'],
  determination: ['determination-result'],
  'V-20': ['registered'],
  'I-02': ['monitoring-decided'],
  'V-37': ['dossier-notice'],
  'V-51': ['release-notice'],
  'V-52': ['after-proposed'],
}
/** Which paper each commitment of the law is on. */
export const commitmentPapers = { B1: 'B1', B2: 'V-25', B3: 'I-04', B4: 'B4' } as const satisfies Record<
  string,
  PaperKind
>
const commitments = new Map<PaperKind, string>(Object.entries(commitmentPapers).map(([which, paper]) => [paper, which]))
/** What the dossier of a minor holds besides (D163 Art. 104.1 d, đ). */
export const ofMinors: readonly PaperKind[] = ['V-38', 'V-39']

export function paperNeeded(
  { events, filed }: { events: readonly FileEvent[]; filed: ReadonlyMap<string, EventOf<'paper-filed'>> },
  kind: PaperKind,
): PaperNeeded {
  const folio = filed.get(kind)
  const which = commitments.get(kind)
  const event = events.findLast((each) =>
    which
      ? each.kind === 'commitment-signed' && each.details.which === which
      : paperByEvent[kind]?.includes(each.kind) === true,
  )
  const found = folio?.id ?? event?.id
  return {
    kind,
    title: paperKinds[kind],
    ...(found && { event: found }),
    ...(folio && { folio: folio.details.folio }),
  }
}
