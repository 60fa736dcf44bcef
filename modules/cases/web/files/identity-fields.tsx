// The fields of who a person is. Doubts about a number warn and never stop: clerks mistype, and some have no papers.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { SelectField, TextArea, TextField } from '../../../../platform/web/components/field.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { circumstanceNames, circumstances, doubtsOf, paperKinds, sexes } from '../../contract.ts'
import {
  type IdentityFault,
  identityOf,
  type TypedCircumstance,
  type TypedIdentity,
  type TypedPaper,
} from './identity-draft.ts'
import { doubtNames, identityWords, paperKindNames, sexNames } from './identity-words.ts'

type Props = {
  value: TypedIdentity
  change: (part: Partial<TypedIdentity>) => void
  /** Shown once somebody tried to send. */
  faults: readonly IdentityFault[]
}

const nextKey = (rows: readonly { key: number }[]): number => 1 + Math.max(0, ...rows.map(({ key }) => key))

function useChoices<K extends string>(ids: readonly K[], names: Record<K, Bilingual>) {
  const language = useLanguage()
  return ids.map((id) => ({ value: id, label: names[id][language] }))
}

export function IdentityFields({ value, change, faults }: Props) {
  const w = useWords(identityWords)
  const sexChoices = useChoices(sexes, sexNames)
  return (
    <>
      <TextField
        label={w.name}
        reason={w.nameWhy}
        value={value.name}
        onChange={(name) => change({ name })}
        problem={faults.includes('name') ? w.needed : undefined}
      />
      <TextField
        optional
        label={w.birth}
        reason={w.birthWhy}
        inputMode="numeric"
        value={value.birth}
        onChange={(birth) => change({ birth })}
        problem={faults.includes('birth') ? w.birthWrong : undefined}
      />
      <RadioField
        label={w.sex}
        value={value.sex}
        onChange={(sex) => change({ sex: sex as TypedIdentity['sex'] })}
        choices={[...sexChoices, { value: '', label: w.unknown }]}
      />
      <Papers value={value} change={change} />
      <TextField
        optional
        label={w.residence}
        reason={w.residenceWhy}
        value={value.residence}
        onChange={(residence) => change({ residence })}
      />
      <TextField optional label={w.stay} value={value.stay} onChange={(stay) => change({ stay })} />
      <TextField optional label={w.phone} inputMode="tel" value={value.phone} onChange={(phone) => change({ phone })} />
      <TextArea
        optional
        label={w.otherNames}
        reason={w.otherNamesWhy}
        rows={2}
        value={value.otherNames}
        onChange={(otherNames) => change({ otherNames })}
      />
      <Circumstances value={value} change={change} faults={faults} />
    </>
  )
}

function Papers({ value, change }: Omit<Props, 'faults'>) {
  const w = useWords(identityWords)
  const language = useLanguage()
  const kinds = useChoices(paperKinds, paperKindNames)
  const { papers } = value
  const set = (key: number, part: Partial<TypedPaper>) =>
    change({ papers: papers.map((paper) => (paper.key === key ? { ...paper, ...part } : paper)) })
  const doubts = doubtsOf(identityOf(value).identity)
  return (
    <fieldset className="rows-of">
      <legend>{w.papers}</legend>
      {papers.length === 0 && <p className="muted t13">{w.noPapers}</p>}
      {papers.map(({ key, kind, number }) => (
        <div className="row-of" key={key}>
          <SelectField
            label={w.kind}
            value={kind}
            onChange={(chosen) => set(key, { kind: chosen as TypedPaper['kind'] })}
            choices={kinds}
          />
          <TextField label={w.number} value={number} onChange={(typed) => set(key, { number: typed })} />
          <Button quiet small icon="x" onClick={() => change({ papers: papers.filter((paper) => paper.key !== key) })}>
            {w.takeAway}
          </Button>
        </div>
      ))}
      {doubts.length > 0 && (
        <div role="status">
          <Note icon="help">
            <b className="semi">{w.toCheck}.</b> {doubts.map((doubt) => doubtNames[doubt][language]).join(' ')}{' '}
            <span className="muted">{w.stillGoes}</span>
          </Note>
        </div>
      )}
      <Button
        small
        icon="plus"
        onClick={() => change({ papers: [...papers, { key: nextKey(papers), kind: 'cccd', number: '' }] })}
      >
        {w.addPaper}
      </Button>
    </fieldset>
  )
}

function Circumstances({ value, change, faults }: Props) {
  const w = useWords(identityWords)
  const choices = useChoices(circumstances, circumstanceNames)
  const rows = value.circumstances
  const set = (key: number, part: Partial<TypedCircumstance>) =>
    change({ circumstances: rows.map((row) => (row.key === key ? { ...row, ...part } : row)) })
  return (
    <fieldset className="rows-of">
      <legend>{w.circumstances}</legend>
      <p className="muted t13">{w.circumstancesWhy}</p>
      {rows.map(({ key, what, from, until }) => (
        <div className="row-of row-of-3" key={key}>
          <SelectField
            label={w.what}
            value={what}
            onChange={(chosen) => set(key, { what: chosen as TypedCircumstance['what'] })}
            choices={choices}
          />
          <DateField
            label={w.from}
            value={from}
            onChange={(day) => set(key, { from: day })}
            problem={faults.includes(`circumstance:${key}`) ? w.needed : undefined}
          />
          <DateField optional label={w.until} value={until} onChange={(day) => set(key, { until: day })} />
          <Button quiet small icon="x" onClick={() => change({ circumstances: rows.filter((row) => row.key !== key) })}>
            {w.takeAway}
          </Button>
        </div>
      ))}
      <Button
        small
        icon="plus"
        onClick={() =>
          change({ circumstances: [...rows, { key: nextKey(rows), what: 'pregnant', from: '', until: '' }] })
        }
      >
        {w.addCircumstance}
      </Button>
    </fieldset>
  )
}
