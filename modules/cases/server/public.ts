// What the rest of the server may ask of the files of persons: nothing about a person.

export { enterFiles, type WholeFile } from './entering.ts'
export { provideMasterKeys } from './sealing/keys.ts'
export { watchChores } from './watch/chores.ts'
