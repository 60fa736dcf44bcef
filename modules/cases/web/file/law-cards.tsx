// What the law protects in this person now, and where the law itself is open.

import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { LifeShown } from '../../contract.ts'
import { kindTitle } from '../events/shown.tsx'
import { fileWords } from './words.ts'

export function LawCards({ life: { protections, toCheck } }: { life: LifeShown }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  return (
    <>
      {protections.length > 0 && (
        <Card title={w.protections} icon="heart">
          <ul className="case-law">
            {protections.map(({ id, what, source, blocks }) => (
              <li key={id}>
                <Icon name="kept" />
                <span>
                  <b className="semi">{what[language]}</b>
                  <small>{source[language]}</small>
                  {blocks.length > 0 && (
                    <small>{w.blocks(blocks.map((kind) => kindTitle(kind)[language]).join('; '))}</small>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {toCheck.length > 0 && (
        <Card title={w.uncertain} icon="help">
          <p className="case-law-why">{w.uncertainWhy}</p>
          <ul className="case-law">
            {toCheck.map((words) => (
              <li key={words.vi}>
                <Icon name="alert" />
                <span>{words[language]}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
