// The slot for what other modules show beside an open file: each registers a lazy card in app/web/file-sections.ts, because the
// files, on which the others stand, may not import them.

import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { PurposeId } from '../contract.ts'
import type { ViewId } from '../views.ts'

export type FileSectionProps = {
  at: { communeId: string; fileId: string; openingId: string }
  /** What the file is open for. */
  purpose: PurposeId
  onOtherPurpose: () => void
}
export type FileSection = {
  key: string
  /** Whose work it is. */
  views: readonly ViewId[]
  load: () => Promise<{ default: ComponentType<FileSectionProps> }>
}
type Ready = FileSection & { Section: LazyExoticComponent<ComponentType<FileSectionProps>> }

let registered: readonly Ready[] = []

/** Called once, before the first file is drawn. A section draws its own Card. */
export function provideFileSections(sections: readonly FileSection[]): void {
  registered = sections.map((section) => ({ ...section, Section: lazy(section.load) }))
}

export const fileSections = (view: ViewId): readonly Ready[] =>
  registered.filter((section) => section.views.includes(view))
