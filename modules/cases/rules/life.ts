// What the reading of a file answers: where the person stands in law, what runs, what comes next, what must not happen.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { ClockRun, InterruptionKind } from '../../../rules/law/clock.ts'
import type { StopReason } from '../../../rules/law/grounds.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import type { PeriodId } from '../../../rules/law/periods.ts'
import type { EventKind, Paper, PaperKind } from '../events.ts'

export const statusNames = {
  managed: { vi: 'Đang bị quản lý (người sử dụng)', en: 'User under management' },
  addict: { vi: 'Người nghiện ma túy', en: 'Found addicted' },
  home: { vi: 'Cai nghiện tại gia đình, cộng đồng', en: 'Rehabilitation at home or in the community' },
  private: { vi: 'Cai nghiện tại cơ sở tư nhân', en: 'Rehabilitation in a private centre' },
  public: { vi: 'Cai nghiện tự nguyện tại cơ sở công lập', en: 'Voluntary rehabilitation in a public centre' },
  'reform-school': {
    vi: 'Cai nghiện tự nguyện tại trường giáo dưỡng',
    en: 'Voluntary rehabilitation in a reform school',
  },
  substitution: { vi: 'Điều trị bằng thuốc thay thế', en: 'Substitution treatment' },
  dossier: { vi: 'Đang lập hồ sơ cai nghiện bắt buộc', en: 'Compulsory dossier, court' },
  compulsory: { vi: 'Cai nghiện bắt buộc', en: 'Compulsory rehabilitation' },
  after: { vi: 'Quản lý sau cai', en: 'Post-rehabilitation management' },
  ended: { vi: 'Đã kết thúc', en: 'Ended' },
} satisfies Record<string, Bilingual>
export type StatusKind = keyof typeof statusNames

/** Between two statuses: none stands, yet the person is followed until the decision that gives the next. */
export const awaitingNames = {
  'after-decision': {
    vi: 'Đã xong cai nghiện, chờ quyết định quản lý sau cai',
    en: 'Rehabilitation is over, post-rehabilitation is to be decided',
  },
} satisfies Record<string, Bilingual>
export type AwaitingKind = keyof typeof awaitingNames
export type Awaiting = {
  kind: AwaitingKind
  /** The event or the decision whose term brought it about. */
  by: string
  since: Moment
}

export type EndReason = StopReason | 'served' | 'exempted' | 'moved' | 'completed'

export type Standing = {
  kind: StatusKind
  /** The event that holds the paper which gave it. */
  by: string
  paper: Paper
  since: Moment
  /** When it was over; undefined while it lasts. */
  until?: Moment
  /** The end of its term as counted now; undefined where it has none or none can be told. */
  ends?: Moment
  /** The decision that suspended it. */
  suspendedBy?: string
  reason?: EndReason
  /** The law by which it runs. */
  period: PeriodId | undefined
}

export type ClockState = 'running' | 'late' | 'waits' | 'done' | 'expired'
export type BarPiece = { from: Moment; until: Moment; counted: boolean; why?: InterruptionKind }

export type OpenClock = {
  id: string
  /** The time limit in `rules/law`; `verification` and `monitoring` have none of their own. */
  deadline: string
  kind: 'act' | 'term' | 'limit'
  what: Bilingual
  source: Bilingual
  /** The event that began it. */
  since: string
  begins: Moment
  run: ClockRun
  due?: Moment
  /** For what may only be done from a day on. */
  opens?: Moment
  state: ClockState
  /** What closed it, and whether that was after its time. */
  closedBy?: string
  wasLate?: boolean
  /** Minutes that count until now, of how many. */
  counted: number
  whole: number
  bar: BarPiece[]
  /** Days served before that count towards it. */
  credited?: number
  /** Why it is over though nobody did it. */
  why?: Bilingual
  toCheck?: Bilingual
}

export type PaperNeeded = { kind: PaperKind; title: Bilingual; event?: string; folio?: number }
export type NextStep = {
  id: string
  what: Bilingual
  /** The event that asks for it. */
  because: string
  begins: Moment
  due?: Moment
  opens?: Moment
  state: 'open' | 'running' | 'late' | 'waits'
  /** May be done; nothing is left undone without it. */
  optional?: true
  by: Bilingual
  forms?: string
  papers: PaperNeeded[]
  source: Bilingual
  toCheck?: Bilingual
}

export type Protection = {
  id: string
  what: Bilingual
  source: Bilingual
  /** Kinds of event that are refused because of it. */
  blocks: readonly EventKind[]
}

/** Electronic monitoring, which the law lets stand beside a treatment: its decision and its days. */
export type Monitoring = { by: string; paper: Paper; since: Moment; ends?: Moment }

export type Life = {
  status: Standing | undefined
  /** Never beside a status. */
  awaits: Awaiting | undefined
  history: Standing[]
  monitoring: Monitoring | undefined
  clocks: OpenClock[]
  next: NextStep[]
  protections: Protection[]
  toCheck: Bilingual[]
}
