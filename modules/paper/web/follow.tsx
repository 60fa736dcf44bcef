// Asks for the paper of a commune again and again, as long as this is on the page.

import { useAnswer } from '../../../platform/web/answer.ts'
import { ShowPaper } from '../contract.ts'

export function Follow(place: { driveId: string; communeId: string }) {
  useAnswer(ShowPaper, place, { everySeconds: 2 })
  return null
}
