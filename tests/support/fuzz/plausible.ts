// What no shape says: how the input of an operation is made plausible, beyond its form and the records that it names.

import { v7 as uuidv7 } from 'uuid'
import { listFields } from '../../../modules/cases/contract.ts'
import { momentOf } from '../../../modules/cases/server/public.ts'
import { settingDefaults } from '../../../modules/settings/contract.ts'
import { areaId } from '../../../programmes/kim-dong-2024/ids.ts'
import { lawPoints } from '../../../rules/law/choices.ts'
import type { Dice, Known } from './agreeing.ts'
import type { Raw, Records, Row } from './records.ts'

type Given = Record<string, unknown>
type Chance = { known: Known; throws: Dice; records: Records; own: string }
type Plausible = (given: Given, chance: Chance) => Given

const hour = 3_600_000
const ago = (hours: number) => momentOf(new Date(Date.now() - hours * hour))
const oneOf = <T>(of: readonly T[], throws: Dice): T => of[Math.floor(throws() * of.length)] as T

const reading = { headerRow: 1, sheet: 0, encoding: 'utf-8', letters: 'unicode', delimiter: ',' }
const listMapping = {
  ...reading,
  columns: Object.fromEntries(listFields.map((field, at) => [field, at])),
}
const importMapping = {
  ...reading,
  columns: {
    ...{ number: 0, name: 1, commune: null, hamlet: null, address: null },
    ...{ headcount: null, birthYear: null, identity: null, identityOld: null },
  },
}
const line = (known: Known) => ({
  ...{
    kind: 'areas-drug-free',
    areaId: known.get('area_id') ?? areaId('331'),
    titleVi: 'Xã không ma túy',
    titleEn: 'Drug-free communes',
  },
  ...{ value: 2, unit: 'count', dueOn: '2024-12-31' },
})
const amendment = ({ known }: Chance) => ({
  ...{ decidedOn: '2024-11-15', effectiveOn: '2024-12-20', documentId: undefined },
  changes: [{ what: 'add', line: line(known) }],
})
const text = { title: 'Tin của địa bàn', summary: 'Tóm tắt', body: 'Nội dung', related: [] }

/** Two files of one commune that the same reader has open. */
function twoOpen(given: Given, { records, own, throws }: Chance): Given {
  const openings = (records.inTable.get('cases.opening') ?? []).filter(({ owners }) => owners.includes(own))
  const kept = oneOf(openings, throws)
  const gone = openings.filter(
    ({ columns }) => columns.commune_id === kept?.columns.commune_id && columns.file_id !== kept?.columns.file_id,
  )
  const other = oneOf(gone, throws)
  if (!kept || !other) return given
  const versionOf = ({ columns }: Row) => records.byId.get(String(columns.file_id))?.columns.version
  return {
    ...given,
    ...{ communeId: kept.columns.commune_id, keptId: kept.columns.file_id, keptOpening: kept.id },
    ...{ goneId: other.columns.file_id, goneOpening: other.id },
    ...('keptVersion' in given && { keptVersion: versionOf(kept), goneVersion: versionOf(other) }),
  }
}

/** An entry of a body whose head the asker is. */
function ofOwnBody({ records, own, throws }: Chance): { bodyId: unknown; entry: Raw } | undefined {
  const posts = (records.inTable.get('post_holder') ?? []).filter(({ columns }) => columns.person_id === own)
  const bodies = posts.map(({ columns }) => records.byId.get(String(columns.post_id))?.columns.body_id)
  const entries = (records.inTable.get('roster_entry') ?? []).filter(({ columns }) =>
    bodies.includes(columns.body_id ?? ''),
  )
  const entry = oneOf(entries, throws)
  return entry && { bodyId: entry.columns.body_id, entry: entry.columns }
}

export const plausible: Readonly<Record<string, Plausible>> = {
  'access.addRole': (given) => ({ ...given, permissions: ['tasks.read'] }),
  'access.changeRole': (given) => ({ ...given, permissions: ['tasks.read'] }),
  'files.upload': (given) => ({ ...given, name: 'anh.jpg' }),
  'areas.recordSuccession': ({ from, document }) => ({
    ...{ kind: 'rename', date: '2024-12-31', document, note: '' },
    from: (from as Given[]).map(({ id }) => ({ id, shares: [1] })),
    to: [{ id: uuidv7(), code: '99001', name: 'Đổi Tên', type: 'xã' }],
  }),
  'cases.record': (given) => ({ ...given, kind: 'visited', at: ago(1), details: {} }),
  'cases.choose-law': (given, { throws }) => {
    const [point, { answers, byDefault }] = oneOf(Object.entries(lawPoints), throws)
    const others = Object.keys(answers).filter((answer) => answer !== byDefault)
    return { ...given, point, answer: oneOf(others, throws) }
  },
  'cases.enter-holidays': (given) => ({
    ...given,
    ...{ year: 2031, off: ['2031-01-01'], worked: [], after: null },
  }),
  'cases.list-check': (given) => ({
    ...given,
    plan: { mapping: listMapping, asOf: '2026-10-01', source: 'Sổ theo dõi', alike: 'enter', refused: 'enter-bare' },
  }),
  'cases.merge': twoOpen,
  'cases.merge-look': twoOpen,
  'cases.unmerge': (given) => ({ ...given, toGone: [] }),
  'cases.give-files': (given, { known }) => ({ ...given, from: known.get('officer_id') ?? null }),
  'cases.acknowledge-request': (given) => ({ ...given, told: ago(0) }),
  'cases.extend-request': (given) => ({ ...given, told: ago(0) }),
  'obstacles.raise': (given) => ({ ...given, raisedOn: '2024-11-15', wantedBy: null }),
  'verification.closeLot': (given, { records, throws }) => {
    const signed = (records.inTable.get('commitment_promise') ?? []).filter(
      ({ columns }) => columns.commune_id === given.communeId,
    )
    const promise = oneOf(signed, throws)?.columns
    const entry = records.byId.get(String(promise?.entry_id))?.columns
    if (!promise || !entry) return given
    const { hamlet_id: hamletId = null, body_id: bodyId = null } = entry
    return { ...given, driveId: promise.drive_id, groupId: promise.group_id, hamletId, bodyId }
  },
  'cases.decide-erasure': (given, { throws }) => ({
    ...given,
    decision: throws() < 0.7 ? 'erase' : 'keep',
    reason: 'Còn cần cho việc khác',
  }),
  'cases.take-request': (given) => ({ ...given, received: ago(2) }),
  'commitments.signOwnBody': (given, chance) => {
    const own = ofOwnBody(chance)
    const signature = {
      id: uuidv7(),
      entryId: own?.entry.id,
      textNumber: 1,
      way: 'paper',
      signedAt: '2024-11-14T09:00:00+07:00',
    }
    return own ? { ...given, communeId: own.entry.commune_id, bodyId: own.bodyId, signatures: [signature] } : given
  },
  'field.ownPack': (given, chance) => ({ ...given, hamletId: ofOwnBody(chance)?.bodyId ?? given.hamletId }),
  'field.ownPull': (given, chance) => ({ ...given, hamletId: ofOwnBody(chance)?.bodyId ?? given.hamletId }),
  'field.settle': (given, { known }) => ({ ...given, field: known.get('field') ?? 'address', take: null }),
  'commitments.signAtMeeting': (given) => ({ ...given, absent: [] }),
  'handover.accept': (given, { known }) => ({ ...given, digest: String(known.get('digest')).replace(/^\\x/, '') }),
  'handover.check-receipt': (given, { known }) => ({
    ...given,
    receipt: JSON.stringify({
      statement: known.get('receipt'),
      signature: Buffer.from(String(known.get('signature')).slice(2), 'hex').toString('base64'),
    }),
  }),
  'meetings.amendFromConclusion': (given, chance) => ({ ...given, ...amendment(chance) }),
  'meetings.record': (given) => ({ ...given, attendance: [], contributions: [] }),
  'portal.change': (given) => ({ ...given, ...text }),
  'portal.correct': (given) => ({ ...given, ...text }),
  'portal.write': (given) => ({ ...given, ...text }),
  'programme.makePlan': (given, { known }) => {
    const year = Number(String(known.get('starts_on')).slice(0, 4)) || 2024
    const dueOn = String(known.get('ends_on') ?? '2024-12-31').slice(0, 10)
    const days = { decidedOn: '2024-11-15', effectiveOn: '2024-11-15', documentId: undefined }
    return { ...given, ...days, year, lines: [{ ...line(known), dueOn }] }
  },
  'portal.changeHelp': (given, { records }) => {
    const before = (records.inTable.get('help_line') ?? [])
      .map(({ columns }) => columns)
      .sort((one, other) => Number(one.position) - Number(other.position))
      .map(
        ({
          id,
          kind,
          number,
          title_vi: titleVi,
          title_en: titleEn,
          note_vi: noteVi,
          note_en: noteEn,
          placeholder,
        }) => ({
          ...{ id, kind, number, titleVi, titleEn, noteVi, noteEn, placeholder },
        }),
      )
    return { ...given, before, lines: [...before].reverse() }
  },
  'programme.amend': (given, chance) => ({ ...given, ...amendment(chance) }),
  'recognition.correct': (given) => ({
    ...given,
    ...{ number: 'QĐ-98', decidedOn: '2024-11-15', effectiveOn: '2024-11-15', validTo: undefined, fileId: undefined },
  }),
  'recognition.register': (given) => ({
    ...given,
    decidedOn: '2024-11-15',
    effectiveOn: '2024-11-15',
    fileId: undefined,
  }),
  'rosters.addList': (given) => ({
    ...given,
    asOf: '2024-11-15',
    entries: [{ name: 'Phan Thử Danh', address: '' }],
  }),
  'rosters.mergePair': (given) => ({ ...given, on: '2024-11-15' }),
  'rosters.importStart': (given, { known }) => ({
    ...given,
    plan: {
      ...{ mapping: importMapping, groupId: known.get('group_id') ?? 'household-heads', place: { kind: 'commune' } },
      ...{ asOf: '2024-10-01', source: 'Sổ hộ khẩu', title: 'Chủ hộ 2024', how: 'add' },
    },
  }),
  'rosters.importUpload': (given) => ({ ...given, position: 0, pieces: 1, name: 'danh-sach.csv' }),
  'verification.setRisks': (given) => ({
    ...given,
    ...{ effectiveOn: '2024-12-31', acceptable: 5, rejectable: 30, producer: 5, consumer: 10, tries: 3 },
  }),
  'settings.organisation': () => ({ version: 0, value: settingDefaults.organisation }),
  'settings.retention': () => ({ version: 0, value: settingDefaults.retention }),
  'settings.fileCounts': () => ({ version: 0, value: settingDefaults.fileCounts }),
}

const isDraft = ({ published_on: day, publish_at: at }: Raw): boolean => (day ?? at ?? null) === null
const isOpen = (drive: Raw): boolean => !isDraft(drive)

/** With which records of a table an operation can do something: in which state they are. */
export const prefers: Readonly<Record<string, Readonly<Record<string, (columns: Raw) => boolean>>>> = {
  'commitments.changeDrive': { commitment_drive: isDraft },
  'commitments.publishDrive': { commitment_drive: isDraft },
  ...Object.fromEntries(
    ['prolongDrive', 'rewordGroup', 'signOwnBody'].map((name) => [`commitments.${name}`, { commitment_drive: isOpen }]),
  ),
  'verification.closeLot': { commitment_drive: isOpen },
  'commitments.recordBreach': { commitment_promise: ({ group_id }) => group_id !== 'household-heads' },
  'handover.accept': { 'handover.sending': ({ state }) => state === 'sent' },
  'handover.read': { 'handover.sending': ({ state }) => state === 'sent' },
  'handover.return': { 'handover.sending': ({ state }) => state === 'sent' },
  'handover.check-receipt': { 'handover.sending': ({ receipt }) => receipt !== null },
  'handover.send': { 'cases.opening': ({ purpose }) => purpose === 'move' },
  'handover.far-send': { 'cases.opening': ({ purpose }) => purpose === 'move' },
  'cases.answer-request': { 'cases.opening': ({ purpose }) => purpose === 'rights' },
  'cases.acknowledge-request': { 'cases.opening': ({ purpose }) => purpose === 'rights' },
  'cases.extend-request': { 'cases.opening': ({ purpose }) => purpose === 'rights' },
  'cases.decide-erasure': { 'cases.erasure': ({ decided_at }) => decided_at === null },
  'cases.list-enter': { 'cases.import': ({ state }) => state === 'checked' || state === 'running' },
  'rosters.importCancel': { roster_import: ({ state }) => state === 'waiting' },
  'cases.give-statement': { 'cases.opening': ({ purpose }) => purpose === 'rights' },
  'meetings.amendFromConclusion': { meeting_conclusion: ({ became }) => became === null },
  'paper.match': { paper_page: ({ sheet_id }) => sheet_id === null },
  'paper.read': { paper_reading: ({ finished_at }) => finished_at === null },
  'paper.cancel': { paper_reading: ({ finished_at }) => finished_at === null },
  'portal.change': { article: isDraft },
  'portal.publish': { article: isDraft },
  'tasks.decideResult': { task_report: ({ done, decided_on }) => done === true && decided_on === null },
  'programme.makePlan': { programme: ({ slug }) => slug !== 'kim-dong-2024' },
  'verification.answer': { verification_question: ({ answer }) => !answer },
  'verification.assign': { verification_lot: ({ outcome }) => outcome === null },
  'verification.draw': { verification_lot: ({ drawn_at }) => drawn_at === null },
  'verification.closeQuestion': { verification_question: ({ answer }) => Boolean(answer) },
}
