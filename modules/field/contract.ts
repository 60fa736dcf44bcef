// Work without a network: devices, the pack of a hamlet, what changed since, what is pushed, what is kept.

export * from './contract/bundle.ts'
export * from './contract/correct.ts'
export * from './contract/devices.ts'
export * from './contract/frames.ts'
export * from './contract/kept.ts'
export * from './contract/pack.ts'
export * from './contract/places.ts'
export * from './contract/push.ts'
export * from './contract/refusals.ts'
export * from './contract/wiped.ts'
