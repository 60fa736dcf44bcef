// Beside a file that was opened in an emergency: what that means, in place of who sees what.

import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { emergencyWords } from './emergency-words.ts'

export function EmergencyCard() {
  const w = useWords(emergencyWords)
  const lines = [
    { icon: 'bell', text: w.told },
    { icon: 'eye', text: w.howWhole },
    { icon: 'clock', text: w.howClose },
    { icon: 'check-c', text: w.howReview },
  ] as const
  return (
    <Card title={w.howTitle} icon="alert">
      <ul className="case-law">
        {lines.map(({ icon, text }) => (
          <li key={icon}>
            <Icon name={icon} />
            {text}
          </li>
        ))}
      </ul>
    </Card>
  )
}
