// My account: who I am here, my language, and everything I sign in with.

import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showSpan } from '../../../platform/web/format.ts'
import { setLanguage, useLanguage } from '../../../platform/web/language.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { Me, SetLanguage } from '../contract/me.ts'
import { AuthenticatorCard } from './authenticator-card.tsx'
import { DevicesCard } from './devices-card.tsx'
import { Facts } from './facts.tsx'
import FilesWithheld from './files-withheld.tsx'
import type { MeAnswer } from './me-answer.ts'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordCard } from './password-card.tsx'

const words = defineWords({
  title: { vi: 'Tài khoản của tôi', en: 'My account' },
  who: { vi: 'Tôi ở đây', en: 'Who I am here' },
  delegations: { vi: 'Ủy quyền', en: 'Lent rights' },
  name: { vi: 'Họ tên', en: 'Name' },
  email: { vi: 'Địa chỉ đăng nhập', en: 'Sign-in address' },
  posts: { vi: 'Chức danh', en: 'Posts' },
  noPost: { vi: 'Chưa giữ chức danh nào', en: 'No post held' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  noRole: { vi: 'Chưa được cấp quyền nào', en: 'No right given yet' },
  everywhere: { vi: 'mọi địa bàn', en: 'everywhere' },
  acting: { vi: (name: string) => `thay ${name}`, en: (name: string) => `for ${name}` },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
})

export default function Profile() {
  const w = useWords(words)
  const me = useAnswer(Me, {})
  return (
    <>
      <PageHead title={w.title} />
      <Shown from={me} lines={8}>
        {(answer) => (
          <div className="stack">
            <FilesWithheld on="account" />
            <div className="two">
              <div className="col">
                <WhoCard me={answer} />
                <PasswordCard has={answer.signIn.password} email={answer.person.email} />
              </div>
              <div className="col">
                <AuthenticatorCard on={answer.signIn.authenticator} password={answer.signIn.password} />
                <PasskeysCard passkeys={answer.signIn.passkeys} />
                <DevicesCard />
              </div>
            </div>
          </div>
        )}
      </Shown>
    </>
  )
}

function WhoCard({ me }: { me: MeAnswer }) {
  const w = useWords(words)
  const language = useLanguage()
  const vi = language === 'vi'
  const keep = useCommand(SetLanguage)
  const choose = (chosen: 'vi' | 'en') => {
    setLanguage(chosen)
    void keep.send({ language: chosen })
  }
  return (
    <Card title={w.who} padded end={<More to="/delegations">{w.delegations}</More>}>
      <Facts
        items={[
          {
            term: w.name,
            text: me.person.name,
          },
          { term: w.email, text: me.person.email },
          {
            term: w.posts,
            text:
              me.posts.length === 0
                ? w.noPost
                : me.posts.map((post) => (
                    <div key={`${post.id}-${post.from}`}>
                      {vi ? post.titleVi : post.titleEn}, {post.area.name}{' '}
                      <span className="faint t13">{showSpan(post.from, post.to, language)}</span>
                    </div>
                  )),
          },
          {
            term: w.roles,
            text:
              me.roles.length === 0
                ? w.noRole
                : me.roles.map(({ role, area, actingFor }) => (
                    <div key={`${role.id}-${area?.id}-${actingFor?.id}`}>
                      {vi ? role.nameVi : role.nameEn}, {area?.name ?? w.everywhere}
                      {actingFor && <span className="faint t13"> ({w.acting(actingFor.name)})</span>}
                    </div>
                  )),
          },
          {
            term: w.language,
            text: (
              <Seg
                label={w.language}
                value={language}
                onChange={choose}
                choices={[
                  { value: 'vi', label: 'Tiếng Việt' },
                  { value: 'en', label: 'English' },
                ]}
              />
            ),
          },
        ]}
      />
    </Card>
  )
}
