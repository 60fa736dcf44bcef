// What can be asked of and done to files and to the register of documents.

export * from './contract/files.ts'
export * from './contract/register.ts'
