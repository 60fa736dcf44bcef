// What is typed in the forms that assign and edit, as text; and how it becomes the input of a command.

import type { InputOf } from '../../../platform/contract/operation.ts'
import { readWhole } from '../../../platform/web/number.ts'
import type { Problem } from '../../../platform/web/problem.ts'
import type { EditTask } from '../contract.ts'
import type { OneTask } from './task.tsx'

export type ContentTyped = {
  title: string
  detail: string
  basis: string
  documentId: string
  doer: string
  doerWith: string
  doerPostIds: string[]
  coordinating: string[]
  leadPostId: string
  expectedResult: string
  resultTotal: string
  resultUnit: string
  authority: string
  authorityPostId: string
  startsOn: string
}

export const emptyContent: ContentTyped = {
  title: '',
  detail: '',
  basis: '',
  documentId: '',
  doer: '',
  doerWith: '',
  doerPostIds: [],
  coordinating: [],
  leadPostId: '',
  expectedResult: '',
  resultTotal: '',
  resultUnit: '',
  authority: '',
  authorityPostId: '',
  startsOn: '',
}

export const contentOf = (one: OneTask): ContentTyped => ({
  title: one.task.title,
  detail: one.detail,
  basis: one.task.basis,
  documentId: one.document?.id ?? '',
  doer: one.task.doer,
  doerWith: one.task.doerWith,
  doerPostIds: one.doers.map((post) => post.id),
  coordinating: one.task.coordinating.map((post) => post.id),
  leadPostId: one.lead?.id ?? '',
  expectedResult: one.task.expectedResult,
  resultTotal: one.resultTotal === null ? '' : String(one.resultTotal),
  resultUnit: one.resultUnit,
  authority: one.task.authority,
  authorityPostId: one.authorityPost?.id ?? '',
  startsOn: one.task.startsOn,
})

type Content = Omit<InputOf<typeof EditTask>, 'id' | 'version' | 'headPostId'>

export const inputOf = (typed: ContentTyped): Content => ({
  title: typed.title,
  detail: typed.detail,
  basis: typed.basis,
  documentId: typed.documentId || null,
  doer: typed.doer,
  doerWith: typed.doerWith,
  doerPostIds: typed.doerPostIds,
  coordinatingPostIds: typed.coordinating,
  leadPostId: typed.leadPostId || null,
  expectedResult: typed.expectedResult,
  resultTotal: readWhole(typed.resultTotal),
  resultUnit: typed.resultUnit,
  authority: typed.authority,
  authorityPostId: typed.authorityPostId || null,
  startsOn: typed.startsOn,
})

/** The problem of a field whose path ends with this name, also inside a list. */
export const endingProblem = (problem: Problem | undefined, name: string): string | undefined =>
  problem?.fields.find((field) => field.path === name || field.path.endsWith(`.${name}`))?.message
