// Which permissions only a session with two factors holds: those that show or change something of the files of persons.

const ofFiles = /^(cases|handover)\./
/** Counts whose small cells are hidden: no file, no person, no number of a file. */
const showsNobody: readonly string[] = ['cases.count']

export const needsTwoFactors = (permission: string): boolean =>
  ofFiles.test(permission) && !showsNobody.includes(permission)
