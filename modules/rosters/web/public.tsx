// What screens of other modules may use of rosters.

export { OfWhat, type OfWhatProps } from './of-what.tsx'
