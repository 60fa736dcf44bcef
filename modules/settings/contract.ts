// Settings that are data: what an administrator changes while the product runs. What the machine decides is in docs/operations.md.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../platform/contract/operation.ts'
import { OptionalText, Text } from '../../platform/contract/schemas.ts'

/** Zero: never changed, the default below holds. */
const SettingVersion = z.int().check(z.nonnegative())
export const Organisation = z.object({ nameVi: Text(200), nameEn: Text(200), address: OptionalText(300) })
export const Retention = z.object({
  /** Days for which a command sent again is recognised as the same. */
  commandDays: z.int().check(z.minimum(30), z.maximum(730)),
})
export const FileCounts = z.object({
  /** Counts of files of persons from 1 up to below this one are hidden wherever a number leaves. */
  least: z.int().check(z.minimum(3), z.maximum(50)),
})
export type FileCounts = z.output<typeof FileCounts>
export type Organisation = z.output<typeof Organisation>
export type Retention = z.output<typeof Retention>
export type SettingValues = { organisation: Organisation; retention: Retention; fileCounts: FileCounts }
export type SettingKey = keyof SettingValues

/** What holds until an administrator changes it. */
export const settingDefaults: SettingValues = {
  organisation: {
    nameVi: 'Ban Chỉ đạo phòng, chống ma túy',
    nameEn: 'Steering Committee on Drug Prevention and Control',
    address: '',
  },
  retention: { commandDays: 90 },
  fileCounts: { least: 5 },
}

const changed = {
  version: SettingVersion,
  changedAt: z.nullable(z.string()),
  changedBy: z.nullable(z.string()),
}

export const ShowSettings = defineQuery({
  name: 'settings.show',
  title: { vi: 'Xem cài đặt', en: 'Show the settings' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    organisation: z.object({ value: Organisation, ...changed }),
    retention: z.object({ value: Retention, ...changed }),
    fileCounts: z.object({ value: FileCounts, ...changed }),
  }),
})

export const ShowSystem = defineQuery({
  name: 'settings.system',
  title: { vi: 'Tình trạng hệ thống', en: 'State of the system' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    version: z.string(),
    startedAt: z.string(),
    now: z.string(),
    today: z.string(),
    memoryBytes: z.int(),
    database: z.object({ version: z.string(), bytes: z.int(), connections: z.int() }),
    /** How often the shape of the data was upgraded, when last, and which part of the product that was for. */
    upgrades: z.object({ count: z.int(), lastAt: z.nullable(z.string()), lastPart: z.nullable(z.string()) }),
    audit: z.object({ sealedUntil: z.int(), unsealed: z.int() }),
  }),
})

const output = z.object({ version: SettingVersion })

export const SetOrganisation = defineCommand({
  name: 'settings.organisation',
  title: { vi: 'Đổi tên và địa chỉ cơ quan', en: 'Change the name and address of the organisation' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ version: SettingVersion, value: Organisation }),
  output,
})

export const SetRetention = defineCommand({
  name: 'settings.retention',
  title: { vi: 'Đổi thời gian lưu giữ', en: 'Change how long things are kept' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ version: SettingVersion, value: Retention }),
  output,
})

export const SetFileCounts = defineCommand({
  name: 'settings.fileCounts',
  title: { vi: 'Đổi ngưỡng che số nhỏ của hồ sơ người', en: 'Change from which number on counts of files are shown' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ version: SettingVersion, value: FileCounts }),
  output,
})
