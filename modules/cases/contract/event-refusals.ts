// Why the law lets an event not be entered: each fault of the engine by name, with its article.

import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { type EventFault, eventFaults } from '../rules/judge/faults.ts'

const open = (sentence: string): string => sentence.replace(/\.$/, '')

/** Where the engine names no article. */
export const ruleOfFiles = { vi: 'quy tắc ghi hồ sơ', en: 'a rule of keeping files' }

const withArticle = Object.fromEntries(
  Object.entries(eventFaults).map(([name, { vi, en }]) => [
    name,
    { status: 422, vi: `${open(vi)} ({article}).`, en: `${open(en)} ({article}).` },
  ]),
) as Record<EventFault, { status: number; vi: string; en: string }>

export const eventRefusals = defineRefusals('cases', withArticle)
