// The head of a page about files: that they are sealed, and of which commune they are.

import type { ReactNode } from 'react'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../../platform/web/components/page.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Commune } from './communes.ts'
import { filesWords } from './words.ts'

type Props = {
  title: string
  commune: Commune | undefined
  /** Below the list of files, to which the crumbs lead back. */
  inFiles?: boolean
  actions?: ReactNode
}

export function SealedHead({ title, commune, inFiles, actions }: Props) {
  const w = useWords(filesWords)
  const language = useLanguage()
  return (
    <PageHead
      title={title}
      {...(inFiles && { crumbs: [{ label: w.title, to: '/files' }, { label: title }] })}
      facts={
        <>
          <Status kind="sealed">{w.sealed}</Status>
          {commune && <Tag>{unitTitle(commune, language)}</Tag>}
        </>
      }
      actions={actions}
    />
  )
}
