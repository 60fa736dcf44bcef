// What the screens of other modules may use of documents.

export { documentName } from './names.ts'
