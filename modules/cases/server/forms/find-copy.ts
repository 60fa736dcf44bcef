// The file from which a copy was filled, by the code at its foot: for whoever may make that paper too, and for nobody else, to whom a
// code that exists and one that does not are the same.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { formOf, isForm } from '../../forms.ts'
import type { View } from '../../views.ts'
import { insideFiles, type Way } from '../sealing/inside.ts'
import { mayMake } from './gather.ts'

type FoundCopy = { code: string; fileNumber: string; form: string; madeBy: string; at: string }

export const copyOf = (db: Db, way: Way, view: View, code: string): Promise<FoundCopy | undefined> =>
  insideFiles(db, way, async (files) => {
    const { rows } = await sql<FoundCopy>`
      select copy.code, file.number as "fileNumber", copy.form, copy.made_by as "madeBy", copy.made_at as at
      from cases.form_copy copy join cases.file on file.commune_id = copy.commune_id and file.id = copy.file_id
      where copy.commune_id = ${way.communeId} and copy.code = ${code}`.execute(files)
    const [found] = rows
    return found && isForm(found.form) && mayMake(formOf(found.form), view) ? found : undefined
  })
