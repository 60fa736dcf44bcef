// How a unit is called on a screen, and until when it was one.

import { addDays, type Day, showDay } from '../../../platform/web/format.ts'

type Named = { type: string; name: string }

/** "xã Nhân La", within a sentence. */
export const unitName = ({ type, name }: Named): string => `${type} ${name}`
/** "Xã Nhân La", at the beginning of a line. */
export const unitTitle = (unit: Named): string => {
  const name = unitName(unit)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
/** "TT Lương Bằng" or "Nhân La": for a cell of a picture. */
export const unitShort = ({ type, name }: Named): string =>
  type === 'thị trấn' ? `TT ${name}` : type === 'phường' ? `P. ${name}` : name

/** The last day of a validity whose end is exclusive: "30/11/2024". */
export const showLastDay = (validTo: Day): string => showDay(addDays(validTo, -1))
