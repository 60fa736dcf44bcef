// The head of an agency or school: those of the own body who are asked to sign, and taking their signatures. Nobody else's.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id } from '../../../platform/contract/schemas.ts'
import { WaitsForCounterpart } from './countersigning.ts'
import { Sign, Signature, ways } from './signing.ts'

const Names = z.object({ vi: z.string(), en: z.string() })

export const ListOwnSigners = defineQuery({
  name: 'commitments.ownSigners',
  title: { vi: 'Người được mời ký ở đơn vị mình', en: 'Those who are asked to sign in one’s own body' },
  permission: 'commitments.own-body',
  place: 'scope',
  input: z.object({}),
  output: z.object({
    /** One for each drive that takes signatures of a body whose post the reader holds. */
    drives: z.array(
      z.object({
        id: z.string(),
        name: Names,
        closesOn: z.string(),
        body: z.object({ id: z.string(), name: z.string(), communeId: z.string() }),
        groups: z.array(
          z.object({
            id: z.string(),
            name: Names,
            ways: z.array(z.enum(ways)),
            text: z.object({
              number: z.int(),
              opening: z.string(),
              promises: z.array(z.string()),
              closing: z.string(),
            }),
          }),
        ),
        signers: z.array(
          z.object({
            id: z.string(),
            number: z.nullable(z.int()),
            name: z.string(),
            groupId: z.string(),
            signed: z.nullable(
              z.object({
                id: z.string(),
                on: z.string(),
                countersignedOn: z.nullable(z.string()),
                waits: z.nullable(WaitsForCounterpart),
              }),
            ),
          }),
        ),
      }),
    ),
  }),
})

export const SignOwnBody = defineCommand({
  name: 'commitments.signOwnBody',
  title: { vi: 'Ghi nhận chữ ký của đơn vị mình', en: 'Take signatures of one’s own body' },
  permission: 'commitments.own-body',
  place: { in: (input) => input.communeId },
  worksOffline: true,
  input: z.object({
    driveId: Id,
    communeId: Id,
    bodyId: Id,
    signatures: z.array(Signature).check(z.minLength(1), z.maxLength(200)),
  }),
  output: Sign.output,
})
