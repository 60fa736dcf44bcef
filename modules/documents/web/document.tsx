// One document: its facts, its file, what it starts, what it replaces.

import { unitName } from '../../../platform/contract/unit-name.ts'
import './documents.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { daysBetween, showDay, showSize } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { fileAddress, OneDocument } from '../contract.ts'
import { documentName, kindName } from './names.ts'
import { documentWords, relationWords, subjectWords } from './words.ts'

export type Document = OutputOf<typeof OneDocument>

/** Registering a paper some days after it was signed is usual; later than this is said. */
const usualDelay = 3

export default function DocumentPage() {
  const id = useParam('documentId')
  const { on } = useView()
  const document = useAnswer(OneDocument, { id, on }, { keep: true })
  return <Shown from={document}>{(answer) => <Page document={answer} />}</Shown>
}

function Page({ document }: { document: Document }) {
  const w = useWords(documentWords)
  const language = useLanguage()
  const name = documentName(document, language)
  return (
    <>
      <PageHead
        title={`${document.number ? `${kindName(document.kind, language)} ` : ''}${name}`}
        tab={name}
        crumbs={[{ label: w.register, to: '/documents' }, { label: name }]}
        facts={
          <>
            <Tag icon={document.public ? 'globe' : 'lock'}>{document.public ? w.public : w.internal}</Tag>
            {document.demo && <Tag>{w.demo}</Tag>}
          </>
        }
        actions={
          <>
            <Button icon="print" className="noprint" onClick={() => window.print()}>
              {w.print}
            </Button>
            {document.may.edit && (
              <>
                <LinkButton icon="swap" className="noprint" to={`/documents/new?replaces=${document.id}`}>
                  {w.replace}
                </LinkButton>
                <LinkButton icon="pen" className="noprint" to={`/documents/${document.id}/edit`}>
                  {w.edit}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <div className="stack">
        {document.replacedBy && (
          <Note icon="swap">
            {w.replacedBy}{' '}
            <Go to={`/documents/${document.replacedBy.id}`}>{documentName(document.replacedBy, language)}</Go>:{' '}
            {document.replacedBy.title}
          </Note>
        )}
        <p className="doc-title">{document.title}</p>
        <div className="two">
          <Facts document={document} />
          <FileCard document={document} />
        </div>
        <LinkedCard document={document} />
      </div>
    </>
  )
}

function Facts({ document }: { document: Document }) {
  const w = useWords(documentWords)
  const language = useLanguage()
  const late = !document.issuedOn || daysBetween(document.issuedOn, document.recordedOn) > usualDelay
  const facts: [string, React.ReactNode][] = [
    [w.kind, kindName(document.kind, language)],
    [w.number, document.number || '–'],
    [w.issuedOn, document.issuedOn ? showDay(document.issuedOn) : w.dayUnknown],
    [w.issuer, document.issuer],
    [w.area, unitName(document.area, language)],
  ]
  if (document.programme)
    facts.push([
      w.programme,
      <Go key="programme" to={`/programme?programme=${document.programme.slug}`}>
        {document.programme.name[language]}
      </Go>,
    ])
  if (document.replaces)
    facts.push([
      w.replaces,
      <Go key="replaces" to={`/documents/${document.replaces.id}`}>
        {documentName(document.replaces, language)}
      </Go>,
    ])
  if (late) facts.push([w.recordedOn, showDay(document.recordedOn)])
  if (document.note) facts.push([w.note, document.note])
  return (
    <Card title={w.facts} padded>
      <dl className="doc-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function FileCard({ document }: { document: Document }) {
  const w = useWords(documentWords)
  const language = useLanguage()
  const { file } = document
  if (!file)
    return (
      <Card title={w.file}>
        <Empty icon="doc" title={w.noFile} />
      </Card>
    )
  const picture = file.mediaType.startsWith('image/')
  return (
    <Card title={w.file} padded>
      {picture && <img className="doc-picture" src={fileAddress(file.id)} alt={document.title} />}
      <p className="doc-file">
        <Icon name="doc" />
        <span>
          {file.name}
          <small className="num">{showSize(file.size, language)}</small>
        </span>
        <LinkButton
          small
          icon="download"
          href={`${fileAddress(file.id)}?download`}
          download
          label={w.download(file.name)}
        >
          {w.open}
        </LinkButton>
      </p>
    </Card>
  )
}

function LinkedCard({ document }: { document: Document }) {
  const w = useWords(documentWords)
  const relations = useWords(relationWords)
  const subjects = useWords(subjectWords)
  const language = useLanguage()
  return (
    <Card title={w.linked}>
      {document.linked.length === 0 ? (
        <Empty icon="flag" title={w.nothingLinked} />
      ) : (
        <ul className="doc-links">
          {document.linked.map((link) => (
            <li key={`${link.relation}${link.subject}`}>
              <span className="muted t13">
                {subjects[link.kind]}, {relations[link.relation]}
              </span>
              {link.to ? <Go to={link.to}>{link.label[language]}</Go> : link.label[language]}
              {link.on && <span className="muted t13">{showDay(link.on)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
