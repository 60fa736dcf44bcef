// What the screens of other modules may use of documents.

export { DocumentField } from './document-field.tsx'
export { documentName } from './names.ts'
export { useUpload } from './upload.ts'
