// What app/ plugs together: the files that paper hands out, the reading in the background, the key of the sheets.

export { paperChores } from './read/work.ts'
export { paperRoutes } from './routes.ts'
export { providePaperKey } from './sheet-code.ts'
