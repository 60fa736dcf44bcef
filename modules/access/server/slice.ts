// What people and rights plug into the server.

import { platformRefusals } from '../../../platform/contract/refusal.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { refusals } from '../contract/refusals.ts'
import { delegate, endDelegation } from './commands/delegations.ts'
import { give, revoke } from './commands/grants.ts'
import { handOver } from './commands/hand-over.ts'
import { invitePerson, resetSignIn } from './commands/invite.ts'
import { addPerson, changePerson, disablePerson, enablePerson } from './commands/people.ts'
import { addPost, changePost } from './commands/posts.ts'
import { addRole, changeRole } from './commands/roles.ts'
import { revokeOtherSessions, revokeSession } from './commands/sessions.ts'
import { setLanguage } from './commands/set-language.ts'
import { colleagues, myDelegations } from './queries/delegations.ts'
import { explain } from './queries/explain.ts'
import { me } from './queries/me.ts'
import { people } from './queries/people.ts'
import { person } from './queries/person.ts'
import { post, posts, postTree } from './queries/posts.ts'
import { roles } from './queries/roles.ts'
import { sessions } from './queries/sessions.ts'

export const slice: Slice = {
  module: 'access',
  handlers: [
    me,
    setLanguage,
    people,
    person,
    addPerson,
    changePerson,
    disablePerson,
    enablePerson,
    invitePerson,
    resetSignIn,
    colleagues,
    posts,
    postTree,
    post,
    addPost,
    changePost,
    handOver,
    roles,
    addRole,
    changeRole,
    give,
    revoke,
    myDelegations,
    delegate,
    endDelegation,
    sessions,
    revokeSession,
    revokeOtherSessions,
    explain,
  ],
  constraints: {
    person_email: refusals.email_taken,
    // An area that does not exist is named by somebody who may act everywhere, so that no reach stopped them before.
    post_area_id_fkey: platformRefusals.not_found,
    access_grant_area_id_fkey: platformRefusals.not_found,
  },
}
