// On a unit's page: the papers in its register and those issued over its programme, the newest first.

import './documents.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListDocuments } from '../contract.ts'
import { documentName } from './names.ts'
import { documentWords } from './words.ts'

const shown = 5

export default function UnitDocuments({ areaId, on }: { areaId: string; on: string }) {
  const w = useWords(documentWords)
  const language = useLanguage()
  const list = useAnswer(ListDocuments, { concerning: areaId, on, limit: String(shown) }, { keep: true })
  if (list.answer?.total === 0 || list.problem?.status === 403) return null
  const total = list.answer?.total ?? 0
  return (
    <Card
      title={w.register}
      end={
        total > shown && <More to={`/documents?unit=${areaId}&scope=all`}>{w.seeAll(showNumber(total, language))}</More>
      }
    >
      <Shown from={list} lines={3}>
        {({ rows }) => (
          <ul className="doc-brief">
            {rows.map((row) => (
              <li key={row.id}>
                <Icon name="doc" />
                <div>
                  <Go className="semi" to={`/documents/${row.id}`}>
                    {documentName(row, language)}
                  </Go>
                  , {row.issuedOn ? showDay(row.issuedOn) : w.dayUnknown} {row.demo && <Tag>{w.demo}</Tag>}
                  <span className="sub">{row.title}</span>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}
