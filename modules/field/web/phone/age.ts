// How old the copies are by a clock that may be set back: time that has been seen once does not come again, and runs on from there.

/** `latest`: how far time has come, by the phone's own clock; `behind`: how much has to be added to that clock since it was set back. */
export type Seen = { latest: number; behind: number }

/** A clock that has come as far as was seen before is believed again: it was set right. */
export function seenNow({ latest, behind }: Seen, own: number): Seen {
  if (own >= latest) return { latest: own, behind: 0 }
  const more = Math.max(behind, latest - own)
  return { latest: own + more, behind: more }
}

/** The office has just been heard, and says anew until when the copies may be opened. */
export const seenAtContact = (own: number): Seen => ({ latest: own, behind: 0 })

export const isOver = (expiresAt: string, { latest }: Seen): boolean => latest >= Date.parse(expiresAt)
