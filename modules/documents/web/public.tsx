// What the screens of other modules may use of documents.

export { documentName, kindName, kindWords } from './names.ts'
