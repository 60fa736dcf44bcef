// The four sides of people and rights, above each of their screens; and the head of the two that are lists.

import { Button } from '../../../platform/web/components/button.tsx'
import { Chip, Chips } from '../../../platform/web/components/chip.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { usePath } from '../../../platform/web/route.tsx'
import { defineWords, useWords } from '../../../platform/web/words.ts'

const words = defineWords({
  label: { vi: 'Người và quyền', en: 'People and rights' },
  people: { vi: 'Người', en: 'People' },
  posts: { vi: 'Chức danh', en: 'Posts' },
  roles: { vi: 'Vai trò', en: 'Roles' },
  why: { vi: 'Vì sao được?', en: 'Why may they?' },
})

export function PeopleTabs() {
  const w = useWords(words)
  const path = usePath()
  const at = (to: string) => path.replace(/^\/app/, '').startsWith(to)
  return (
    <Chips label={w.label}>
      <Chip icon="users" to="/people" on={at('/people')}>
        {w.people}
      </Chip>
      <Chip icon="stamp" to="/posts" on={at('/posts')}>
        {w.posts}
      </Chip>
      <Chip icon="columns" to="/roles" on={at('/roles')}>
        {w.roles}
      </Chip>
      <Chip icon="help" to="/why" on={at('/why')}>
        {w.why}
      </Chip>
    </Chips>
  )
}

/** `onAdd` is given to those who may. */
export function PeopleHead({
  title,
  asOf,
  add,
  onAdd,
}: {
  title: string
  /** When it was asked, or words for the day that it is of. */
  asOf: Date | string | undefined
  add: string
  onAdd: (() => void) | undefined
}) {
  return (
    <>
      <PageHead
        title={title}
        facts={typeof asOf === 'string' ? <AsOf>{asOf}</AsOf> : <AsOf at={asOf} />}
        actions={
          onAdd && (
            <Button main icon="plus" onClick={onAdd}>
              {add}
            </Button>
          )
        }
      />
      <PeopleTabs />
    </>
  )
}
