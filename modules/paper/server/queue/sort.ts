// Sheets that are not confirmed: rejected with a reason, set aside for later, or put back. Nothing of them is thrown away.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { paperRefusals, SortPages } from '../../contract.ts'
import { areasOfPages, lockedPages } from './pages.ts'

export const sortPages: Handler = carriesOut(
  SortPages,
  async ({ db, person, now, today }, { communeId, pageIds, to, reason, note }) => {
    const pages = await lockedPages(db, { communeId, pageIds }, today)
    if (pages.some(({ state }) => !['queued', 'aside', 'rejected'].includes(state)))
      throw refuse(paperRefusals.decided_already)
    for (const page of pages)
      await sql`
        update paper_page set state = ${to}, note = ${note}, reason = ${to === 'rejected' ? (reason ?? 'other') : null},
          decided_at = ${to === 'queued' ? null : now}, decided_by = ${to === 'queued' ? null : person.id}
        where commune_id = ${communeId} and id = ${page.id}`.execute(db)
    return {
      answer: { sorted: pages.length },
      audit: {
        subject: `commitment-drive:${pages[0]?.drive_id}`,
        before: { states: pages.map(({ id, state }) => [id, state]) },
        after: { to, ...(to === 'rejected' ? { reason: reason ?? 'other', note } : {}) },
      },
    }
  },
  areasOfPages,
)
