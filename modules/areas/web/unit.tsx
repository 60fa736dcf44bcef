// One unit's page: what it is and until when, what became of it, its lineage, its figures and bodies, and what others show here.

import { useLanguage } from '../../../platform/web/language.ts'
import './unit.css'
import { Suspense, useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button, LinkButton } from '../../../platform/web/components/button.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Loading, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { addDays, showDay } from '../../../platform/web/format.ts'
import { useMayOpen } from '../../../platform/web/may-open.tsx'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowUnit } from '../contract.ts'
import { BodiesCard } from './bodies-card.tsx'
import { FactsCard } from './facts-card.tsx'
import { FiguresCard } from './figures-card.tsx'
import { showLastDay } from './last-day.ts'
import { LineageCard } from './lineage-card.tsx'
import { SuccessionDialog } from './succession-dialog.tsx'
import { useUnitMarks } from './unit-marks.ts'
import { UnitNotes } from './unit-notes.tsx'
import { unitSections } from './unit-sections.ts'
import { areaWords, unitWords } from './words.ts'

export type UnitAnswer = OutputOf<typeof ShowUnit>

export default function Unit() {
  const { on } = useView()
  const id = useParam('areaId')
  const unit = useAnswer(ShowUnit, { id, on }, { keep: true })
  return (
    <Shown from={unit} lines={12}>
      {(answer) => (answer.unit.id === id ? <UnitPage page={answer} /> : <Loading lines={12} />)}
    </Shown>
  )
}

function UnitPage({ page }: { page: UnitAnswer }) {
  const w = useWords(areaWords)
  const language = useLanguage()
  const u = useWords(unitWords)
  const { unit } = page
  const [recording, setRecording] = useState(false)
  // An ended unit shows the status that it had on its last day.
  const marks = useUnitMarks(page.standing === 'ended' && unit.validTo ? addDays(unit.validTo, -1) : page.on)
  const mark = marks.get(unit.id)
  const now = page.holders.length === 1 ? page.holders[0] : undefined
  return (
    <>
      <PageHead
        title={unitTitle(unit, language)}
        crumbs={[
          { label: w.areas, to: '/areas' },
          ...page.ancestors.map((above) => ({
            label: above.validTo
              ? `${unitTitle(above, language)} (${w.untilShort(showLastDay(above.validTo))})`
              : unitTitle(above, language),
            to: `/areas/${above.id}`,
          })),
          { label: unitTitle(unit, language) },
        ]}
        facts={
          <>
            <Tag>{w.code(unit.code)}</Tag>
            <Tag icon="calendar">
              {unit.validTo ? w.validUntil(showLastDay(unit.validTo)) : w.validFrom(showDay(unit.validFrom))}
            </Tag>
            {mark && <Status kind={mark.status}>{mark.text}</Status>}
          </>
        }
        actions={
          <>
            {page.may.manage && page.standing === 'valid' && unit.validTo === null && (
              <Button icon="merge" onClick={() => setRecording(true)}>
                {u.recordChange}
              </Button>
            )}
            <Button icon="print" onClick={() => window.print()}>
              {w.print}
            </Button>
            {now && (
              <LinkButton main iconAfter="arrow-r" to={`/areas/${now.id}`}>
                {w.openNow(unitName(now, language))}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="stack">
        <UnitNotes page={page} />
        <Slots place="top" areaId={unit.id} on={page.on} />
        <LineageCard id={unit.id} on={page.on} />
        <div className="two">
          <div className="col">
            {page.may.read ? (
              <FiguresCard areaId={unit.id} on={page.on} />
            ) : (
              <BodiesCard areaId={unit.id} on={page.on} />
            )}
          </div>
          <div className="col">
            {page.may.read && <BodiesCard areaId={unit.id} on={page.on} />}
            <FactsCard page={page} />
          </div>
        </div>
        <div className="unit-slots">
          <Slots place="grid" areaId={unit.id} on={page.on} />
        </div>
      </div>
      {recording && <SuccessionDialog page={page} onClose={() => setRecording(false)} />}
    </>
  )
}

function Slots({ place, areaId, on }: { place: 'top' | 'grid'; areaId: string; on: string }) {
  const mayOpen = useMayOpen()
  const shown = unitSections(place).filter((section) => mayOpen(section.screen))
  return shown.map(({ key, Section }) => (
    <Suspense key={key} fallback={<Loading lines={3} />}>
      <Section areaId={areaId} on={on} />
    </Suspense>
  ))
}
