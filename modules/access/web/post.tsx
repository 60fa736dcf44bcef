// One post: its holders over time, the line it reports to, the open work that a hand-over passes on.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Timeline } from '../../../platform/web/components/timeline.tsx'
import { addDays, showDay, showSpan } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ViewPost } from '../contract/posts.ts'
import { ChangePostDialog } from './change-post.tsx'
import { Facts } from './facts.tsx'
import { HandOverDialog } from './hand-over.tsx'
import { InheritedList } from './inherited-list.tsx'
import { postWords } from './post-words.ts'

export type PostAnswer = OutputOf<typeof ViewPost>

export default function Post() {
  const w = useWords(postWords)
  const vi = useLanguage() === 'vi'
  const { on } = useView()
  const found = useAnswer(ViewPost, { id: useParam('postId'), on })
  const [deed, setDeed] = useState<'hand-over' | 'change'>()
  const post = found.answer?.post
  const title = post ? `${vi ? post.titleVi : post.titleEn}, ${post.area.name}` : w.post
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: w.peopleAndRights, to: '/people' }, { label: w.title, to: '/posts' }, { label: title }]}
        facts={<AsOf>{w.asOf(showDay(on))}</AsOf>}
        actions={
          <>
            {found.answer?.may.change && (
              <Button icon="pen" onClick={() => setDeed('change')}>
                {w.change}
              </Button>
            )}
            {found.answer?.may.handOver && (
              <Button main icon="swap" onClick={() => setDeed('hand-over')}>
                {w.handOver}
              </Button>
            )}
          </>
        }
      />
      <Shown from={found} lines={6}>
        {(answer) => (
          <>
            <Sides answer={answer} />
            {deed === 'hand-over' && <HandOverDialog answer={answer} onClose={() => setDeed(undefined)} />}
            {deed === 'change' && <ChangePostDialog answer={answer} onClose={() => setDeed(undefined)} />}
          </>
        )}
      </Shown>
    </>
  )
}

function Sides({ answer }: { answer: PostAnswer }) {
  const w = useWords(postWords)
  const language = useLanguage()
  const vi = language === 'vi'
  const { post, reportsTo, holders, inherited, on } = answer
  return (
    <div className="two">
      <div className="col">
        <Card title={w.facts} padded>
          <Facts
            items={[
              {
                term: w.holder,
                text: post.holder ? (
                  <>
                    <Go to={`/people/${post.holder.person.id}`}>{post.holder.person.name}</Go>{' '}
                    <span className="faint t13">{showSpan(post.holder.from, post.holder.to, language)}</span>
                  </>
                ) : (
                  w.vacant
                ),
              },
              ...(post.acting ? [{ term: w.acting, text: post.acting.name }] : []),
              { term: w.area, text: unitTitle(post.area, language) },
              ...(post.body ? [{ term: w.body, text: post.body.name }] : []),
              {
                term: w.reportsTo,
                text: reportsTo ? (
                  <Go to={`/posts/${reportsTo.id}`}>
                    {vi ? reportsTo.titleVi : reportsTo.titleEn}, {reportsTo.area.name}
                  </Go>
                ) : (
                  w.nobodyAbove
                ),
              },
            ]}
          />
        </Card>
        <Card title={w.openWork}>
          {inherited.length === 0 ? <Empty icon="check-c" title={w.noWork} /> : <InheritedList items={inherited} />}
        </Card>
      </div>
      <Card title={w.history} padded={holders.length > 0}>
        {holders.length === 0 ? (
          <Empty icon="users" title={w.noHistory} />
        ) : (
          <Timeline
            label={w.history}
            items={holders.map((holder) => ({
              id: `${holder.person.id}-${holder.from}`,
              when: showDay(holder.from),
              whenNote: holder.to ? w.through(showDay(addDays(holder.to, -1))) : w.now,
              icon: 'user',
              kind: holder.from <= on && (holder.to === null || holder.to > on) ? 'decision' : undefined,
              title: <Go to={`/people/${holder.person.id}`}>{holder.person.name}</Go>,
              children: holder.document || undefined,
            }))}
          />
        )}
      </Card>
    </div>
  )
}
