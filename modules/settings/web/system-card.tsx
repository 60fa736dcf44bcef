// How the machine is: version, clock, memory, database, upgrades, and how far the audit is sealed.

import { useAnswer } from '../../../platform/web/answer.ts'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay, showInstant, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ShowSystem } from '../contract.ts'
import { partName } from './parts.ts'
import { systemWords } from './words.ts'

export function SystemCard() {
  const w = useWords(systemWords)
  const language = useLanguage()
  const system = useAnswer(ShowSystem, {}, { everySeconds: 30, keep: true })
  const count = (n: number) => showNumber(n, language)
  const megabytes = (bytes: number) => `${showNumber(bytes / 1024 / 1024, language, 1)} MB`
  return (
    <Card title={w.title} icon="device" padded end={<More to="/audit">{w.openAudit}</More>}>
      <Shown from={system} lines={6}>
        {(answer) => {
          const facts: [string, string, string?][] = [
            [w.version, `Bình Yên ${answer.version}`],
            [w.started, showInstant(answer.startedAt)],
            [w.clock, showInstant(answer.now), w.today(showDay(answer.today))],
            [w.memory, megabytes(answer.memoryBytes)],
            [
              w.database,
              `PostgreSQL ${answer.database.version}`,
              `${megabytes(answer.database.bytes)} · ${w.connections(count(answer.database.connections))}`,
            ],
            [
              w.upgrades,
              w.times(count(answer.upgrades.count)),
              answer.upgrades.lastAt
                ? w.last(showInstant(answer.upgrades.lastAt), partName(answer.upgrades.lastPart, language))
                : undefined,
            ],
            [w.audit, w.entries(count(answer.audit.sealedUntil)), w.unsealed(count(answer.audit.unsealed))],
          ]
          return (
            <dl className="settings-facts">
              {facts.map(([name, value, more]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    <span className="num semi">{value}</span>
                    {more && <span className="muted">{more}</span>}
                  </dd>
                </div>
              ))}
            </dl>
          )
        }}
      </Shown>
    </Card>
  )
}
