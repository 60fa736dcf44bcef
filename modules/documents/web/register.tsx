// Registering a document; `?replaces=` begins from the one that it replaces.

import { useRef } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { say } from '../../../platform/web/components/messages.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { useGo, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { DocumentChoices, RegisterDocument } from '../contract.ts'
import { type Choices, DocumentForm, type Typed } from './form.tsx'
import { documentFormWords, documentWords } from './words.ts'

export default function RegisterPage() {
  const w = useWords(documentWords)
  const { programme, on } = useView()
  const choices = useAnswer(DocumentChoices, { programme: programme || undefined, on })
  return (
    <>
      <PageHead title={w.add} crumbs={[{ label: w.register, to: '/documents' }, { label: w.add }]} />
      <Shown from={choices} lines={8}>
        {(answer) => <NewDocument choices={answer} />}
      </Shown>
    </>
  )
}

function NewDocument({ choices }: { choices: Choices }) {
  const f = useWords(documentFormWords)
  const go = useGo()
  const { programme } = useView()
  const replaces = useSearch().get('replaces') ?? ''
  const id = useRef(uuidv7())
  const registering = useCommand(RegisterDocument)
  const draft = useDraft<Typed>(`document:new:${replaces}`, {
    areaId: '',
    kind: 'kế hoạch',
    number: '',
    issuedOn: '',
    issuer: '',
    title: '',
    programmeId: choices.programmes.find((each) => each.slug === programme)?.id ?? '',
    replacesId: replaces,
    public: false,
    note: '',
    links: [],
    file: null,
  })
  return (
    <DocumentForm
      draft={draft}
      choices={choices}
      send={f.send}
      back="/documents"
      sending={registering.sending}
      problem={registering.problem}
      onSend={(areaId, content) =>
        void registering.send({ id: id.current, areaId, ...content }).then((sent) => {
          if (!sent.ok) return
          draft.forget()
          say(f.registered)
          go(`/documents/${sent.answer.id}`)
        })
      }
    />
  )
}
