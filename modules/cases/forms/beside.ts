// Which forms belong beside an event: of those of its kind, the ones that the law has for where the person stood then. An empty row
// is a form that the decree does not have.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { cited } from '../../../rules/law/deadline.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import { type EventKind, eventKinds } from '../events.ts'
import { type FormId, formsIn, formsOfKind } from '../forms.ts'
import type { StatusKind } from '../rules/life.ts'
import { certificateForms, movingForms } from '../rules/step-forms.ts'

export type BesideRow = { forms: readonly FormId[]; source: Bilingual }
const row = (forms: string | undefined, article: string): BesideRow => ({
  forms: formsIn(forms),
  source: cited(article),
})

const byOtherRules = row(undefined, 'Nghị định, Điều 89.2')
const noForm = row(undefined, 'Luật, Điều 48.2')
const moving = {
  managed: row(movingForms.managed, 'Nghị định, Điều 62.1'),
  home: row(movingForms.home, 'Nghị định, Điều 92.1c'),
  after: row(movingForms.after, 'Nghị định, Điều 136.1b'),
  addict: noForm,
  private: noForm,
  public: noForm,
  'reform-school': noForm,
  substitution: noForm,
  dossier: noForm,
  compulsory: noForm,
} as const

/** Kinds of event whose forms go by where the person stands, each with its article. */
export const besideByStatus: Partial<Record<EventKind, Partial<Record<StatusKind, BesideRow>>>> = {
  registered: {
    home: row('V-20, V-24', 'Nghị định, Điều 89.3b, 92.1a'),
    private: row('V-20', 'Nghị định, Điều 89.3b'),
    public: row('V-20', 'Nghị định, Điều 89.3b'),
    'reform-school': row('V-20', 'Nghị định, Điều 89.3b'),
    substitution: byOtherRules,
  },
  'treatment-begun': {
    home: row(undefined, 'Nghị định, Điều 92.1b'),
    private: row('V-24, V-29', 'Nghị định, Điều 92.2c, 92.2d'),
    public: row('V-31', 'Nghị định, Điều 96.1'),
    'reform-school': row('V-31', 'Nghị định, Điều 96.1'),
    compulsory: row('V-42', 'Nghị định, Điều 108.1'),
    substitution: byOtherRules,
  },
  'carried-out': {
    public: row('V-31, V-48, V-49', 'Nghị định, Điều 96.1, 121.2, 131.2'),
    'reform-school': row('V-31, V-48, V-49', 'Nghị định, Điều 96.1, 121.2, 131.2'),
    compulsory: row('V-42, V-48, V-49', 'Nghị định, Điều 108.1, 121.2'),
  },
  'treatment-completed': {
    home: row(`${certificateForms.home}, V-27`, 'Nghị định, Điều 93.1, 93.3'),
    private: row(certificateForms.private, 'Nghị định, Điều 94.3a'),
    public: row(certificateForms.public, 'Nghị định, Điều 97.2a'),
    'reform-school': row(certificateForms['reform-school'], 'Nghị định, Điều 97.2a'),
    compulsory: row(certificateForms.compulsory, 'Nghị định, Điều 123.2a, 129.2'),
    substitution: row(undefined, 'Nghị định, Điều 89.2, 135.2'),
  },
  moved: moving,
  'file-handed-over': moving,
}

/** `stood` undefined: not known to this reader; `none`: no status stood. */
export function formsBeside(kind: EventKind, stood: StatusKind | 'none' | undefined): FormId[] {
  const rows = besideByStatus[kind]
  if (rows && stood !== undefined) return stood === 'none' ? [] : [...(rows[stood]?.forms ?? [])]
  const those = formsOfKind(kind)
  const named = formsIn(paperOf(kind)?.forms).filter((form) => those.includes(form))
  return named.length > 0 ? named : those
}
const paperOf = (kind: EventKind) => (eventKinds[kind] as { paper?: { forms?: string } }).paper

const ofTreatment: readonly string[] = ['home', 'private', 'public', 'reform-school', 'substitution', 'compulsory']
type Stood = { kind: string; since: Moment; until?: Moment | undefined }
type Happened = { kind: string; at: Moment; details: Readonly<Record<string, unknown>> }

/** Where somebody stood when it happened: by the reading, or for whoever does not see that, by what was registered. */
export function stoodAt(
  { kind, at, details }: Happened,
  standings: readonly Stood[] | undefined,
  events: readonly Happened[],
): StatusKind | 'none' | undefined {
  if (kind === 'registered') return details.form as StatusKind
  // Handed over is who is delivered, by whatever steps they came.
  if (kind === 'carried-out' && details.step !== 'delivered') return 'none'
  if (!standings)
    return events.findLast((each) => each.kind === 'registered' && each.at <= at)?.details.form as
      | StatusKind
      | undefined
  const isMoving = kind === 'moved' || kind === 'file-handed-over'
  const found = standings.findLast((each) =>
    isMoving
      ? each.since <= at && (each.until === undefined || each.until >= at)
      : each.since <= at && ofTreatment.includes(each.kind),
  )
  return (found?.kind as StatusKind | undefined) ?? 'none'
}
