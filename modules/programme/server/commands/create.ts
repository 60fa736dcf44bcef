// Sets up a programme of an area, with its phases.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { CreateProgramme, programmeRefusals } from '../../contract.ts'

export const createProgramme = carriesOut(CreateProgramme, async ({ db }, input) => {
  if (input.endsOn < input.startsOn) throw refuse(programmeRefusals.ends_before_start, {}, 'endsOn')
  for (const [place, phase] of input.phases.entries())
    if (phase.endsOn < phase.startsOn) throw refuse(programmeRefusals.ends_before_start, {}, `phases.${place}.endsOn`)
  await sql`
    insert into programme (id, slug, name_vi, name_en, area_id, starts_on, ends_on, public)
    values (${input.id}, ${input.slug}, ${input.nameVi}, ${input.nameEn}, ${input.areaId}, ${input.startsOn}, ${input.endsOn},
      ${input.public})`.execute(db)
  for (const phase of input.phases)
    await sql`
      insert into programme_phase (id, programme_id, name_vi, name_en, starts_on, ends_on)
      values (${uuidv7()}, ${input.id}, ${phase.nameVi}, ${phase.nameEn}, ${phase.startsOn}, ${phase.endsOn})`.execute(
      db,
    )
  const { id, slug, areaId, startsOn, endsOn } = input
  return {
    answer: { id, slug },
    audit: { subject: `programme:${id}`, areaId, after: { slug, startsOn, endsOn, public: input.public } },
  }
})
