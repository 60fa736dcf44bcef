// Puts the application itself on the phone, so that it opens with no network. Until it lies there whoever goes out of reach
// would stand before an empty page: the first screen says so.

import { changePhone, phoneNow } from './phone.ts'

export function putOnPhone(): void {
  if (!('serviceWorker' in navigator)) {
    changePhone({ opensOffline: false })
    return
  }
  navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' }).catch(() => {
    if (!phoneNow().opensOffline) changePhone({ opensOffline: false })
  })
  void navigator.serviceWorker.ready.then(() => {
    changePhone({ opensOffline: true })
  })
}
