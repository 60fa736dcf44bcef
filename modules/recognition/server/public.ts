// What other modules' servers may ask of recognition: how units stand on a day, the progress of a programme, and what of
// it is published as fact.

export { type MapStatus, mapStatuses } from '../progress.ts'
export { type HistoryStep, historyOf } from './history.ts'
export { findPublished, type PublishedDecision, publicProgress, publishedDecisions } from './published.ts'
export {
  daysOfChange,
  mergersAfter,
  type ProgrammeProgress,
  progress,
  type StatusQuestion,
  statusOn,
  type UnitStatus,
} from './status.ts'
