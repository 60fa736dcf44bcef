// The one source of "now". Handlers never read the machine's clock: `today` is handed in, so that tests can set it.

export type PlainDate = string
export type Clock = { now(): Date; today(): PlainDate }

/** The zone of every deadline in the law this product serves. */
export const zone = 'Asia/Ho_Chi_Minh'
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The calendar day in Viet Nam of an instant, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): PlainDate => dayFormat.format(instant)

/** The machine's clock; with `fixedToday` every "today" is that day (tests, BINHYEN_TODAY). */
export function machineClock(fixedToday?: PlainDate): Clock {
  const now = () => new Date()
  // Asked with every call, and the same for a whole minute.
  let [minute, day] = [Number.NaN, '']
  const today = () => {
    const current = Math.floor(Date.now() / 60_000)
    if (current !== minute) [minute, day] = [current, dayOf(now())]
    return day
  }
  return { now, today: fixedToday === undefined ? today : () => fixedToday }
}
