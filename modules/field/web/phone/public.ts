// What the page of the phone starts.

export { PhoneApp } from './app.tsx'
export { lockWhenQuiet, startPhone } from './lock.ts'
export { putOnPhone } from './offline.ts'
export { keepSyncing } from './sync.ts'
