// One import, wherever it stands: being chosen, under way, done, undone. The server and the kept draft know where one was,
// so a reload, another day or a restart of the server changes nothing.

import './import.css'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Shown } from '../../../../platform/web/components/states.tsx'
import { useParam, useSearch } from '../../../../platform/web/route.tsx'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ListRosterImports, ShowRosterImport } from '../../contract/import.ts'
import { rosterWords } from '../words.ts'
import type { ImportRow } from './draft.ts'
import { ImportState } from './history.tsx'
import { ImportOutcome } from './outcome.tsx'
import { ImportProgress } from './progress.tsx'
import { ImportSteps } from './steps.tsx'
import { importWords } from './words.ts'

export default function OneImport() {
  const [w, r] = [useWords(importWords), useWords(rosterWords)]
  const { on } = useView()
  const [areaId, importId] = [useParam('areaId'), useParam('importId')]
  const mends = useSearch().get('mends')
  const shown = useAnswer(ShowRosterImport, { importId }, { everySeconds: 2 })
  const choices = useAnswer(ListRosterImports, { areaId, on })
  const mended = useAnswer(ShowRosterImport, { importId: mends ?? '' }, { when: Boolean(mends) })
  const row = shown.answer
  return (
    <>
      <PageHead
        title={row ? w.taken(row.fileName) : w.title}
        crumbs={[
          { label: r.commitments, to: '/commitments' },
          { label: choices.answer ? r.of(choices.answer.area.name) : r.title, to: `/rosters/${areaId}` },
          { label: w.title, to: `/rosters/${areaId}/import` },
          { label: row?.fileName ?? w.file },
        ]}
        facts={row && <ImportState row={row} />}
      />
      <Shown from={shown} lines={8}>
        {(answer) => (
          <Shown from={choices} lines={8}>
            {(known) =>
              mends && mended.loading ? null : <Standing row={answer} choices={known} mended={mended.answer} />
            }
          </Shown>
        )}
      </Shown>
    </>
  )
}

type StandingProps = {
  row: ImportRow
  choices: NonNullable<ReturnType<typeof useAnswer<typeof ListRosterImports>>['answer']>
  mended: ImportRow | undefined
}

function Standing({ row, choices, mended }: StandingProps) {
  if (row.state === 'waiting' || row.state === 'running') return <ImportProgress row={row} />
  if (row.state === 'undone' || (row.state === 'done' && !row.dryRun)) return <ImportOutcome row={row} />
  return <ImportSteps key={row.id} row={row} choices={choices} mended={mended} />
}
