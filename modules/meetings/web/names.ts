// How posts are called on screen and on paper.

import type { Language } from '../../../platform/contract/words.ts'

export type Post = { id: string; title: { vi: string; en: string }; place: string }

/** "Chủ tịch UBND xã Ngọc Thanh", "Trưởng phòng Nội vụ". */
export const postName = (post: Post, language: Language): string =>
  post.place ? `${post.title[language]}${language === 'vi' ? ' ' : ', '}${post.place}` : post.title[language]
