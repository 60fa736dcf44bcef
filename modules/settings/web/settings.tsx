// Settings for the administrator: each in a form of its own with its history, and the state of the system beside them.

import './settings.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowSettings } from '../contract.ts'
import { FileCountsForm } from './file-counts-form.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { RetentionForm } from './retention-form.tsx'
import { SystemCard } from './system-card.tsx'
import { settingsWords } from './words.ts'

export default function Settings() {
  const w = useWords(settingsWords)
  const settings = useAnswer(ShowSettings, {})
  return (
    <>
      <PageHead
        title={w.title}
        facts={<AsOf at={settings.asOf} />}
        actions={
          <>
            <LinkButton icon="doc" to="/settings/forms">
              {w.forms}
            </LinkButton>
            <LinkButton icon="sliders" to="/verification/risks">
              {w.risks}
            </LinkButton>
          </>
        }
      />
      <div className="settings">
        <Shown from={settings} lines={8}>
          {(answer) => (
            <div className="stack">
              <OrganisationForm setting={answer.organisation} again={settings.again} />
              <RetentionForm setting={answer.retention} again={settings.again} />
              <FileCountsForm setting={answer.fileCounts} again={settings.again} />
            </div>
          )}
        </Shown>
        <SystemCard />
      </div>
    </>
  )
}
