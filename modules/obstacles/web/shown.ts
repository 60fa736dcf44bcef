// How units and posts read in the screens of obstacles.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useLanguage } from '../../../platform/web/language.ts'

export type Area = { name: string; type: string; level: string }

/** "Xã Ngọc Thanh", "Ngọc Thanh commune". */
export function useUnitTitle(): (area: Area) => string {
  const language = useLanguage()
  return (area) => unitTitle(area, language)
}

export const postName = (post: { title: string; place: string }): string =>
  post.place ? `${post.title} ${post.place}` : post.title
