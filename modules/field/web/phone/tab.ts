// One tab at a time works on the store: two would each show half of what was signed. The newest takes over when it is asked to.

const name = 'binh-yen-field'

/** False when another tab works on it. `onLost` is called when a later tab takes over. */
export function takeTab(onLost: () => void, steal = false): Promise<boolean> {
  // A browser without locks cannot tell; the office counts each command once all the same.
  if (!navigator.locks) return Promise.resolve(true)
  return new Promise((resolve) => {
    const held = navigator.locks.request(name, steal ? { steal } : { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock ? new Promise<void>(() => {}) : undefined
    })
    held.catch(onLost)
  })
}
