// How long and how often: the numbers of sign-in and of lending rights, in one place for server, screens and guides.

/** A device that did nothing for so long is signed out. */
export const idleMinutes = 120
/** However busy, a device signs in again after so long. */
export const sessionHours = 12
/** Adding a passkey asks for a sign-in not older than this. */
export const freshMinutes = 30
export const invitationHours = 72
export const shortestPassword = 12
export const longestPassword = 128
/** Rights are lent for at most so many days. */
export const longestDelegationDays = 90
export const backupCodeCount = 10

/** Wrong passwords before an account waits, counted per account and address, and per account from anywhere. */
export const triesFromOneAddress = 8
export const triesFromAnywhere = 30
export const triesWindowMinutes = 15
