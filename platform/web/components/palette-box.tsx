// The palette itself: asks every source at once, shows what came, and never a stale answer.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './palette-box.css'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { useEffect, useState } from 'react'
import { useLanguage } from '../language.ts'
import { useGo } from '../route.tsx'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import type { PaletteItem, PaletteSource } from './palette.tsx'

const words = defineWords({
  title: { vi: 'Tìm và đi đến', en: 'Find and go' },
  type: { vi: 'Gõ tên xã, việc, văn bản; có dấu hay không', en: 'Type a place, a task or a paper' },
  none: {
    vi: 'Không thấy. Thử ít chữ hơn, hoặc một phần của tên.',
    en: 'Nothing found. Try fewer letters, or a part of the name.',
  },
  finding: { vi: 'Đang tìm…', en: 'Finding…' },
  start: { vi: 'Gõ để tìm. Mũi tên để chọn, Enter để mở.', en: 'Type to find. Arrows choose, Enter opens.' },
})

type Group = { label: string; items: readonly PaletteItem[] }

/** What was found, and whether that is already the answer to what stands in the field. */
function useFound(typed: string, sources: readonly PaletteSource[]): { groups: readonly Group[]; finding: boolean } {
  const language = useLanguage()
  const [found, setFound] = useState<{ of?: string; groups: readonly Group[] }>({ groups: [] })
  useEffect(() => {
    const stop = new AbortController()
    const wait = setTimeout(
      async () => {
        const answers = await Promise.allSettled(
          sources.map(async (source) => source.find(typed.trim(), language, stop.signal)),
        )
        if (stop.signal.aborted) return
        const groups = answers.flatMap((answer, index) => {
          const source = sources[index]
          if (answer.status !== 'fulfilled' || !source || answer.value.length === 0) return []
          return [{ label: source.label[language], items: answer.value }]
        })
        setFound({ of: typed, groups })
      },
      typed ? 120 : 0,
    )
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [typed, sources, language])
  return { groups: found.groups, finding: found.of !== typed }
}

export default function PaletteBox({ sources, asked }: { sources: readonly PaletteSource[]; asked: number }) {
  const w = useWords(words)
  const go = useGo()
  const [typed, setTyped] = useState('')
  const { groups, finding } = useFound(typed, sources)
  useEffect(() => {
    if (asked) spotlight.open()
  }, [asked])
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      maxHeight="min(420px, 60dvh)"
      scrollable
      lockScroll={false}
      attributes={{ content: { 'aria-label': w.title } }}
      withinPortal={false}
    >
      <Spotlight.Search placeholder={w.type} aria-label={w.type} leftSection={<Icon name="search" />} />
      <Spotlight.ActionsList aria-busy={finding}>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.items.map((item) => (
              <Spotlight.Action key={item.id} onClick={() => go(item.to)}>
                <span className="pal">
                  <Icon name={item.icon ?? 'arrow-r'} />
                  <span>
                    {item.label}
                    {item.note && <small>{item.note}</small>}
                  </span>
                </span>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{finding ? w.finding : typed ? w.none : w.start}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
