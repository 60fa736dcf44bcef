// May this person verify the lot? Only somebody from elsewhere: who took no signature of it and does not work in its commune.

export type Verifier = {
  /** Holds the right to visit, anywhere. */
  mayVisit: boolean
  /** Took, countersigned or sent the link for one of the lot's signatures. */
  tookSignatures: boolean
  /** Holds a post or a right in the commune of the lot, in a hamlet or body of it, or in what it has become; above it is elsewhere. */
  fromThere: boolean
}
export type NotFromElsewhere = 'may_not_visit' | 'took_signatures' | 'from_there'

export function whyNot(verifier: Verifier): NotFromElsewhere | undefined {
  if (!verifier.mayVisit) return 'may_not_visit'
  if (verifier.tookSignatures) return 'took_signatures'
  return verifier.fromThere ? 'from_there' : undefined
}
