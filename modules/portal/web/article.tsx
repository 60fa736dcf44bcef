// One item for its writers: change a draft, publish, correct in the open, withdraw; and what was corrected before.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import './portal.css'
import { lazy, Suspense, useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useParam, useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { FindArticle } from '../contract.ts'
import { ArticleForm } from './article-form.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { StateMark } from './state-mark.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { portalWords } from './words.ts'

const Preview = lazy(() => import('./preview.tsx'))
const MarkdownPart = lazy(async () => ({ default: (await import('./markdown-view.tsx')).MarkdownView }))

export type Found = OutputOf<typeof FindArticle>

export default function ArticlePage() {
  const found = useAnswer(FindArticle, { id: useParam('articleId') })
  return <Shown from={found}>{(answer) => <Article found={answer} />}</Shown>
}

function Article({ found }: { found: Found }) {
  const w = useWords(portalWords)
  const search = useSearch()
  const [dialog, setDialog] = useState<'publish' | 'withdraw'>()
  const { article, may } = found
  const correcting = may.correct && search.get('edit') === 'correct'
  return (
    <>
      <PageHead
        title={article.title}
        crumbs={[{ label: w.title, to: '/portal' }, { label: w[article.state] }]}
        facts={
          <>
            <StateMark state={article.state} />
            {article.demo && <Tag>{w.demo}</Tag>}
          </>
        }
        actions={
          <>
            {article.state === 'published' && (
              <LinkButton href={`/tin/${article.slug}`} icon="out">
                {w.seeOnPortal}
              </LinkButton>
            )}
            {may.correct && !correcting && (
              <Button icon="pen" onClick={() => search.set({ edit: 'correct' }, { keepStep: true })}>
                {w.correct}
              </Button>
            )}
            {may.withdraw && (
              <Button icon="x" onClick={() => setDialog('withdraw')}>
                {w.withdraw}
              </Button>
            )}
            {may.publish && (
              <Button main icon="check" onClick={() => setDialog('publish')}>
                {article.state === 'scheduled' ? w.reschedule : w.publish}
              </Button>
            )}
          </>
        }
      />
      <div className="stack">
        {article.withdrawnAt && (
          <Note icon="x">
            <b className="semi">{w.withdrawnOn(showInstant(article.withdrawnAt))}.</b> {article.withdrawnReason}
          </Note>
        )}
        {may.change && !may.publish && <Note>{w.mayNotPublish}</Note>}
        {may.change || correcting ? (
          <ArticleForm key={`${article.id}${correcting}`} found={found} correcting={correcting} />
        ) : (
          <Reading found={found} />
        )}
        {found.corrections.length > 0 && <Corrections found={found} />}
      </div>
      <PublishDialog article={article} open={dialog === 'publish'} onClose={() => setDialog(undefined)} />
      <WithdrawDialog article={article} open={dialog === 'withdraw'} onClose={() => setDialog(undefined)} />
    </>
  )
}

function Reading({ found: { article } }: { found: Found }) {
  const w = useWords(portalWords)
  const language = useLanguage()
  return (
    <div className="po-two">
      <Suspense fallback={null}>
        <Preview typed={{ ...article, pictureId: article.pictureId ?? '' }} />
      </Suspense>
      <Card title={w.facts} padded>
        <dl className="po-facts">
          <dt>{w.area}</dt>
          <dd>{unitTitle(article.area, language)}</dd>
          <dt>{w.when}</dt>
          <dd>{article.publishAt ? showInstant(article.publishAt) : w.none2}</dd>
          <dt>{w.views}</dt>
          <dd>{showNumber(article.views, language)}</dd>
          <dt>{w.source}</dt>
          <dd>{article.source || w.none2}</dd>
          <dt>{w.related}</dt>
          <dd>{article.related.map((item) => item.title).join('; ') || w.none2}</dd>
          <dt>{w.changedAt}</dt>
          <dd>{showInstant(article.changedAt)}</dd>
          <dt>{w.address}</dt>
          <dd>
            <a href={`/tin/${article.slug}`}>{`/tin/${article.slug}`}</a>
          </dd>
        </dl>
      </Card>
    </div>
  )
}

function Corrections({ found }: { found: Found }) {
  const w = useWords(portalWords)
  return (
    <Card title={w.history} padded>
      <ul className="stack">
        {found.corrections.map((each) => (
          <li key={each.id}>
            <b className="semi">{showInstant(each.at)}.</b> {each.reason}
            <details>
              <summary>{w.earlier}</summary>
              <div className="po-was">
                <p className="semi">{each.earlierTitle}</p>
                <p>{each.earlierSummary}</p>
                <Suspense fallback={null}>
                  <MarkdownPart text={each.earlierBody} />
                </Suspense>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  )
}
