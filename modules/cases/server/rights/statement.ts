// The statement that a person is given: what is held about them, why and on what article, until when, and who read it. In plain
// words, to the person; what concerns others in the file is not on it.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { caseRefusals, GiveStatement, type issuedKinds, type PurposeId, retentionRefusals } from '../../contract.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { readLife } from '../../rules.ts'
import { eventsOf } from '../events.ts'
import { issue } from '../issued.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { inOpenedFile } from '../opened.ts'
import { placeOnPaper } from '../place.ts'
import { readersNames } from '../readers.ts'
import { keptFilesOf } from '../retention/kept.ts'
import { setLengths } from '../retention/lengths.ts'
import { identityOf, keyOf } from '../sealing/person.ts'
import { statementPaper } from './statement-paper.ts'

export const giveStatement = carriesOut(GiveStatement, async (context, input) => {
  const { communeId, fileId, id } = input
  const { db, today, now, person } = context
  const set = await setLengths(db)
  const law = await lawOn(db, momentOf(now).slice(0, 10))
  const found = await inOpenedFile(context, input, async (files, file) => {
    if (file.opening.purpose !== 'rights') throw refuse(retentionRefusals.for_rights_only)
    const serial = await issue(files, { communeId, id, fileId, kind: 'statement', by: person.id, now })
    if (!serial) throw refuse(caseRefusals.already_recorded)
    const identity = identityOf(file.person)
    const events = await eventsOf(files, communeId, fileId, keyOf(file.person))
    const kept = await keptFilesOf(files, { communeId, personId: file.person.id, today, set })
    return {
      file,
      serial,
      identity,
      events,
      life: readLife(factsOf(identity), events, momentOf(now), law.choices),
      retention: kept.find((each) => each.id === fileId)?.retention,
      openings: await openingsOf(files, communeId, fileId),
      papers: await papersOf(files, communeId, fileId),
    }
  })
  const names = await readersNames(db, [
    ...found.openings.map(({ reader_id }) => reader_id),
    ...found.papers.map(({ made_by }) => made_by),
  ])
  const nameOf = (id: string): string => names.get(id) ?? 'người đã thôi việc'
  const pdf = await statementPaper({
    ...found,
    openings: found.openings.map(({ reader_id, ...rest }) => ({ ...rest, reader: nameOf(reader_id) })),
    papers: found.papers.map(({ made_by, ...rest }) => ({ ...rest, maker: nameOf(made_by) })),
    place: await placeOnPaper(db, communeId, today),
    today,
    printedBy: person.name,
  })
  return {
    answer: { serial: found.serial, pdf: pdf.toString('base64') },
    audit: { subject: `case-file:${fileId}`, areaId: communeId, after: { issued: id, serial: found.serial } },
  }
})

export type OpeningOnPaper = { reader: string; purpose: PurposeId; opened_at: string }

async function openingsOf(files: Db, communeId: string, fileId: string) {
  const { rows } = await sql<{ reader_id: string; purpose: PurposeId; opened_at: string }>`
    select reader_id, purpose, opened_at from cases.opening
    where commune_id = ${communeId} and file_id = ${fileId} order by opened_at`.execute(files)
  return rows
}

export type PaperOut = { maker: string; kind: keyof typeof issuedKinds; serial: string; made_at: string }

/** What has left the file on paper: forms, rows of registers, earlier statements and this one. */
async function papersOf(files: Db, communeId: string, fileId: string) {
  const { rows } = await sql<Omit<PaperOut, 'maker'> & { made_by: string }>`
    select made_by, kind, serial, made_at from cases.issued
    where commune_id = ${communeId} and file_id = ${fileId} order by made_at, serial`.execute(files)
  return rows
}
