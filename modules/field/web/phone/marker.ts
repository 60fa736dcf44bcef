// A browser that runs short of room may throw the whole store away. A cookie lies apart from the store and tells afterwards that
// there was one: which device this was. It is sent nowhere but to the page itself, and says nothing of anybody.

const name = 'binh-yen-field-device'
const forDays = 400
const place = 'path=/field/; samesite=strict'

export function markDevice(deviceId: string): void {
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser of a cheap phone
  document.cookie = `${name}=${deviceId}; ${place}; max-age=${forDays * 86_400}${secure}`
}

export function unmarkDevice(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: as above
  document.cookie = `${name}=; ${place}; max-age=0`
}

/** The device that this phone was when the marker was last set. */
export function markedDevice(): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1) || undefined
}
