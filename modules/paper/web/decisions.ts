// What a person decides on sheets, sent and told: recorded, waiting for the commune, refused; what was sorted can be undone.

import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ConfirmPages, SortPages } from '../contract.ts'
import type { Waiting } from './confirm.tsx'
import { sentenceOf } from './reasons.ts'
import { confirmWords } from './words.ts'

const idsOf = (rows: readonly Waiting[]): string[] => rows.map(({ id }) => id)

export function useDecisions(communeId: string, signedOn: string) {
  const w = useWords(confirmWords)
  const language = useLanguage()
  const [confirming, sorting] = [useCommand(ConfirmPages), useCommand(SortPages)]

  const confirm = async (rows: readonly Waiting[]): Promise<boolean> => {
    const sent = await confirming.send({ communeId, pageIds: idsOf(rows).slice(0, 200), signedOn })
    if (!sent.ok) {
      say({ text: sent.problem.title, bad: true })
      return false
    }
    const { results } = sent.answer
    const of = (wanted: string) => results.filter(({ outcome }) => outcome === wanted)
    const [held, refused] = [of('held'), of('refused')]
    const counted = results.length - held.length - refused.length
    if (counted > 0) say(w.done(counted))
    if (held.length > 0) say(w.heldN(held.length, sentenceOf(held[0]?.reason, language)))
    if (refused.length > 0)
      say({ text: w.refusedN(refused.length, sentenceOf(refused[0]?.reason, language)), bad: true })
    return refused.length < results.length
  }

  const sort = async (rows: readonly Waiting[], to: 'queued' | 'aside'): Promise<boolean> => {
    const pageIds = idsOf(rows).slice(0, 200)
    const sent = await sorting.send({ communeId, pageIds, to })
    if (!sent.ok) {
      say({ text: sent.problem.title, bad: true })
      return false
    }
    const undo = () => void sorting.send({ communeId, pageIds, to: to === 'aside' ? 'queued' : 'aside' })
    say({ text: to === 'aside' ? w.asideN(pageIds.length) : w.backN(pageIds.length), undo })
    return true
  }
  return { confirm, sort, busy: confirming.sending || sorting.sending }
}
