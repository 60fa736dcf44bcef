// Chooses a register and its days, says what for, and takes it away.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../../platform/web/components/date-field.tsx'
import { SelectField, TextField } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { showNumber } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { saveFile } from '../../../../platform/web/save-file.ts'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { purposes as allPurposes, MakeRegister, mostRowsOnPaper, type PurposeId } from '../../contract.ts'
import { type SigningWay, signatureOf, signingWayIds } from '../../forms/signing.ts'
import { type RegisterId, registerOf, registers } from '../../registers.ts'
import { SigningFields } from '../file/paper/signing-fields.tsx'
import { wordFile } from '../word-file.ts'
import { registerName } from './name.ts'
import { registerWords } from './words.ts'

type Props = { communeId: string; may: readonly RegisterId[]; purposes: readonly PurposeId[] }
type Format = 'docx' | 'xlsx'

/** The year of reports that the day lies in: from 15 December. */
function yearOf(day: string): string {
  const year = Number(day.slice(0, 4))
  return `${day.slice(5) >= '12-15' ? year : year - 1}-12-15`
}

export function MakeForm({ communeId, may, purposes }: Props) {
  const w = useWords(registerWords)
  const language = useLanguage()
  const { today } = useView()
  const make = useCommand(MakeRegister)
  const [id, setId] = useState<RegisterId>(may[0] as RegisterId)
  const [from, setFrom] = useState(yearOf(today))
  const [until, setUntil] = useState(today)
  const [purpose, setPurpose] = useState<PurposeId>(purposes[0] as PurposeId)
  const [ground, setGround] = useState('')
  const [format, setFormat] = useState<Format>('docx')
  const [signing, setSigning] = useState<{ way: string; ownPost: string; signer: string }>({
    way: 'head',
    ownPost: '',
    signer: '',
  })
  const [tried, setTried] = useState(false)
  const { form, toCheck } = registerOf(id)
  const send = async () => {
    setTried(true)
    if (ground.trim() === '' || !from || !until) return
    const sent = await make.send({
      ...{
        communeId,
        register: id,
        from,
        until,
        purpose,
        ground,
        format,
        signer: format === 'docx' ? signing.signer : '',
      },
      ...(format === 'docx' && { signing: { as: signing.way as SigningWay, post: signing.ownPost } }),
    })
    if (!sent.ok) return
    const made = sent.answer as typeof sent.answer | null
    if (!made) return say(w.madeBefore)
    if (made.docx) saveFile(made.name, wordFile(made.docx))
    else if (!(await fetchTable(communeId, made.code, made.name))) return say(w.notFetched)
    say(w.made(made.code))
    setTried(false)
  }
  return (
    <Form onSend={() => void send()} send={w.send} sending={make.sending} problem={make.problem}>
      <RadioField
        label={w.which}
        value={id}
        onChange={(next) => setId(next as RegisterId)}
        choices={may.map((each) => ({
          value: each,
          label: registerName(each, language),
          note: registers[each].why[language],
        }))}
      />
      <p className="muted register-note">{toCheck[language]}</p>
      <div className="register-row">
        <DateField label={w.from} value={from} onChange={setFrom} {...(tried && !from && { problem: w.needed })} />
        <DateField
          label={w.until}
          reason={w.daysWhy}
          value={until}
          onChange={setUntil}
          {...(tried && !until && { problem: w.needed })}
        />
      </div>
      <SelectField
        label={w.purpose}
        value={purpose}
        onChange={(next) => setPurpose(next as PurposeId)}
        choices={purposes.map((each) => ({ value: each, label: allPurposes[each].title[language] }))}
      />
      <TextField
        label={w.ground}
        reason={w.groundWhy}
        value={ground}
        onChange={setGround}
        maxLength={300}
        {...(tried && ground.trim() === '' && { problem: w.needed })}
      />
      <RadioField
        label={w.format}
        value={format}
        onChange={(next) => setFormat(next as Format)}
        choices={[
          { value: 'docx', label: w.docx, note: w.docxNote(showNumber(mostRowsOnPaper, language)) },
          { value: 'xlsx', label: w.xlsx, note: w.xlsxNote },
        ]}
      />
      {format === 'docx' && (
        <>
          <SigningFields
            signing={{
              ways: signingWayIds.map((way) => {
                const { may: allowed, because } = signatureOf(way, form.authority ?? 'head', { post: '' })
                return { way, may: allowed, because }
              }),
            }}
            way={signing.way as SigningWay}
            post={signing.ownPost}
            onChange={(change) => setSigning((before) => ({ ...before, ...change }))}
          />
          <TextField
            label={w.signer}
            optional
            value={signing.signer}
            onChange={(signer) => setSigning((before) => ({ ...before, signer }))}
            maxLength={120}
          />
        </>
      )}
      <p className="muted">{w.leaves}</p>
    </Form>
  )
}

async function fetchTable(communeId: string, code: string, name: string): Promise<boolean> {
  const answer = await fetch(`/api/cases/register?${new URLSearchParams({ communeId, code })}`)
  if (!answer.ok) return false
  saveFile(name, await answer.blob())
  return true
}
