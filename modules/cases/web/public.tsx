// What the screens of other modules may use of the files of persons: which commune, how much time is left, the reader's mark.

export { kindTitle, showMoment } from './events/shown.tsx'
export { Watermark } from './file/purpose-bar.tsx'
export { type FileSectionProps, provideFileSections } from './file-sections.ts'
export { type Commune, useCommunes } from './files/communes.ts'
export { type Person, showBirth } from './files/identity-draft.ts'
export { paperKindNames, sexNames } from './files/identity-words.ts'
export { OfCommune } from './files/of-commune.tsx'
export { leftWords, longWords, momentOfInstant, untilWords, useNow } from './left.ts'
export { MomentFields } from './moment-fields.tsx'
export { statusName } from './status-name.ts'
