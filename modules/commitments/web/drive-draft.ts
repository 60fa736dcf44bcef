// What is typed while a drive is drafted, from an earlier drive or from nothing, and as it is sent.

import type { InputOf, OutputOf } from '../../../platform/contract/operation.ts'
import type { ChangeDrive, ShowDrive, Way } from '../contract.ts'
import type { Wording } from './sheet.tsx'

type Sent = InputOf<typeof ChangeDrive>
type Shown = OutputOf<typeof ShowDrive>
type Counterpart = Sent['groups'][number]['counterpart']
export type DraftGroup = {
  groupId: string
  counterpart: Counterpart
  ways: Way[]
  countersign: boolean
  text: TextDraft
}
/** Promises as lines, the way they are typed. */
export type TextDraft = Omit<Wording, 'promises'> & { promises: string }
export type DriveDraft = {
  areaId: string
  nameVi: string
  nameEn: string
  recurs: 'once' | 'yearly'
  year: string
  opensOn: string
  closesOn: string
  groups: DraftGroup[]
}

const usual: Record<string, Counterpart> = {
  leaders: 'district',
  hamlets: 'commune',
  officials: 'body',
  'party-members': 'body',
  pupils: 'body',
  'household-heads': 'hamlet',
  firms: 'commune',
  'cluster-owners': 'commune',
  'conditional-businesses': 'police',
}

/** The five promises of the plan, for every group, until somebody words them otherwise. */
export const newGroup = (groupId: string): DraftGroup => ({
  groupId,
  counterpart: usual[groupId] ?? 'commune',
  ways: ['ink', 'paper', 'meeting'],
  countersign: false,
  text: {
    title: 'BẢN CAM KẾT KHÔNG MA TÚY',
    opening: groupId === 'household-heads' ? 'Tôi và các thành viên trong gia đình cam kết:' : 'Tôi cam kết:',
    promises: ['Không bao che', 'Không tổ chức', 'Không sử dụng', 'Không mua bán', 'Không tàng trữ']
      .map((deed) => `${deed} trái phép chất ma túy.`)
      .join('\n'),
    closing: 'Nếu không thực hiện đúng, tôi xin chịu trách nhiệm theo quy định.',
  },
})

export const emptyDraft = (on: string, areaId: string): DriveDraft => ({
  areaId,
  nameVi: `Ký cam kết năm ${on.slice(0, 4)}`,
  nameEn: `Commitments of ${on.slice(0, 4)}`,
  recurs: 'yearly',
  year: on.slice(0, 4),
  opensOn: on,
  closesOn: `${on.slice(0, 4)}-12-31`,
  groups: ['household-heads', 'officials', 'party-members'].map(newGroup),
})

const wordingOf = ({ title, opening, promises, closing }: Wording): TextDraft => ({
  title,
  opening,
  promises: promises.join('\n'),
  closing,
})

/** As it stands; or, renewed, the same groups and words a year later. */
export function draftFrom(drive: Shown, renewed: boolean): DriveDraft {
  const nextYear = String(drive.year + 1)
  const later = (day: string): string => (renewed ? day.replace(/^\d{4}/, (year) => String(Number(year) + 1)) : day)
  const named = (name: string): string => (renewed ? name.replaceAll(String(drive.year), nextYear) : name)
  return {
    areaId: drive.area.id,
    nameVi: named(drive.name.vi),
    nameEn: named(drive.name.en),
    recurs: drive.recurs,
    year: renewed ? nextYear : String(drive.year),
    opensOn: later(drive.opensOn).replace('02-29', '02-28'),
    closesOn: later(drive.closesOn).replace('02-29', '02-28'),
    groups: drive.groups.map(({ id, counterpart, ways, countersign, texts, current }) => {
      const text = texts.find(({ number }) => number === current) ?? texts[0]
      return { groupId: id, counterpart, ways, countersign, text: text ? wordingOf(text) : newGroup(id).text }
    }),
  }
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const sentText = (text: TextDraft): Sent['groups'][number]['text'] => ({
  ...text,
  promises: linesOf(text.promises),
})

export const sentContent = (draft: DriveDraft): Omit<Sent, 'id' | 'version'> => ({
  nameVi: draft.nameVi,
  nameEn: draft.nameEn,
  recurs: draft.recurs,
  year: Number(draft.year),
  opensOn: draft.opensOn,
  closesOn: draft.closesOn,
  groups: draft.groups.map((group) => ({ ...group, text: sentText(group.text) })),
})
