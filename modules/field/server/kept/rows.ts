// How signatures and notes lie in field_kept: where each belongs, of which entry it is, and what is left of a note once it is decided on.

import { sql } from 'kysely'

export const keptPlace = sql.raw('coalesce(kept.hamlet_id, kept.commune_id)')
/** A command that takes no signature: why one has not signed. */
export const keptIsNote = sql<boolean>`(not kept.input ? 'signatures')`
export const keptEntry = sql`coalesce(kept.input->'signatures'->0->>'entryId', kept.input->>'entryId')::uuid`
/** A reason is kept as long as it can bring somebody to the door again. */
export const withoutReason = sql`case when ${keptIsNote} then kept.input - '{reason,visitAgainOn}'::text[] else kept.input end`
