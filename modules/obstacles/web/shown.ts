// How units and posts read in the screens of obstacles.

import { useLanguage } from '../../../platform/web/language.ts'

export type Area = { name: string; type: string; level: string }

/** "xã Ngọc Thanh", "TT Lương Bằng"; a district or a province by its name. */
export function useUnitName(): (area: Area) => string {
  const language = useLanguage()
  return ({ name, type }) => {
    if (language === 'en') return name
    return `${type === 'thị trấn' ? 'TT' : type} ${name}`
  }
}

export const postName = (post: { title: string; place: string }): string =>
  post.place ? `${post.title} ${post.place}` : post.title
