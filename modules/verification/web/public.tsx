// What other modules show of verification: the tab of a drive, and the mark beside a row of coverage.

export { VerificationTab } from './verification-tab.tsx'
export { useVerified, VerifiedMark } from './verified-mark.tsx'
