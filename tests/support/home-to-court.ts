// One life as far as the court, step by step: found addicted, at home, quit, the dossier opened, told of and sent.

import { life } from './lives.ts'

export const addicted = life(['determination-result', '2026-10-01T08:00', { result: 'addicted' }])
export const atHome = [
  ...addicted,
  ...life(
    ['registered', '2026-10-01T15:00', { form: 'home' }],
    ['home-decided', '2026-10-02T09:00'],
    ['treatment-begun', '2026-10-05T08:00'],
  ),
]
export const quit = [...atHome, ...life(['treatment-quit', '2027-03-01T10:00'])]
export const opened = [...quit, ...life(['dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }])]
export const given = [...opened, ...life(['dossier-notice', '2027-03-02T14:00', { copy: true, to: 'person' }])]
export const sent = [...given, ...life(['dossier-sent', '2027-03-08T09:00'])]
