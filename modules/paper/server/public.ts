// What app/ plugs together: the files that paper hands out, the reading in the background, the key of the sheets; what the
// demonstration prints with, so that its stack is one of ours; and what the public check asks about a sheet.

export { page, signatureBox } from '../rules/layout.ts'
export { storePrint } from './print/print.ts'
export { sheetsOfPrint } from './print/sheets.ts'
export { type PrintedSheet, printedSheet } from './printed-sheet.ts'
export { waitingOnPaper } from './queue/waiting.ts'
export { paperChores } from './read/work.ts'
export { paperRoutes } from './routes.ts'
export { meaningOfSealed, providePaperKey } from './sheet-code.ts'

/** Drawing is loaded when something is drawn, and not with the server. */
export const drawing = () => import('./print/draw.ts')
