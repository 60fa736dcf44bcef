// The steps by which a life that was found addicted comes to the court and into the centre, each by itself: a test of the law takes
// those it needs, in its own order. (`home-to-court.ts` has a life whole, to go on from.)

export const addicted = ['determination-result', '2026-10-01T08:00', { result: 'addicted' }] as const
export const registered = ['registered', '2026-10-01T15:00', { form: 'home' }] as const
export const atHome = ['home-decided', '2026-10-02T09:00'] as const
export const began = ['treatment-begun', '2026-10-05T08:00'] as const
export const quit = ['treatment-quit', '2027-02-01T10:00'] as const
export const opened = ['dossier-opened', '2027-02-02T10:00', { path: 'adult', ground: 'quit' }] as const
export const given = ['dossier-notice', '2027-02-02T14:00', { copy: true, to: 'person' }] as const
export const sent = ['dossier-sent', '2027-02-15T09:00'] as const
export const court = ['court-decided', '2027-03-01T09:00', { outcome: 'applied' }] as const
export const admitted = ['carried-out', '2027-03-03T09:00', { step: 'delivered' }] as const
