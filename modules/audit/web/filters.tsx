// The filters of the audit. They stand in the URL, so that a view can be sent to a colleague.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Chip, FilterChip, Seg } from '../../../platform/web/components/chip.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { type Choice, TextField } from '../../../platform/web/components/field.tsx'
import { Filters } from '../../../platform/web/components/list-bar.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListAuditChoices } from '../contract.ts'
import { auditWords } from './words.ts'

const keys = ['person', 'operation', 'area', 'subject', 'from', 'to'] as const
type Key = (typeof keys)[number]
export type AuditFilters = Partial<Record<Key, string>> & { changesOnly: 'true' | 'false' }

/** The filters in force, from the URL. */
export function useAuditFilters(): AuditFilters {
  const search = useSearch()
  const given = keys.map((key) => [key, search.get(key)] as const).filter(([, value]) => value)
  return { ...Object.fromEntries(given), changesOnly: search.get('reads') === 'yes' ? 'false' : 'true' }
}

/** `names` knows how people and areas of the rows in view are called. */
export function FilterBar({ names }: { names: ReadonlyMap<string, string> }) {
  const w = useWords(auditWords)
  const search = useSearch()
  const filters = useAuditFilters()
  const [open, setOpen] = useState(false)
  const shown = (key: Key, value: string) =>
    key === 'from' || key === 'to' ? showDay(value) : (names.get(value) ?? value)
  return (
    <>
      <Filters>
        <Chip icon="filter" onPress={() => setOpen(true)}>
          {w.filter}
        </Chip>
        {keys.map((key) => {
          const value = filters[key]
          if (!value) return null
          return (
            <FilterChip
              key={key}
              label={w[key]}
              value={shown(key, value)}
              onOff={() => search.set({ [key]: undefined })}
            />
          )
        })}
        <span className="grow" />
        <Seg
          label={w.kind}
          value={filters.changesOnly}
          onChange={(value) => search.set({ reads: value === 'false' ? 'yes' : undefined })}
          choices={[
            { value: 'true', label: w.onlyChanges },
            { value: 'false', label: w.readsToo },
          ]}
        />
      </Filters>
      {open && <FilterDialog filters={filters} names={names} onClose={() => setOpen(false)} />}
    </>
  )
}

type Names = ReadonlyMap<string, string>
type DialogProps = { filters: AuditFilters; names: Names; onClose: () => void }

function FilterDialog({ filters, names, onClose }: DialogProps) {
  const w = useWords(auditWords)
  const search = useSearch()
  const [chosen, setChosen] = useState<Partial<Record<Key, string>>>(filters)
  const set = (key: Key) => (value: string) => setChosen((before) => ({ ...before, [key]: value || undefined }))
  const apply = () => {
    search.set(Object.fromEntries(keys.map((key) => [key, chosen[key]])), { keepStep: true })
    onClose()
  }
  return (
    <Dialog
      open
      side
      icon="filter"
      title={w.filter}
      onClose={onClose}
      actions={
        <>
          <Button main onClick={apply}>
            {w.apply}
          </Button>
          <Button onClick={() => setChosen({})}>{w.clear}</Button>
        </>
      }
    >
      <div className="stack">
        {(['person', 'operation', 'area'] as const).map((key) => (
          <Pick key={key} kind={key} value={chosen[key] ?? ''} onChange={set(key)} names={names} />
        ))}
        <DateField label={w.from} value={chosen.from ?? ''} onChange={set('from')} />
        <DateField label={w.to} value={chosen.to ?? ''} onChange={set('to')} />
        <TextField label={w.subject} reason={w.subjectWhy} value={chosen.subject ?? ''} onChange={set('subject')} />
      </div>
    </Dialog>
  )
}

type PickProps = {
  kind: 'person' | 'operation' | 'area'
  value: string
  onChange: (value: string) => void
  names: Names
}

/** Each field asks for itself, so that typing in one does not empty the others. */
function Pick({ kind, value, onChange, names }: PickProps) {
  const w = useWords(auditWords)
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const answer = useAnswer(ListAuditChoices, typed ? { text: typed } : {}, { keep: true }).answer
  const found: Choice[] = {
    person: (answer?.people ?? []).map(({ id, name }) => ({ value: id, label: name })),
    operation: (answer?.operations ?? []).map(({ name, title }) => ({
      value: name,
      label: title[language],
      note: name,
    })),
    area: (answer?.areas ?? []).map(({ id, name, code }) => ({ value: id, label: name, note: code })),
  }[kind]
  const known = value === '' || found.some((choice) => choice.value === value)
  const choices = known ? found : [{ value, label: names.get(value) ?? value }, ...found]
  return <PickField label={w[kind]} value={value} onChange={onChange} onType={setTyped} choices={choices} />
}
