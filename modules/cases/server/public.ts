// What the rest of the server may ask of the files of persons: nothing about a person.

export { provideMasterKeys } from './sealing/keys.ts'
