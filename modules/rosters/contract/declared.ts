// Denominators of a commune by group and place: counted from the lists, or declared with their paper; and how they came about.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { Id, OptionalText, PlainDate, Text, Version } from '../../../platform/contract/schemas.ts'
import { Papers } from './of-what.ts'

export const declaredRefusals = defineRefusals('rosters', {
  declared_in_future: {
    status: 422,
    vi: 'Ngày của số khai không được sau hôm nay.',
    en: 'The day of a declared figure may not be after today.',
  },
  declared_nowhere: {
    status: 422,
    vi: 'Vào ngày {day}, thôn hoặc đơn vị này không thuộc xã.',
    en: 'On {day} this hamlet or body did not belong to the commune.',
  },
  declared_no_group: { status: 422, vi: 'Không có nhóm này.', en: 'There is no such group.' },
  declared_already: {
    vi: 'Nhóm này ở nơi này đã có số khai của đúng ngày ấy. Hãy rút số đã khai trước.',
    en: 'There is a declared figure of that very day for this group in this place. Withdraw it first.',
  },
  declared_no_paper: {
    status: 422,
    vi: 'Chọn văn bản trong sổ, hoặc ghi văn bản làm căn cứ.',
    en: 'Choose a paper of the register, or write by which paper.',
  },
  declared_paper_unknown: {
    status: 422,
    vi: 'Không tìm thấy văn bản này trong sổ mà bạn xem được.',
    en: 'This paper was not found in the register that you may read.',
  },
  withdrawn_already: { vi: 'Số khai này đã được rút.', en: 'This declared figure has been withdrawn.' },
  withdrawn_before: {
    status: 422,
    vi: 'Ngày rút không được sớm hơn ngày của số khai, {day}.',
    en: 'It may not be withdrawn before its own day, {day}.',
  },
  withdrawn_in_future: {
    status: 422,
    vi: 'Ngày rút không được sau hôm nay.',
    en: 'The day of withdrawal may not be after today.',
  },
})

const Name = z.object({ vi: z.string(), en: z.string() })
export const placeKinds = ['whole', 'hamlet', 'body'] as const
const Declared = z.object({
  id: z.string(),
  value: z.number(),
  asOf: z.string(),
  source: z.string(),
  documentId: z.nullable(z.string()),
  /** Counts in place of a list. */
  prevails: z.boolean(),
  version: z.number(),
})

export const ListDenominators = defineQuery({
  name: 'rosters.denominators',
  title: {
    vi: 'Tổng số của từng nhóm ở một xã: theo danh sách, theo số khai',
    en: 'The size of each group of a commune, counted and declared',
  },
  permission: 'rosters.read',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, on: PlainDate }),
  output: z.object({
    area: z.object({ id: z.string(), code: z.string(), name: z.string(), type: z.string() }),
    groups: z.array(
      z.object({
        id: z.string(),
        name: Name,
        /** What is counted of; null where neither a list nor a paper says. */
        of: z.nullable(z.number()),
        counted: z.nullable(z.number()),
        /** The day of the last change of a list. */
        countedOn: z.nullable(z.string()),
        papers: z.nullable(Papers),
        places: z.array(
          z.object({
            id: z.string(),
            kind: z.enum(placeKinds),
            name: z.string(),
            of: z.nullable(z.number()),
            counted: z.nullable(z.number()),
            countedOn: z.nullable(z.string()),
            /** The newest list: its paper and its day. */
            list: z.nullable(z.object({ source: z.string(), asOf: z.string(), count: z.number() })),
            declared: z.nullable(Declared),
            /** `of` is what was declared; else the figure only stands beside the list. */
            used: z.boolean(),
          }),
        ),
      }),
    ),
    /** Places that a figure may be declared for. */
    hamlets: z.array(z.object({ id: z.string(), name: z.string() })),
    bodies: z.array(z.object({ id: z.string(), name: z.string() })),
    may: z.object({ manage: z.boolean() }),
  }),
})

export const DenominatorHistory = defineQuery({
  name: 'rosters.denominatorHistory',
  title: {
    vi: 'Các danh sách và số khai của một nhóm ở một xã',
    en: 'Lists and declared figures of a group in a commune',
  },
  permission: 'rosters.read',
  place: { in: (input) => input.areaId },
  input: z.object({ areaId: Id, groupId: Text(60) }),
  output: z.object({
    /** The newest first; what was replaced, undone or withdrawn stays in sight. */
    rows: z.array(
      z.object({
        kind: z.enum(['list', 'declared']),
        id: z.string(),
        place: z.object({ id: z.string(), kind: z.enum(placeKinds), name: z.string() }),
        title: z.nullable(z.string()),
        source: z.string(),
        /** Of a declared figure whose paper stands in the register. */
        documentId: z.nullable(z.string()),
        asOf: z.string(),
        /** Of a declared figure. */
        value: z.nullable(z.number()),
        prevails: z.boolean(),
        /** Replaced by a newer list, undone, or withdrawn on that day. */
        endedOn: z.nullable(z.string()),
        ended: z.nullable(z.enum(['replaced', 'undone', 'withdrawn'])),
        by: z.nullable(z.string()),
        recordedAt: z.string(),
        demo: z.boolean(),
      }),
    ),
  }),
})

export const DeclareDenominator = defineCommand({
  name: 'rosters.declare',
  title: { vi: 'Khai tổng số của một nhóm theo văn bản', en: 'Declare the size of a group with its paper' },
  permission: 'rosters.manage',
  place: { in: (input) => input.communeId },
  input: z.object({
    id: Id,
    communeId: Id,
    /** A hamlet or body of the commune, or the commune itself for everybody of the group in it. */
    placeId: Id,
    groupId: Text(60),
    asOf: PlainDate,
    value: z.int().check(z.minimum(0), z.maximum(10_000_000)),
    /** The paper: one of the register, which then is called as it is there, or what it is called. */
    documentId: z.optional(z.nullable(Id)),
    source: OptionalText(300),
    prevails: z.boolean(),
  }),
  output: z.object({ id: z.string() }),
  refusals: [
    declaredRefusals.declared_in_future,
    declaredRefusals.declared_nowhere,
    declaredRefusals.declared_no_group,
    declaredRefusals.declared_already,
    declaredRefusals.declared_no_paper,
    declaredRefusals.declared_paper_unknown,
  ],
})

export const WithdrawDeclared = defineCommand({
  name: 'rosters.withdrawDeclared',
  title: { vi: 'Rút một số đã khai', en: 'Withdraw a declared figure' },
  permission: 'rosters.manage',
  place: { in: (input) => input.communeId },
  /** From `on` on it no longer counts; on its own day it never did. */
  input: z.object({ communeId: Id, id: Id, version: Version, on: PlainDate }),
  output: z.object({ id: z.string() }),
  refusals: [
    declaredRefusals.withdrawn_already,
    declaredRefusals.withdrawn_before,
    declaredRefusals.withdrawn_in_future,
  ],
})
