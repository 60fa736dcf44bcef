// An event as it is read: what it is called, and its details line by line.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import type { EventShown } from '../../contract.ts'
import { choiceName } from '../../events/choice-names.ts'
import { type EventKind, eventKinds, type KindOfEvent } from '../../events.ts'
import { roleName, useCircle } from './circle.ts'
import { fieldName } from './field-words.ts'
import { type FieldShape, fieldsOf, type Typed } from './shape.ts'
import { eventWords } from './words.ts'

/** Undefined for a kind that this version does not know. */
export const kindOf = (kind: string): KindOfEvent | undefined =>
  Object.hasOwn(eventKinds, kind) ? (eventKinds[kind as EventKind] as unknown as KindOfEvent) : undefined

export const kindTitle = (kind: string): Bilingual => kindOf(kind)?.title ?? { vi: kind, en: kind }

/** "16:30, 07/07/2026"; a day alone where its first or last minute stands for it. */
export const showMoment = (moment: string): string =>
  /T(00:00|23:59)$/.test(moment) ? showDay(dayOf(moment)) : `${moment.slice(11)}, ${showDay(dayOf(moment))}`

/** "6 · Quyết định quản lý · 16:30, 07/07/2026": enough to choose one of a list by. */
export function useEventName(): (event: EventShown) => string {
  const language = useLanguage()
  return ({ folio, kind, at }) => `${folio} · ${kindTitle(kind)[language]} · ${showMoment(at)}`
}

type Line = { name: string; label: string; text: string }

/** What stands in an event, line by line, for those fields that were filled in. */
export function useLines(): (event: EventShown, events: readonly EventShown[]) => Line[] {
  const w = useWords(eventWords)
  const language = useLanguage()
  const nameOf = useEventName()
  const circle = useCircle()
  return (event, events) => {
    if (!kindOf(event.kind)) return []
    const textOf = ({ shape }: FieldShape, path: readonly string[], value: unknown): string => {
      if (shape.type === 'choice') return choiceName(path, String(value))?.[language] ?? String(value)
      if (shape.type === 'flag') return value ? w.yes : w.no
      if (shape.type === 'day') return showDay(String(value))
      if (shape.type === 'moment') return showMoment(String(value))
      if (shape.type === 'event') {
        const other = events.find(({ id }) => id === value)
        return other ? nameOf(other) : ''
      }
      if (shape.type === 'role') return roleName(circle, String(value))[language]
      if (shape.type === 'colleague') return circle.people.find(({ id }) => id === value)?.name ?? w.anAccount
      if (shape.type === 'group') return innerOf(shape.fields, path, value as Typed).join(', ')
      if (shape.type === 'list')
        return (value as Typed[]).map((row) => innerOf(shape.fields, path, row).join(': ')).join('; ')
      if (shape.type === 'any') return ''
      return String(value)
    }
    const innerOf = (fields: readonly FieldShape[], path: readonly string[], value: Typed): string[] =>
      fields
        .filter(({ name }) => value[name] !== undefined)
        .map((field) => textOf(field, [...path, field.name], value[field.name]))
    const paperOf = ({ number, on, by }: Typed): string =>
      w.paperIs(String(number), showDay(String(on)), choiceName(['by'], String(by))?.[language] ?? String(by))
    return fieldsOf(event.kind as EventKind).flatMap((field): Line[] => {
      const value = event.details[field.name]
      if (value === undefined || value === null) return []
      const path = [event.kind, field.name]
      const isPaper =
        field.shape.type === 'group' &&
        (field.name === 'paper' || field.name === 'certificate' || field.name === 'cited')
      const text = isPaper ? paperOf(value as Typed) : textOf(field, path, value)
      return text ? [{ name: field.name, label: fieldName(path)?.[language] ?? field.name, text }] : []
    })
  }
}
