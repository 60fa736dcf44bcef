// The types of verify-export.mjs, which is plain JavaScript so that it can be handed to an inspector as it is.
import type { Buffer } from 'node:buffer'

/** An entry as it is hashed: its fields in snake case would be the database's, these are the log's. */
export type LogEntry = {
  id: string
  position: number
  at: string
  person: string
  actingFor: string | null
  operation: string
  subject: string
  area: string | null
  command: string | null
  before: unknown
  after: unknown
}
/** Hashes are hexadecimal. */
export type SealedEntry = { entry: LogEntry; previous: string; hash: string }
/** Entries of whom it is known that each fits at its place and follows the one before it. */
export type SoundStretch = {
  first: { position: number; id: string; previous: string }
  last: { position: number; id: string; hash: string }
}
/** `publicKey` and `signature` are base64, the key as SPKI. */
export type Head = {
  day: string
  position: number
  hash: string
  previousDay: string | null
  signedAt: string
  publicKey: string
  signature: string
}
export type End = { from: number; entries: number; hash: string; heads: number; exportedAt: string }
export type FindingKind =
  | 'changed'
  | 'inserted'
  | 'moved'
  | 'replaced'
  | 'removed'
  | 'not-the-signed'
  | 'head-forged'
  | 'head-by-stranger'
  | 'head-removed'
  | 'head-lost'
  | 'file-cut'
  | 'file-unreadable'
export type Finding = {
  kind: FindingKind
  position: number
  id?: string
  until?: number
  was?: number
  next?: string
  after?: string
  renumbered?: boolean
  day?: string
  line?: number
}
export type Outcome = { checked: number; until: number; hash: string; findings: Finding[]; more: number }

export const genesis: string
export function canonical(value: unknown): string
export function entryHash(previous: string, entry: LogEntry): string
export function headStatement(head: Omit<Head, 'publicKey' | 'signature'>): Buffer
export function endStatement(end: End): Buffer
export function signedBy(publicKey: string, statement: Buffer, signature: string): boolean
export function readPublicKey(typed: string): { key: string } | { vi: string; en: string }
export function chainCheck(options?: { from?: number; previousHash?: string; heads?: readonly Head[] }): {
  take(sealed: SealedEntry): void
  /** The same for all of them at once; a head is signed at most at the last one. */
  takeSound(stretch: SoundStretch): void
  finish(): Outcome
}
export function headFaults(heads: readonly Head[], trustedKeys: readonly string[], firstHasNone?: boolean): Finding[]
export function sentenceOf(finding: Finding): { vi: string; en: string }
export function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  trustedKey?: string,
): Promise<Outcome & { publicKey: string }>
