// Who we are to other installations, and who they are to us: cards, compared by telephone, renewed, revoked.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { caseRefusals } from '../../cases/contract.ts'
import { farRefusals as no } from './far-refusals.ts'
import { UnitShown } from './sendings.ts'

/** Cards are small: a name, two keys, the communes of a province. */
export const mostCardBytes = 256 * 1024
const Fingerprint = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const KeyShown = z.object({
  id: Fingerprint,
  /** What two people read to one another. */
  code: z.string(),
  registeredAt: Instant,
  confirmedAt: z.nullable(Instant),
  confirmedBy: z.nullable(z.string()),
  confirmedWith: z.nullable(z.string()),
  endedAt: z.nullable(Instant),
  /** It was its key when it was revoked. */
  distrusted: z.boolean(),
})
export const CorrespondentShown = z.object({
  id: Id,
  name: z.string(),
  registeredAt: Instant,
  state: z.enum(['trusted', 'to-compare', 'revoked']),
  revoked: z.nullable(z.object({ at: Instant, by: z.nullable(z.string()), why: z.string() })),
  /** The newest first. */
  keys: z.array(KeyShown),
  serves: z.array(z.object({ code: z.string(), name: z.string(), type: z.string(), from: PlainDate })),
  /** Departures to it that wait for a receipt. */
  waiting: z.int(),
})
export type CorrespondentShown = z.output<typeof CorrespondentShown>

export const ListCorrespondents = defineQuery({
  name: 'handover.correspondents',
  title: { vi: 'Thẻ của hệ thống này và các hệ thống bạn', en: 'The card of this installation and the sister systems' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    ours: z.nullable(
      z.object({
        name: z.string(),
        serves: UnitShown,
        communes: z.int(),
        code: z.string(),
        madeAt: Instant,
        changedAt: Instant,
        /** The card itself, to be given to others: nothing in it is secret. */
        card: z.string(),
        olderKeys: z.int(),
      }),
    ),
    rows: z.array(CorrespondentShown),
  }),
  refusals: [caseRefusals.key_missing, no.serves_nothing],
})

/** The first time keys are made; afterwards name and communes change and the keys stay. */
export const NameInstallation = defineCommand({
  name: 'handover.name-installation',
  sealsInput: true,
  title: {
    vi: 'Đặt tên và phạm vi phục vụ của hệ thống này',
    en: 'Name this installation and the communes that it serves',
  },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ name: Text(200), servesId: Id }),
  output: z.object({ code: z.string() }),
  refusals: [no.serves_nothing, caseRefusals.key_missing],
})

/** Others have to compare and register the new card; until then they send by the old one, which still opens. */
export const RenewKeys = defineCommand({
  name: 'handover.renew-keys',
  sealsInput: true,
  title: { vi: 'Đổi khóa của hệ thống này', en: 'Renew the keys of this installation' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({ code: z.string() }),
  refusals: [no.no_card, caseRefusals.key_missing],
})

export const RegisterCard = defineCommand({
  name: 'handover.register-card',
  sealsInput: true,
  title: { vi: 'Vào sổ thẻ của một hệ thống bạn', en: 'Register the card of a sister system' },
  permission: 'settings.manage',
  place: 'nowhere',
  bytes: mostCardBytes,
  input: z.object({}),
  output: z.object({ id: Id, name: z.string(), code: z.string(), confirmed: z.boolean() }),
  refusals: [
    no.far_not_ours,
    no.far_other_version,
    no.far_other_kind,
    no.far_broken,
    no.card_forged,
    no.card_of_ourselves,
    no.card_known,
    no.card_older,
  ],
})

export const ConfirmCard = defineCommand({
  name: 'handover.confirm-card',
  sealsInput: true,
  title: {
    vi: 'Xác nhận đã đối chiếu mã của thẻ qua điện thoại',
    en: 'Say that the code of a card was compared by telephone',
  },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ id: Id, key: Fingerprint, with: Text(200) }),
  output: z.object({ confirmedAt: Instant }),
  refusals: [no.already_confirmed, no.card_distrusted],
})

export const RevokeCorrespondent = defineCommand({
  name: 'handover.revoke-correspondent',
  sealsInput: true,
  title: { vi: 'Thu hồi tin cậy một hệ thống bạn', en: 'Revoke a sister system' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ id: Id, why: Text(500) }),
  output: z.object({ revokedAt: Instant }),
  refusals: [no.correspondent_revoked],
})
