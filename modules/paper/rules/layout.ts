// Where things stand on a sheet, in millimetres from its upper left corner: drawn by the printer, looked for by the reader.

export type Point = { x: number; y: number }
export type Box = { left: number; top: number; width: number; height: number }

export const page = { width: 210, height: 297 }
export const qr: Box = { left: 152, top: 252, width: 36, height: 36 }
/** Where it stood while it said a bare code: an address has more squares, and each is as large as it was. */
export const qrBefore: Box = { left: 160, top: 255, width: 28, height: 28 }
/** Where one signs. Nothing is printed inside. */
export const signatureBox: Box = { left: 106, top: 201, width: 82, height: 40 }

/** Solid squares around the box: from them the box is found again, however the sheet was photographed. */
export const markSide = 5
const gap = 4.5
export const marks: readonly Point[] = [
  { x: signatureBox.left - gap, y: signatureBox.top - gap },
  { x: signatureBox.left + signatureBox.width + gap, y: signatureBox.top - gap },
  { x: signatureBox.left + signatureBox.width + gap, y: signatureBox.top + signatureBox.height + gap },
  { x: signatureBox.left - gap, y: signatureBox.top + signatureBox.height + gap },
]

/** The corners of a box, from the upper left one clockwise: the order in which a QR reader names them too. */
export const cornersOf = ({ left, top, width, height }: Box): Point[] => [
  { x: left, y: top },
  { x: left + width, y: top },
  { x: left + width, y: top + height },
  { x: left, y: top + height },
]
