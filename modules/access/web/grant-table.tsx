// The rights of a person: in force first, then what was; each can be taken back by those who could have given it.

import { useState } from 'react'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showSpan } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { PersonAnswer } from './person.tsx'
import { personWords } from './person-words.ts'
import { RevokeGrantDialog } from './revoke-grant.tsx'

type Grant = PersonAnswer['grants'][number]

export function GrantTable({ grants }: { grants: readonly Grant[] }) {
  const w = useWords(personWords)
  const language = useLanguage()
  const [revoking, setRevoking] = useState<Grant>()
  const columns: Column<Grant>[] = [
    {
      key: 'role',
      title: w.role,
      cell: (grant) => (
        <>
          <b className="med">{language === 'vi' ? grant.role.nameVi : grant.role.nameEn}</b>
          <span className="sub">{grant.area ? unitName(grant.area, language) : w.everywhere}</span>
        </>
      ),
    },
    {
      key: 'period',
      title: w.period,
      cell: (grant) => (
        <>
          <GrantState grant={grant} />
          <span className="sub">{showSpan(grant.from, grant.to, language)}</span>
        </>
      ),
    },
    {
      key: 'reason',
      title: w.reason,
      cell: (grant) => (
        <>
          {grant.reason}
          {grant.givenBy && <span className="sub">{w.givenBy(grant.givenBy.name)}</span>}
        </>
      ),
    },
    {
      key: 'revoke',
      title: w.revoke,
      hiddenTitle: true,
      fold: false,
      align: 'right',
      cell: (grant) =>
        grant.may.revoke ? (
          <Button small quiet danger onClick={() => setRevoking(grant)}>
            {w.revoke}
          </Button>
        ) : null,
    },
  ]
  const ordered = [...grants].sort((a, b) => Number(b.inForce) - Number(a.inForce))
  return (
    <>
      <Table label={w.rights} columns={columns} rows={ordered} rowKey={(grant) => grant.id} />
      {revoking && <RevokeGrantDialog grant={revoking} onClose={() => setRevoking(undefined)} />}
    </>
  )
}

function GrantState({ grant }: { grant: Grant }) {
  const w = useWords(personWords)
  const { today } = useView()
  if (grant.revokedOn) return <Status kind="lost">{w.revokedOn(showDay(grant.revokedOn))}</Status>
  if (grant.inForce) return <Status kind="met">{w.inForce}</Status>
  return <Status kind="unknown">{grant.from > today ? w.notYet : w.over}</Status>
}
