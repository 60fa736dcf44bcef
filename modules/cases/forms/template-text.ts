// The words of our own template of a form, with the fields between braces; and which fields a text asks for.

import { type FieldId, fieldNamed, type ListId, listNamed, tagKey } from './fields.ts'
import type { Form } from './form.ts'

const letterhead = ['{cơ quan chủ quản}', '{cơ quan}', '{địa danh}', '{ngày ký}']

/** Every line of the page, in order. */
function wordsOf(form: Form): string[] {
  const office = form.head === 'police' || form.head === 'chair' || form.head === 'other'
  return [
    ...(office ? letterhead : form.head === 'person' ? ['{địa danh}', '{ngày ký}'] : []),
    ...(form.code ? ['{số}', '{ký hiệu}'] : []),
    form.about ?? '',
    form.to ?? '',
    form.speaker ?? '',
    ...(form.law ? ['{#căn cứ pháp lý}'] : []),
    ...(form.rests ?? []),
    ...form.lines.map((line) => lists[line] ?? line),
    ...form.signs.map((sign) => (sign === 'issuer' ? '{chức vụ người ký} {người ký}' : sign)),
    ...(form.recipients ?? []),
  ]
}
const lists: Record<string, string> = {
  '#team': '{#tổ quản lý}',
  '#papers': '{#tài liệu}',
  '#dossier': '{#bộ hồ sơ}',
  '#register': '{#danh sách}',
}

export type Asked = { fields: FieldId[]; lists: ListId[] }

/** The fields and lists that our template of the form asks for, in the order of the page. */
export function askedBy(form: Form): Asked {
  const tags = wordsOf(form).flatMap((line) => [...line.matchAll(/\{(#?)([^{}]+)\}/g)])
  const named = <T>(all: (T | undefined)[]): T[] => [...new Set(all)].filter((one) => one !== undefined)
  return {
    fields: named(tags.filter(([, list]) => !list).map(([, , tag = '']) => fieldNamed(tag))),
    lists: named(tags.filter(([, list]) => list).map(([, , tag = '']) => listNamed(tag))),
  }
}

/** Tags of our own forms that name nothing: none, as the tests see to. */
export const unknownTags = (form: Form): string[] =>
  wordsOf(form)
    .flatMap((line) => [...line.matchAll(/\{#?([^{}]+)\}/g)].map(([, tag = '']) => tag))
    .filter((tag) => !fieldNamed(tag) && !listNamed(tag) && tagKey(tag) !== '')
