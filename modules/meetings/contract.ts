// What can be asked of and done to meetings.

export * from './contract/meetings.ts'
export * from './contract/record.ts'
