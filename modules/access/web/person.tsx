// One person: posts, rights with who gave them and why, lent rights, devices; and what may be done about them.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay, showSpan } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useParam } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ViewPerson } from '../contract/people.ts'
import { DelegationList } from './delegation-list.tsx'
import { DevicesCard } from './devices-card.tsx'
import { Facts } from './facts.tsx'
import { GiveGrantDialog } from './give-grant.tsx'
import { GrantTable } from './grant-table.tsx'
import { PersonDeeds } from './person-deeds.tsx'
import { personWords } from './person-words.ts'

export type PersonAnswer = OutputOf<typeof ViewPerson>

export default function Person() {
  const w = useWords(personWords)
  const id = useParam('personId')
  const found = useAnswer(ViewPerson, { id })
  const name = found.answer?.person.name ?? ''
  return (
    <>
      <PageHead
        title={name || w.person}
        crumbs={[{ label: w.people, to: '/people' }, { label: name || '…' }]}
        facts={
          <>
            {found.answer?.person.disabledOn && (
              <Status kind="lost">{w.stoppedOn(showDay(found.answer.person.disabledOn))}</Status>
            )}
            <AsOf at={found.asOf} />
          </>
        }
        actions={found.answer && <PersonDeeds found={found.answer} />}
      />
      <Shown from={found} lines={8}>
        {(answer) => <Sides answer={answer} />}
      </Shown>
    </>
  )
}

function Sides({ answer }: { answer: PersonAnswer }) {
  const w = useWords(personWords)
  const [giving, setGiving] = useState(false)
  const { person, posts, grants, delegations, elsewhere, may } = answer
  return (
    <>
      {elsewhere > 0 && <Note icon="lock">{w.elsewhere(elsewhere)}</Note>}
      <div className="two">
        <div className="col">
          <Card
            title={w.rights}
            end={
              <>
                <LinkButton small quiet icon="help" to={`/why?person=${person.id}`}>
                  {w.why}
                </LinkButton>
                {may.grant && (
                  <Button small icon="plus" onClick={() => setGiving(true)}>
                    {w.give}
                  </Button>
                )}
              </>
            }
          >
            {grants.length === 0 ? <Empty icon="lock" title={w.noRights} /> : <GrantTable grants={grants} />}
          </Card>
          <Card title={w.delegations}>
            {delegations.length === 0 ? (
              <Empty icon="swap" title={w.noDelegations} />
            ) : (
              <DelegationList rows={delegations} />
            )}
          </Card>
        </div>
        <div className="col">
          <Card title={w.signIn} padded>
            <Facts items={useSignInFacts(answer)} />
          </Card>
          <PostsCard posts={posts} />
          {may.sessions && <DevicesCard personId={person.id} />}
        </div>
      </div>
      {giving && <GiveGrantDialog person={person} onClose={() => setGiving(false)} />}
    </>
  )
}

function useSignInFacts({ person, authenticator, passkeys }: PersonAnswer) {
  const w = useWords(personWords)
  return [
    { term: w.email, text: person.email },
    { term: w.language, text: person.language === 'vi' ? 'Tiếng Việt' : 'English' },
    {
      term: w.state,
      text: (
        <Status kind={person.signIn === 'ready' ? 'met' : 'unknown'}>
          {person.signIn === 'ready' ? w.ready : person.signIn === 'invited' ? w.invited : w.notInvited}
        </Status>
      ),
    },
    { term: w.authenticator, text: authenticator ? w.on : w.off },
    { term: w.passkeys, text: String(passkeys) },
  ]
}

function PostsCard({ posts }: { posts: PersonAnswer['posts'] }) {
  const w = useWords(personWords)
  const language = useLanguage()
  return (
    <Card title={w.posts} padded={posts.length > 0}>
      {posts.length === 0 ? (
        <Empty icon="stamp" title={w.noPosts} />
      ) : (
        <ul className="acc-list">
          {posts.map((post) => (
            <li key={`${post.id}-${post.from}`}>
              <span className="grow">
                <Go to={`/posts/${post.id}`}>{language === 'vi' ? post.titleVi : post.titleEn}</Go>, {post.area.name}
                <small>{showSpan(post.from, post.to, language)}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
