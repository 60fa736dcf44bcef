// How a task reads in a line: its number, its unit, the second line under its title, the post that answers.

import type * as z from 'zod/mini'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { showShortDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { AreaShown, PostShown, TaskRow } from '../contract/shapes.ts'
import { sharedWords, statusWords } from './words.ts'

export type Task = z.output<typeof TaskRow>
export type Area = z.output<typeof AreaShown>
export type Post = z.output<typeof PostShown>

export const shownNumber = (number: number): string => String(number).padStart(2, '0')

/** "xã Ngọc Thanh", "Ngọc Thanh commune", "toàn huyện". */
export function useAreaName(): (area: Area) => string {
  const w = useWords(sharedWords)
  const language = useLanguage()
  return (area) => {
    if (area.level === 'district') return w.wholeDistrict
    if (area.level === 'province') return w.wholeProvince
    return unitName(area, language)
  }
}

/** "Chủ tịch UBND xã Ngọc Thanh" */
export const postName = (post: Post): string => (post.place ? `${post.title} ${post.place}` : post.title)

/** The second line under a title: number, unit, what it rests on or what is asked for. */
export function useSecondLine(): (task: Task) => string {
  const w = useWords(sharedWords)
  const areaName = useAreaName()
  const { on } = useView()
  return (task) => {
    const end = task.askedFor
      ? w.asksUntil(showShortDay(task.askedFor, on))
      : task.subtasks
        ? w.subtasks(task.subtasks.total, task.subtasks.done)
        : task.basis
    const area = task.subtasks ? '' : areaName(task.area)
    return [shownNumber(task.number), area, end].filter(Boolean).join(' · ')
  }
}

/** The second line under the accountable post: inherited days before all, then its unit, then who works along. */
export function useHeadNote(): (task: Task) => string {
  const w = useWords(sharedWords)
  const s = useWords(statusWords)
  return (task) => {
    if (task.status.inheritedDays > 0) return s.inherited(task.status.inheritedDays)
    if (task.head.place) return task.head.place
    const [first, ...others] = task.coordinating
    if (!first) return ''
    return `${w.coordinating}: ${postName(first)}${others.length > 0 ? ` +${others.length}` : ''}`
  }
}
