// Communes of before that still keep files of this one's territory: how many, and taking them over.

import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../../platform/contract/unit-name.ts'
import type { Answer } from '../../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Empty, Shown } from '../../../../platform/web/components/states.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { ListCommunesBefore } from '../../contract.ts'
import { TakeOverDialog } from './take-over.tsx'
import { beforeWords } from './words.ts'

type Before = OutputOf<typeof ListCommunesBefore>
export type CommuneBefore = Before['rows'][number]

export function CommunesBefore({ from, communeId }: { from: Answer<Before>; communeId: string }) {
  const w = useWords(beforeWords)
  const language = useLanguage()
  const [taking, setTaking] = useState<CommuneBefore>()
  return (
    <Card>
      <Shown from={from}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon="check-c" title={w.none} />
          ) : (
            <ul className="hand-over-before">
              {rows.map((row) => (
                <li key={row.unit.id}>
                  <Icon name="sealed" />
                  <span>
                    <b className="semi">{unitTitle(row.unit, language)}</b>, {w.until(showDay(row.until))}
                    <small>
                      {row.files > 0 && w.count(row.files)}
                      {row.heirs.length > 1 &&
                        `. ${w.dividedAmong(row.heirs.map((heir) => unitName(heir, language)).join(', '))}`}
                    </small>
                    {row.away.map(({ id, number, system, dueAt }) => (
                      <small key={id}>
                        <LinkButton small quiet icon="swap" to={`/hand-overs/far/${communeId}/${id}`}>
                          {number}
                        </LinkButton>{' '}
                        {w.away(system, showInstant(dueAt))}
                      </small>
                    ))}
                  </span>
                  {row.files > 0 && (
                    <Button small icon="eye" onClick={() => setTaking(row)}>
                      {w.open}
                      <span className="sr"> {unitTitle(row.unit, language)}</span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {taking && <TakeOverDialog before={taking} communeId={communeId} onClose={() => setTaking(undefined)} />}
    </Card>
  )
}
