// Two files of one person: pairs that somebody should look at, what a merge would come to, merged, and unmerged.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { CountParameter, Id, Instant, Version } from '../../../platform/contract/schemas.ts'
import { FileRow } from './files.ts'
import { IdentityShown } from './identity.ts'
import { LifeShown } from './life.ts'
import { caseRefusals as no } from './refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }

export const mergeRefusals = defineRefusals('cases', {
  merge_with_itself: { status: 422, vi: 'Một hồ sơ không gộp với chính nó.', en: 'A file is not merged with itself.' },
  no_merge: {
    status: 404,
    vi: 'Không có lần gộp này, hoặc đã được tách lại.',
    en: 'There is no such merge, or it was unmerged.',
  },
  unmerge_later_first: {
    vi: 'Sau lần gộp này, hồ sơ {number} cũng đã được gộp vào đây. Hãy tách hồ sơ {number} trước.',
    en: 'File {number} was merged into this one afterwards. Unmerge {number} first.',
  },
  unmerge_split: {
    vi: 'Bút lục {folio} nói về một sự việc của hồ sơ kia, nên không thể để riêng: hãy để hai sự việc cùng một hồ sơ.',
    en: 'Folio {folio} is about an event of the other file, so it cannot stand apart: leave both in one file.',
  },
})

export const PairRow = z.object({ one: FileRow, other: FileRow, reasons: z.array(z.string()), apart: z.boolean() })
export type PairRow = z.output<typeof PairRow>

export const ListPairs = defineQuery({
  name: 'cases.pairs',
  title: { vi: 'Các cặp hồ sơ có thể là một người', en: 'Pairs of files that may be of one person' },
  permission: 'cases.record',
  place: here,
  input: z.object({
    communeId: Id,
    show: z._default(z.enum(['open', 'apart']), 'open'),
    cursor: z._default(CountParameter(1_000_000), 0),
  }),
  output: z.object({
    rows: z.array(PairRow),
    next: z.nullable(z.string()),
    counts: z.object({ open: z.int(), apart: z.int() }),
  }),
  refusals: [no.key_missing],
})

export const DecidePair = defineCommand({
  name: 'cases.pair-decide',
  sealsInput: true,
  title: {
    vi: 'Ghi nhận hai hồ sơ là hai người, hoặc xem lại',
    en: 'Say that two files are of two people, or look again',
  },
  permission: 'cases.record',
  place: here,
  input: z.object({ communeId: Id, oneId: Id, otherId: Id, apart: z.boolean() }),
  output: z.object({ apart: z.boolean() }),
})

const Side = z.enum(['kept', 'gone'])
const SideOrBoth = z.enum(['kept', 'gone', 'both'])
/** From which of the two each part of who the person is comes. */
export const takeShape = {
  name: z._default(Side, 'kept'),
  birth: z._default(Side, 'kept'),
  sex: z._default(Side, 'kept'),
  residence: z._default(Side, 'kept'),
  stay: z._default(Side, 'kept'),
  phone: z._default(Side, 'kept'),
  otherNames: z._default(SideOrBoth, 'both'),
  papers: z._default(SideOrBoth, 'both'),
  circumstances: z._default(SideOrBoth, 'both'),
}
const MergeTake = z.object(takeShape)
export type MergeTake = z.output<typeof MergeTake>

const both = { communeId: Id, keptId: Id, keptOpening: Id, goneId: Id, goneOpening: Id }
const Words = z.object({ vi: z.string(), en: z.string() })

export const MergedEvent = z.object({
  id: Id,
  side: Side,
  kind: z.string(),
  at: z.string(),
  details: z.record(z.string(), z.unknown()),
  folio: z.int(),
  /** Its number in the file that is kept; null where that one holds the same paper already. */
  becomes: z.nullable(z.int()),
  /** Why the law would not let it be entered beside the others today; it is shown, and stays. */
  fault: z.nullable(Words),
})
export type MergedEvent = z.output<typeof MergedEvent>

export const LookAtMerge = defineQuery({
  name: 'cases.merge-look',
  title: { vi: 'Xem hai hồ sơ gộp lại sẽ thành gì', en: 'See what two files would come to as one' },
  permission: 'cases.record',
  place: here,
  sensitive: true,
  input: z.object({ ...both, ...takeShape }),
  output: z.object({
    identity: IdentityShown,
    events: z.array(MergedEvent),
    /** Where each stands by itself, and the two as one. */
    status: z.object({ kept: z.nullable(z.string()), gone: z.nullable(z.string()) }),
    life: LifeShown,
  }),
  refusals: [no.not_open, no.key_missing, no.erased, no.opens_for_others, mergeRefusals.merge_with_itself],
})

export const MergeFiles = defineCommand({
  name: 'cases.merge',
  sealsInput: true,
  title: { vi: 'Gộp hai hồ sơ của một người', en: 'Merge two files of one person' },
  permission: 'cases.record',
  place: here,
  input: z.object({ ...both, id: Id, keptVersion: Version, goneVersion: Version, take: MergeTake }),
  output: z.object({ id: Id, version: Version, moved: z.int(), twins: z.int() }),
  refusals: [
    no.not_open,
    no.already_recorded,
    no.sent_away,
    no.key_missing,
    no.erased,
    no.opens_for_others,
    mergeRefusals.merge_with_itself,
  ],
})

const opened = { communeId: Id, fileId: Id, openingId: Id }

export const ListMerges = defineQuery({
  name: 'cases.merges',
  title: { vi: 'Các hồ sơ đã gộp vào hồ sơ này', en: 'Files that were merged into this one' },
  permission: 'cases.record',
  place: here,
  sensitive: true,
  input: z.object(opened),
  output: z.object({
    rows: z.array(
      z.object({
        id: Id,
        number: z.string(),
        at: Instant,
        by: z.nullable(z.string()),
        /** Only the last one can be unmerged; those before it afterwards. */
        last: z.boolean(),
        /** What was entered since: each goes to the file that somebody chooses; what is about another event goes with it. */
        since: z.array(z.object({ id: Id, folio: z.int(), kind: z.string(), at: z.string(), with: z.nullable(Id) })),
      }),
    ),
  }),
  refusals: [no.not_open, no.key_missing, no.erased, no.opens_for_others],
})

export const UnmergeFiles = defineCommand({
  name: 'cases.unmerge',
  sealsInput: true,
  title: { vi: 'Tách lại hai hồ sơ đã gộp', en: 'Unmerge two files' },
  permission: 'cases.record',
  place: here,
  /** `toGone`: of what was entered since, what belongs to the file that comes back. */
  input: z.object({
    ...opened,
    mergeId: Id,
    version: Version,
    toGone: z._default(z.array(Id).check(z.maxLength(1000)), []),
  }),
  output: z.object({ version: Version, number: z.string() }),
  refusals: [
    no.not_open,
    no.key_missing,
    no.erased,
    no.opens_for_others,
    no.sent_away,
    mergeRefusals.no_merge,
    mergeRefusals.unmerge_later_first,
    mergeRefusals.unmerge_split,
  ],
})
