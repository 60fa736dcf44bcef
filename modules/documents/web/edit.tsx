// Changing a document of the register; when somebody saved meanwhile, what was typed is kept and can be saved again.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { SavedMeanwhile } from '../../../platform/web/components/saved-meanwhile.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useGo, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { DocumentChoices, type DocumentKind, EditDocument, OneDocument } from '../contract.ts'
import type { Document } from './document.tsx'
import { type Choices, DocumentForm, type Typed } from './form.tsx'
import { documentName } from './names.ts'
import { documentFormWords, documentWords } from './words.ts'

export default function EditPage() {
  const w = useWords(documentWords)
  const f = useWords(documentFormWords)
  const language = useLanguage()
  const id = useParam('documentId')
  const { programme, on } = useView()
  const document = useAnswer(OneDocument, { id, on })
  const choices = useAnswer(DocumentChoices, { programme: programme || undefined, on })
  return (
    <Shown from={document} lines={8}>
      {(answer) => (
        <>
          <PageHead
            title={f.editTitle(documentName(answer, language))}
            crumbs={[
              { label: w.register, to: '/documents' },
              { label: documentName(answer, language), to: `/documents/${id}` },
              { label: w.edit },
            ]}
          />
          <Shown from={choices}>{(offered) => <Edit document={answer} choices={offered} />}</Shown>
        </>
      )}
    </Shown>
  )
}

function Edit({ document, choices }: { document: Document; choices: Choices }) {
  const f = useWords(documentFormWords)
  const go = useGo()
  const editing = useCommand(EditDocument)
  const [version, setVersion] = useState(document.version)
  const draft = useDraft<Typed>(`document:${document.id}`, {
    areaId: document.area.id,
    kind: document.kind as DocumentKind,
    number: document.number,
    issuedOn: document.issuedOn ?? '',
    issuer: document.issuer,
    title: document.title,
    programmeId: document.programme?.id ?? '',
    replacesId: document.replaces?.id ?? '',
    public: document.public,
    note: document.note,
    // What a task names as its document is changed in the task.
    links: document.linked
      .filter((link) => link.kind !== 'task' || link.relation !== 'starts')
      .map(({ subject, relation }) => ({ key: `${relation} ${subject}`, subject, relation })),
    file: document.file,
  })
  const back = `/documents/${document.id}`
  return (
    <div className="stack">
      <SavedMeanwhile
        problem={editing.problem}
        onTake={(current) => {
          setVersion(current)
          editing.clear()
        }}
      >
        {f.changed}
      </SavedMeanwhile>
      <DocumentForm
        draft={draft}
        choices={choices}
        send={f.save}
        back={back}
        fixedArea
        sending={editing.sending}
        problem={editing.problem}
        onSend={(_, content) =>
          void editing.send({ id: document.id, version, ...content }).then((sent) => {
            if (!sent.ok) return
            draft.forget()
            say(f.saved)
            go(back)
          })
        }
      />
    </div>
  )
}
