// The files of a commune by time limit: what is late first, then what is due next.

import './files.css'
import { useState } from 'react'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { LinkButton } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Chip, Chips } from '../../../../platform/web/components/chip.tsx'
import { ShowMore } from '../../../../platform/web/components/list-bar.tsx'
import { Listed } from '../../../../platform/web/components/listed.tsx'
import { AsOf, Tag } from '../../../../platform/web/components/marks.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useMayOpen } from '../../../../platform/web/may-open.tsx'
import { usePages } from '../../../../platform/web/pages.ts'
import { useSearch } from '../../../../platform/web/route.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { ListFiles, whichFiles } from '../../contract.ts'
import { isForm } from '../../forms.ts'
import { countShown, totalOf } from '../count-shown.ts'
import { useFormName } from '../file/paper/making.tsx'
import { type Commune, useCommunes } from './communes.ts'
import { FindForm, type Found } from './find.tsx'
import { OfCommune } from './of-commune.tsx'
import { FileRows } from './rows.tsx'
import { SealedHead } from './sealed-head.tsx'
import { filesWords } from './words.ts'

type First = OutputOf<typeof ListFiles>
type Show = (typeof whichFiles)[number]

export default function FilesPage() {
  const w = useWords(filesWords)
  const communes = useCommunes('cases.read')
  const mayOpen = useMayOpen()
  const { chosen } = communes
  return (
    <>
      <SealedHead
        title={w.title}
        commune={chosen}
        actions={
          chosen && (
            <>
              <LinkButton icon="clip" to={`/files/registers?commune=${chosen.id}`}>
                {w.registers}
              </LinkButton>
              {mayOpen('/files/new') && (
                <>
                  <LinkButton icon="calendar" to={`/files/due?commune=${chosen.id}`}>
                    {w.keeping}
                  </LinkButton>
                  <LinkButton icon="users" to={`/files/pairs?commune=${chosen.id}`}>
                    {w.pairs}
                  </LinkButton>
                  <LinkButton icon="upload" to={`/files/lists?commune=${chosen.id}`}>
                    {w.bringIn}
                  </LinkButton>
                  <LinkButton main icon="plus" to={`/files/new?commune=${chosen.id}`}>
                    {w.begin}
                  </LinkButton>
                </>
              )}
            </>
          )
        }
      />
      <OfCommune communes={communes}>
        {(commune) => <CommuneFiles key={commune.id} commune={commune} several={(communes.all?.length ?? 0) > 1} />}
      </OfCommune>
    </>
  )
}

function FoundCopy({ copy: { code, form, by, at } }: { copy: NonNullable<Found['copy']> }) {
  const w = useWords(filesWords)
  const nameOf = useFormName()
  return (
    <p className="file-copy">
      <Tag icon="doc">{w.copy(code, isForm(form) ? nameOf(form) : form, by ?? w.somebody, showInstant(at))}</Tag>
    </p>
  )
}

function CommuneFiles({ commune, several }: { commune: Commune; several: boolean }) {
  const w = useWords(filesWords)
  const search = useSearch()
  const [found, setFound] = useState<Found>()
  const show = whichFiles.find((each) => each === search.get('show')) ?? 'open'
  const pages = usePages(
    ListFiles,
    { communeId: commune.id, show, limit: 100 },
    { rows: (answer: First) => answer.rows, next: (answer: First) => answer.next },
  )
  const counts = pages.first?.counts
  const law = pages.first?.law ?? true
  const here = several ? `commune=${commune.id}` : ''
  const addressOf = (each: Show) => `/files?${[here, each === 'open' ? '' : `show=${each}`].filter(Boolean).join('&')}`
  const none = { open: w.noneOpen, late: w.noneLate, closed: w.noneClosed }[show]
  return (
    <div className="stack">
      <Note icon="sealed" tone="sealed">
        {w.why}
      </Note>
      <Card>
        <FindForm communeId={commune.id} onFound={setFound} />
      </Card>
      {found ? (
        <Card title={w.found(found.rows.length)}>
          {found.copy && <FoundCopy copy={found.copy} />}
          {found.rows.length > 0 ? (
            <FileRows {...found} communeId={commune.id} label={w.found(found.rows.length)} />
          ) : (
            <Empty icon="search" title={w.found(0)}>
              {w.foundNone}
            </Empty>
          )}
        </Card>
      ) : (
        <div>
          <Chips label={w.views}>
            {whichFiles
              .filter((each) => law || each !== 'late')
              .map((each) => (
                <Chip key={each} to={addressOf(each)} on={each === show} count={counts && countShown(counts[each])}>
                  {w[each]}
                </Chip>
              ))}
            <AsOf at={pages.asOf} />
          </Chips>
          <Card>
            <Listed
              from={pages}
              empty={
                <Empty icon={show === 'late' ? 'check-c' : 'sealed'} title={none}>
                  {show === 'open' ? w.noneOpenWhy : undefined}
                </Empty>
              }
            >
              <FileRows
                rows={pages.rows}
                communeId={commune.id}
                law={law}
                label={w[show]}
                total={totalOf(counts?.[show])}
                onEnd={pages.askMore}
              />
            </Listed>
            <ShowMore from={pages} />
          </Card>
        </div>
      )}
    </div>
  )
}
