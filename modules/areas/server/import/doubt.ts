// What may still be judged when some rows cannot be read: nobody is told of a fault that may only come from such a row.

/** A unit of which a row does not say enough, as far as that row goes; without a code it may be any unit, without a life any day's. */
export type UnreadUnit = { code: string | undefined; life: { validFrom: string; validTo: string | null } | undefined }

export type Doubt = {
  /** A row that cannot be read may be the unit of this code on this day: it cannot be called missing. */
  mayBe(code: string, day: string): boolean
  /** A row that cannot be read names this code as its own. */
  speaksOf(code: string): boolean
  /** A row about this code has an error: what is on record of it may be about to change. */
  unsure(code: string): boolean
}

/** `wrong` are the codes in rows with an error, undefined where a row does not say which; `whole`: both files were read to their ends. */
export function doubtOf(
  unread: readonly UnreadUnit[],
  wrong: ReadonlySet<string | undefined>,
  whole: { units: boolean; successions: boolean },
): Doubt {
  const anything = !whole.units || !whole.successions || wrong.has(undefined)
  const byCode = Map.groupBy(unread, (unit) => unit.code)
  return {
    mayBe: (code, day) =>
      !whole.units || [code, undefined].some((key) => byCode.get(key)?.some((unit) => livesOn(unit, day))),
    speaksOf: (code) => byCode.has(code),
    unsure: (code) => anything || wrong.has(code),
  }
}

const livesOn = ({ life }: UnreadUnit, day: string): boolean =>
  life === undefined || (life.validFrom <= day && (life.validTo === null || life.validTo > day))

/** A code that is ill-formed is most often the right one with a stray space or sign in it. */
export function meantCode(cell: string): string | undefined {
  const text = cell.normalize('NFC').replace(/[^\p{L}\p{N}._-]/gu, '')
  return text === '' ? undefined : text
}
