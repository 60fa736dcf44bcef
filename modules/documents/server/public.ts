// What other modules' servers may use of documents and files.

export { fileRoutes } from './file-routes.ts'
