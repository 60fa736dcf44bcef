// What other modules' servers may ask of programmes: which there are, the day on which one works, its plans and results.

export { amendPlan } from './amendment.ts'
export { linesInForce, plansOf } from './lines.ts'
export { measureLines } from './measure.ts'
export { type AreaStanding, type AreaStandings, provideAreaStandings, provideSignedShares } from './measures.ts'
export { type Programme, programmeById, programmeBySlug, programmes, programmeToday } from './programme.ts'
