// Uncertain law that a reading rests on, said in words: the open points with the answer taken, and what is not known.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { type LawChoices, type LawPointId, lawPoints } from '../../../rules/law/choices.ts'
import type { Step } from '../../../rules/law/clock.ts'
import { dayOf } from '../../../rules/law/moment.ts'
import type { ClockOf } from './clocks.ts'
import type { Course } from './course.ts'
import { isOpen } from './duties.ts'
import { ageGroupOn } from './facts.ts'

const beforeTheRules: Bilingual = {
  vi: 'Có sự kiện trước 01/01/2022: luật của thời gian đó chưa được ghi ở đây.',
  en: 'There are events before 1 January 2022: the law of that time is not on record here.',
}
const birthUnknown: Bilingual = {
  vi: 'Chưa biết ngày sinh: chưa rõ có phải người chưa thành niên không.',
  en: 'The day of birth is not known: whether this is a minor is open.',
}
const birthYearOnly: Bilingual = {
  vi: 'Chỉ biết năm sinh: được coi là chưa đủ 18 tuổi đến hết năm đủ 18 tuổi.',
  en: 'Only the year of birth is known: read as under 18 until the end of the year of turning 18.',
}
const oldMonths: Bilingual = {
  vi: 'Quyết định theo luật cũ chưa ghi số tháng: đang tính theo thời hạn dài nhất.',
  en: 'The decision under the old law does not say how many months: the longest is counted.',
}

const said = new Map<string, Bilingual>()

/** Whether it stands by the answer that the product starts with, or by another. */
function pointSaid(id: LawPointId, law: LawChoices): Bilingual {
  const key = `${id}:${law[id]}`
  const known = said.get(key)
  if (known) return known
  const { question, answers } = lawPoints[id]
  const answer = (answers as Record<string, Bilingual>)[law[id]]
  const words = { vi: `${question.vi} Đang áp dụng: ${answer?.vi}.`, en: `${question.en} Taken here: ${answer?.en}.` }
  said.set(key, words)
  return words
}

/** That working days were counted without knowing every holiday of a year. */
function yearSaid({ what, year }: Extract<Step, { year: string }>): Bilingual {
  const key = `${what}:${year}`
  const known = said.get(key)
  if (known) return known
  const words = yearWords[what](year)
  said.set(key, words)
  return words
}
const yearWords: Record<Extract<Step, { year: string }>['what'], (year: string) => Bilingual> = {
  'year-unknown': (year) => ({
    vi: `Ngày nghỉ lễ, ngày làm bù năm ${year} chưa được ghi: ngày làm việc của năm đó chỉ trừ thứ Bảy, Chủ nhật.`,
    en: `The holidays and moved days of ${year} are not on record: of that year only Saturdays and Sundays are left out.`,
  }),
  'year-not-announced': (year) => ({
    vi: `Năm ${year} mới tính theo ngày nghỉ do luật định: chưa có thông báo nghỉ lễ và hoán đổi ngày làm việc.`,
    en: `For ${year} only the holidays of the law are counted: no notice of holidays and moved days is on record.`,
  }),
  'year-recalled': (year) => ({
    vi: `Ngày nghỉ lễ năm ${year} có ngày ghi theo trí nhớ, cần đối chiếu thông báo của năm đó.`,
    en: `Some holidays of ${year} are written down from memory; compare them with the notice of that year.`,
  }),
}

export function toCheckOf(course: Course, clocks: readonly ClockOf[]): Bilingual[] {
  const { events, facts, law, now, standing, rests } = course
  const found = new Set<Bilingual>()
  for (const id of rests) found.add(pointSaid(id, law))
  for (const { clock } of clocks)
    if (clock.state !== 'done' && clock.state !== 'expired') {
      if (clock.toCheck) found.add(clock.toCheck)
      for (const step of clock.run.steps) if ('year' in step) found.add(yearSaid(step))
    }
  for (const duty of course.duties) if (duty.act?.toCheck && isOpen(duty)) found.add(duty.act.toCheck)
  const first = events[0]
  if (first && first.at < '2022-01-01') found.add(beforeTheRules)
  if (standing) {
    if (ageGroupOn(facts, dayOf(now)) === 'unknown') found.add(birthUnknown)
    else if (facts.birthDate?.length === 4 && Number(now.slice(0, 4)) - Number(facts.birthDate) <= 18)
      found.add(birthYearOnly)
    if (standing.term?.deadline.endsWith('longest-2022') && !standing.months) found.add(oldMonths)
    if (standing.kind === 'dossier' && standing.minor) found.add(pointSaid('minorsOrdinance', law))
  }
  return [...found]
}
