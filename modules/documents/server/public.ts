// What other modules' servers may use of documents and files.

export { documentKey } from './document-key.ts'
export { fileRoutes } from './file-routes.ts'
export { dropFile, keepFile } from './keep-file.ts'
export { noteGoverned } from './link.ts'
export { readable } from './reach.ts'
