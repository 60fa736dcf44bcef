// Files of communes that are no more: which a commune may take over, and taking them over, by a person and on a ground.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { caseRefusals } from '../../cases/contract.ts'
import { handOverRefusals as no } from './refusals.ts'
import { UnitShown } from './sendings.ts'

const here = { in: (input: { communeId: string }) => input.communeId }

export const ListCommunesBefore = defineQuery({
  name: 'handover.communes-before',
  title: { vi: 'Xã trước đây còn hồ sơ để nhận giữ', en: 'Communes of before whose files are to be taken over' },
  permission: 'cases.assign',
  place: here,
  input: z.object({ communeId: Id }),
  output: z.object({
    rows: z.array(
      z.object({
        unit: UnitShown,
        until: PlainDate,
        files: z.int(),
        /** On their way to another installation: they leave by their receipt alone, which the successor enters. */
        away: z.array(z.object({ id: Id, number: z.string(), system: z.string(), dueAt: Instant })),
        /** Who holds its territory now; of several each file goes to the one in which the person resides. */
        heirs: z.array(UnitShown),
      }),
    ),
  }),
})

export const ListFilesBefore = defineQuery({
  name: 'handover.files-before',
  title: { vi: 'Hồ sơ của một xã trước đây', en: 'Files of a commune of before' },
  permission: 'cases.assign',
  place: here,
  input: z.object({ communeId: Id, fromId: Id }),
  sensitive: true,
  output: z.object({
    divided: z.boolean(),
    /** How many there are; the rows are the first of them. */
    files: z.int(),
    rows: z.array(
      z.object({
        id: Id,
        number: z.string(),
        name: z.string(),
        /** Where the territory was divided, to choose by it. */
        residence: z.nullable(z.string()),
        demo: z.boolean(),
      }),
    ),
  }),
  refusals: [no.commune_lives, no.no_heir, caseRefusals.key_missing],
})

export const TakeOverFiles = defineCommand({
  name: 'handover.take-over-files',
  sealsInput: true,
  title: { vi: 'Nhận giữ hồ sơ của xã trước đây', en: 'Take over files of a commune of before' },
  permission: 'cases.assign',
  place: here,
  input: z.object({
    communeId: Id,
    id: Id,
    fromId: Id,
    fileIds: z.array(Id).check(z.minLength(1), z.maxLength(100)),
    /** The resolution, and whatever else it rests on. */
    ground: Text(300),
  }),
  output: z.object({ files: z.int(), numbers: z.array(z.object({ before: z.string(), now: z.string() })) }),
  refusals: [no.commune_lives, no.no_heir, no.files_changed, caseRefusals.already_recorded, caseRefusals.key_missing],
})
