// In a demonstration only: its invented people by role; one press fills in the address.

import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Ways } from './sign-in.tsx'
import { signInWords } from './sign-in-words.ts'

export function DemoPeople({
  people,
  chosen,
  onChoose,
}: {
  people: Ways['demoPeople']
  chosen: string
  onChoose: (email: string) => void
}) {
  const w = useWords(signInWords)
  const language = useLanguage()
  return (
    <section className="ent-demo" aria-labelledby="demo-people">
      <h2 id="demo-people">{w.demoTitle}</h2>
      <p>{w.demoLead}</p>
      <ul>
        {people.map(({ email, roleVi, roleEn, areaName }) => (
          <li key={email}>
            <button type="button" aria-pressed={chosen === email} onClick={() => onChoose(email)}>
              {language === 'vi' ? roleVi : roleEn}
              <small>{areaName ?? w.everywhere}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
