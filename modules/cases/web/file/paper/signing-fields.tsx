// By which right the paper is signed: what the posts of today propose, and what Decree 30 makes of each; with its reason.

import type { OutputOf } from '../../../../../platform/contract/operation.ts'
import { SelectField, TextField } from '../../../../../platform/web/components/field.tsx'
import { useLanguage } from '../../../../../platform/web/language.ts'
import { useWords } from '../../../../../platform/web/words.ts'
import type { ShowForm } from '../../../contract.ts'
import { type SigningWay, signingWays } from '../../../forms/signing.ts'
import { paperWords } from './words.ts'

type Answered = NonNullable<OutputOf<typeof ShowForm>['signing']>
/** What is proposed is left out where no post was asked. */
type Signing = Pick<Answered, 'ways'> & Partial<Answered>

export function SigningFields({
  signing: { ways, proposed },
  way,
  post,
  onChange,
}: {
  signing: Signing
  way: SigningWay
  post: string
  onChange: (change: { way: string } | { ownPost: string }) => void
}) {
  const w = useWords(paperWords)
  const language = useLanguage()
  const chosen = ways.find((each) => each.way === way)
  const left = ways.find(({ may }) => !may)
  const notes = [
    ...(proposed && way === proposed.way ? [`${proposed.because[language]}.`] : []),
    ...(chosen ? [`${chosen.because[language]}.`] : []),
  ].map((note) => note.charAt(0).toLocaleUpperCase('vi') + note.slice(1))
  return (
    <>
      <SelectField
        label={w.signedHow}
        value={way}
        onChange={(next) => onChange({ way: next })}
        choices={ways
          .filter(({ may }) => may)
          .map((each) => ({ value: each.way, label: signingWays[each.way][language] }))}
        reason={notes.join(' ')}
      />
      {left && <p className="muted">{w.notSo(left.because[language])}</p>}
      {(way === 'by-order' || way === 'authorised') && (
        <TextField label={w.ownPost} value={post} onChange={(text) => onChange({ ownPost: text })} maxLength={120} />
      )}
    </>
  )
}
