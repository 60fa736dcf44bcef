// What the rest of the server may ask of the files of persons: nothing about a person. Only who hands a file over is let in
// further: the wall (`insideFiles`), the keys, and a whole file on its way.

export { caseChores } from './chores.ts'
export { countChores, keepMonth } from './counts/months.ts'
export { provincesOf } from './counts/territory.ts'
export { enterFiles, type WholeFile } from './entering.ts'
export { provideKeptElsewhere } from './erasing/elsewhere.ts'
export { keepErasures, writeErasures } from './erasing/register.ts'
export { yearsEntered } from './law.ts'
export { listChores } from './lists/forget.ts'
export { personListRoutes } from './lists/routes.ts'
export { enterMerge } from './merging/enter.ts'
export { instantOf, momentOf } from './moment.ts'
export {
  addEvent,
  alikeIn,
  handOver,
  isSomebodyElse,
  keepAsSent,
  leaveStub,
  lifeOf,
  lockWhole,
  type MovingFile,
  openedWith,
  readWhole,
  sealedWith,
  takeIn,
  withHandOver,
} from './moving.ts'
export { movingFileFrom } from './moving-check.ts'
export { communesThatKeep, countKept, filesKept, keepRestricted, restrictedOn } from './of-before.ts'
export { inOpenedFile, type OpenedFile, sayingWhatKeyIsMissing } from './opened.ts'
export { readersNames } from './readers.ts'
export { registerRoutes } from './registers/routes.ts'
export { restrictFiles, retentionChores } from './retention/restrict.ts'
export { insideFiles } from './sealing/inside.ts'
export { keepingFiles } from './sealing/keeping.ts'
export { provideMasterKeys, unwrap, type Wrapped, wrap } from './sealing/keys.ts'
export type { Rewrap } from './sealing/rekey.ts'
export { watchChores } from './watch/chores.ts'
export { enterWatch, type WholeEmergency, type WholeQuestion } from './watch/entering.ts'
